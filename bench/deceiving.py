"""Tries to have altered records accepted, and to lose what was acknowledged."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from uuid import UUID

from django.db import connections

from stepwell.ground.people.testing import Member
from stepwell.ground.record import api, verify
from stepwell.ground.record.bound import lines
from stepwell.ground.record.example import example
from stepwell.ground.record.tests.mutations import WAYS, says_the_same

ANEW = 500  # tries on one record, before there is another


def deceived(tries: int, folder: Path) -> tuple[int, int, int]:
    """(altered that verified, the same that did not, altered in all)."""
    chance, path = Random(11), folder / "altered.json"
    accepted = refused = altered = 0
    for number in range(tries):
        if number % ANEW == 0:
            text = "".join(lines(example(shortened=True)))
        other = WAYS[number % len(WAYS)](chance, text)
        path.write_bytes(other.encode("utf-8", errors="surrogateescape"))
        whole, same = _whole(str(path)), says_the_same(text, other)
        altered += not same
        accepted += whole and not same
        refused += same and not whole
    return accepted, refused, altered


def _whole(path: str) -> bool:
    try:
        verify.check(path)
    except (verify.Bad, ValueError):
        return False
    return True


def lost(kills: int, two: tuple[Member, Member], circle: UUID) -> tuple[int, int]:
    """(events that were acknowledged, those of them that are not there). The chain must be whole."""
    file = str(connections["default"].settings_dict["NAME"])
    command = [sys.executable, "-m", "stepwell.ground.record.tests.appending", str(circle), file]
    kept: dict[int, str] = {}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as writer:
        assert writer.stdin
        assert writer.stdout
        for who in two:
            writer.stdin.write(f"{who.id} {who.master._root.hex()}\n")
        for number in range(kills):
            writer.stdin.write("1000\n")
            pid, until = int(writer.stdout.readline()), len(kept) + 1 + number % 3
            for line in iter(writer.stdout.readline, "end\n"):
                i, h = line.split()
                kept[int(i)] = h
                if len(kept) == until:
                    os.kill(pid, signal.SIGKILL)
        writer.stdin.close()
    there = {event.i: event.h.hex() for event in api.events(two[0].keyring, circle)}
    assert sorted(there) == list(range(1, len(there) + 1))
    return len(kept), sum(there.get(i) != h for i, h in kept.items())
