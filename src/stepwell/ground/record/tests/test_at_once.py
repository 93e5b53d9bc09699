"""Many at once, and the plug pulled: no gap and no fork, and whatever was acknowledged is in the record."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connections, transaction

from stepwell.ground.people.testing import make_person
from stepwell.ground.record import api
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import keyring_for

# The bench pulls the plug five hundred times.
FIFTY, KILLS = 50, 50


@pytest.fixture
def couple(transactional_db):
    alma, ben = make_person("Alma"), make_person("Ben")
    return alma, ben, make_couple(alma, ben)


def test_fifty_at_once_make_one_row_of_fifty(couple):
    alma, ben, circle = couple

    def one(number):
        try:
            keyring = keyring_for((alma, ben)[number % 2].master)
            with transaction.atomic():
                return api.append(keyring, circle, "promise.kept", {"number": number}).i
        finally:
            connections.close_all()

    with ThreadPoolExecutor(FIFTY) as at_once:
        numbers = list(at_once.map(one, range(FIFTY)))
    assert sorted(numbers) == list(range(1, FIFTY + 1))
    found = api.events(ben.keyring, circle)
    assert sorted(event.text["number"] for event in found) == list(range(FIFTY))
    assert api.look(alma.keyring, circle).i == FIFTY


@contextmanager
def another(couple):
    """A process of its own that adds to the record of these two. See appending.py."""
    alma, ben, circle = couple
    here = connections["default"].settings_dict
    environment = {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "stepwell.site.settings",
    }
    words = [str(circle)]
    if connections["default"].vendor == "sqlite":
        words.append(str(here["NAME"]))
    else:
        where = f"{here['NAME']}?host={here['HOST']}&port={here['PORT']}"
        environment["STEPWELL_DATABASE"] = f"postgresql://{here['USER']}@/{where}"
    command = [sys.executable, "-m", "stepwell.ground.record.tests.appending", *words]
    home = {name: value for name, value in os.environ.items() if not name.startswith("STEPWELL_")}
    home["STEPWELL_HOME"] = str(settings.HOME)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=home | environment
    ) as one:
        for who in (alma, ben):
            one.stdin.write(f"{who.id} {who.master._root.hex()}\n")
        yield one
        one.stdin.close()


def tell(one, count):
    one.stdin.write(f"{count}\n")


def acknowledged(one, *, kill_after=None):
    """What it says was kept, up to its end. It is killed a moment after it said so many."""
    kept, pid = {}, int(one.stdout.readline())
    for line in iter(one.stdout.readline, "end\n"):
        assert line, "it ended by itself"
        i, h = line.split()
        kept[int(i)] = h
        if len(kept) == kill_after:
            os.kill(pid, signal.SIGKILL)
    return kept


def test_four_processes_at_once(couple):
    alma, _ben, circle = couple
    with another(couple) as one, another(couple) as two, another(couple) as three, another(couple) as four:
        every = (one, two, three, four)
        for each in every:
            tell(each, 15)
        kept = [acknowledged(each) for each in every]
    assert sorted(i for some in kept for i in some) == list(range(1, 61))
    found = {event.i: event.h.hex() for event in api.events(alma.keyring, circle)}
    assert found == {i: h for some in kept for i, h in some.items()}


def test_what_was_acknowledged_before_the_plug_was_pulled_is_there(couple):
    """The writer is killed a moment after it said that an event is kept, while it makes the next one."""
    _alma, ben, circle = couple
    kept = {}
    with another(couple) as one:
        for number in range(KILLS):
            tell(one, 1000)
            kept |= acknowledged(one, kill_after=1 + number % 3)
    assert len(kept) >= KILLS
    found = {event.i: event.h.hex() for event in api.events(ben.keyring, circle)}
    assert {i: found.get(i) for i in kept} == kept
    assert sorted(found) == list(range(1, len(found) + 1))
    assert len(found) < len(kept) + KILLS + 1
    assert api.look(ben.keyring, circle).i == len(found)
