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
LOT = re.compile(r'(data-draft-key="|data-left=")[^"]*')
PAGE, ASK, BACK = "/this-time/", "/this-time/ask/", "/this-time/take-back/"
ASKED = {"what": "A long hug when you come in", "outs": "Talking about the day", "hours": "3"}
BOTH = "Both of you said yes to this, for this time."


@dataclass
class Actor:
    member: Member
    browser: Client

    @property
    def keyring(self) -> Keyring:
        return self.member.fresh().keyring

    def see(self, url: str = PAGE, status: int = 200) -> str:
        """The page, without what is drawn by lot for every answer."""
        answered = self.browser.get(url)
        assert answered.status_code == status, (url, answered.status_code)
        return unescape(LOT.sub(r"\1", TOKEN.sub(r"\1", answered.content.decode())))

    def led(self, url: str) -> str:
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
        """The address of what the other asked, as far as this person's page leads there."""
        found = re.search(r'href="(/this-time/asked/[0-9a-f-]+/)"', self.see())
        return found[1] if found else ""

    def agrees(self, outs: str = "") -> None:
        self.send(self.asked(), {"outs": outs})

    def takes_back(self) -> None:
        assert self.send(BACK)["Location"] == PAGE

    def out(self) -> list[str]:
        """The lines of what stays out, as this person's page has them."""
        section = self.see().partition("<dt>Out</dt>")[2].partition("</dd>")[0]
        return re.findall(r'<p dir="auto">([^<]*)</p>', section)


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second


def rows() -> dict[str, int]:
    """How many rows of this room the database holds."""
    return {
        model.__name__: model._default_manager.count()
        for model in apps.get_app_config("consent").get_models()
    }


def nothing_of_two() -> bool:
    counted = rows()
    return not counted["Asking"] and not counted["Consent"]


def shapes() -> dict[str, list[int]]:
    """Of every table of sealed words in the house: how many rows, and how large each is."""
    found: dict[str, list[int]] = {}
    for model in apps.get_models():
        if any(field.name == "sealed" for field in model._meta.fields):
            sizes = model._default_manager.values_list("sealed", flat=True)
            found[model._meta.label] = sorted(len(bytes(one)) for one in sizes)
        elif model._meta.label != "sessions.SignIn":
            found[model._meta.label] = [model._default_manager.count()]
    return found


@contextmanager
def later(**by: float) -> "Iterator[None]":
    with time_machine.travel(timezone.now() + timedelta(**by), tick=False):
        yield
