"""The cast as signed-in browsers, and what they do in this room."""

import re
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, Any

import time_machine
from django.apps import apps
from django.test import Client
from django.utils import timezone

from stepwell.ground.people.testing import PASSWORD, Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import answer, clear

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
LOT = re.compile(r'(data-draft-key="|data-left="|name="form_id"[^>]* value=")[^"]*')
BAR = re.compile(r'(<progress[^>]* value=")\d+')
LIST, ASK, AFTER = "/touch/", "/touch/ask/", "/touch/after/"
ASKED = {
    "ins": "My hands\nSitting side by side",
    "outs": "My neck",
    "minutes": "10",
    "first": "me",
    "word": "stone",
    "hours": "4",
    "level": "0",
}


@dataclass
class Actor:
    member: Member
    browser: Client

    @property
    def keyring(self) -> Keyring:
        return self.member.fresh().keyring

    def see(self, url: str = LIST, status: int = 200) -> str:
        """The page, without what is drawn by lot for every answer."""
        answered = self.browser.get(url)
        assert answered.status_code == status, (url, answered.status_code)
        text = LOT.sub(r"\1", TOKEN.sub(r"\1", answered.content.decode()))
        return unescape(BAR.sub(r"\1", text))

    def led(self, url: str) -> str:
        """Where a page leads on to."""
        answered = self.browser.get(url)
        assert answered.status_code == 303, (url, answered.status_code)
        return str(answered["Location"])

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answered = self.browser.post(url, data or {})
        assert answered.status_code == status, (url, answered.status_code, answered.content.decode()[-3000:])
        return answered

    def comes_back(self) -> "Actor":
        """After so long that the sign-in has ended."""
        sign_in(self.browser, self.member)
        return self

    def takes_everything(self) -> str:
        return self.send("/settings/export/", {"password": PASSWORD}, 200).content.decode()

    def pauses(self) -> None:
        self.send("/together/space/pause/")

    def is_ready(self) -> None:
        self.send("/together/space/ready/")

    def is_well(self) -> "Actor":
        clear(self.keyring)
        return self

    def is_afraid(self) -> None:
        answer(self.keyring, yes=("a",))

    def asks(self, status: int = 303, **more: str) -> Any:
        return self.send(ASK, ASKED | more, status)

    def asked(self) -> str:
        """The address of what the other asked, as far as this person's list shows it."""
        found = re.search(r'href="(/touch/asked/[0-9a-f-]+/)"', self.see())
        return found[1] if found else ""

    def agrees(self, *ins: int, outs: str = "") -> str:
        """Yes to these of the other's lines, or to both of them. Gives where that led."""
        lines = [str(one) for one in (ins or (0, 1))]
        return str(self.send(self.asked(), {"ins": lines, "outs": outs})["Location"])

    def presses(self, time: str, what: str, status: int = 303, **more: str) -> Any:
        return self.send(f"{time}press/", {"what": what} | more, status)

    def stops(self, time: str) -> str:
        return str(self.presses(time, "stop")["Location"])

    def answers(self, comfortable: str = "yes", obliged: str = "no") -> None:
        self.send(AFTER, {"comfortable": comfortable, "obliged": obliged})

    def turn(self) -> str:
        found = re.search(r'name="turn" value="([0-9a-f-]{36})"', self.see())
        assert found
        return found[1]

    def steps(self, do: str) -> None:
        """A wish to go on ("on", "not-now"), or one step "back"."""
        self.send("/touch/step/", {"do": do, "turn": self.turn()})

    def stands_on(self) -> str:
        found = re.search(r'Where you are</h2>\s*<div class="body">\s*<p class="big">([^<]+)<', self.see())
        assert found
        return found[1]


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second


def begun(alma: Actor, ben: Actor) -> str:
    """Both agreed and are there. Alma asked. Gives the address of the session."""
    alma.asks()
    time = ben.agrees()
    for one in (alma, ben):
        one.presses(time, "here")
    for one in (alma, ben):
        one.see(time)
    return time


def once(alma: Actor, ben: Actor, hers: tuple[str, str], his: tuple[str, str]) -> None:
    """A whole session and what each answered to themselves."""
    alma.stops(begun(alma, ben))
    alma.answers(*hers)
    ben.answers(*his)


def rows(*names: str) -> dict[str, list[str]]:
    """The ids of every row of this room that the database holds."""
    return {
        model.__name__: sorted(str(pk) for pk in model._default_manager.values_list("pk", flat=True))
        for model in apps.get_app_config("touch").get_models()
        if not names or model.__name__ in names
    }


@contextmanager
def later(**by: float) -> "Iterator[None]":
    with time_machine.travel(timezone.now() + timedelta(**by), tick=False):
        yield
