"""The cast as signed-in browsers, and what they do often in this room."""

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client

from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety import answering
from stepwell.own.safety.questions import asked

ASK, GROUND, PLAN, HELP = "/mine/questions/all/", "/mine/ground/", "/mine/plan/", "/help/"


@dataclass
class Actor:
    """One person of the cast with a browser of their own."""

    member: Member
    browser: Client

    @property
    def keyring(self) -> Keyring:
        return self.member.fresh().keyring

    def see(self, url: str, status: int = 200) -> str:
        answer = self.browser.get(url)
        assert answer.status_code == status, (url, answer.status_code)
        return body(answer)

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answer = self.browser.post(url, data or {})
        assert answer.status_code == status, (url, answer.status_code, body(answer))
        return answer

    def form(self, *, yes: tuple[str, ...] = (), left: tuple[str, ...] = ()) -> dict[str, str]:
        """What the questions' page would send, answered no but for these."""
        sheet = answering.sheet(self.keyring)
        words = {key: "yes" if key in yes else "no" for key in asked(apart=sheet.apart)}
        return words | dict.fromkeys(left, "open") | {"round": str(sheet.round)}

    def answers(self, *, yes: tuple[str, ...] = (), left: tuple[str, ...] = ()) -> str:
        """Through the page. Gives what the page says about it."""
        return body(self.send(ASK, self.form(yes=yes, left=left), status=200))


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer."""
    page = (b"".join(answer) if answer.streaming else answer.content).decode()
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", page)


def enter(name: str, zone: str = "Europe/Berlin") -> Actor:
    member = make_person(name, zone=zone)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
