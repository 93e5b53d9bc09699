"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client

from stepwell.ground.people.testing import PASSWORD, Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import answer, clear
from stepwell.together.menu import testing
from stepwell.together.menu.content import Mark

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
LOT = re.compile(r'(data-draft-key="|name="form_id"[^>]* value=")[^"]*')
LIST, ROUND = "/menu/", "/menu/round/"


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
        return LOT.sub(r"\1", TOKEN.sub(r"\1", answered.content.decode()))

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answered = self.browser.post(url, data or {})
        assert answered.status_code == status, (url, answered.status_code, answered.content.decode()[-3000:])
        return answered

    def takes_everything(self) -> str:
        return self.send("/settings/export/", {"password": PASSWORD}, 200).content.decode()

    def pauses(self) -> None:
        self.send("/together/space/pause/")

    def is_ready(self) -> None:
        self.send("/together/space/ready/")

    def comes_back(self) -> "Actor":
        """After so long that the sign-in has ended."""
        sign_in(self.browser, self.member)
        return self

    def is_well(self) -> "Actor":
        clear(self.keyring)
        return self

    def is_afraid(self) -> None:
        answer(self.keyring, yes=("a",))

    def writes(self, *texts: str, status: int = 303) -> Any:
        return self.send("/menu/write/", {"texts": "\n".join(texts)}, status)

    def marks(self, **marks: Mark) -> None:
        """Ideas by their key, with a dash where it has one."""
        testing.mark_lines(self.keyring, {key.replace("_", "-"): mark for key, mark in marks.items()})

    def marks_words(self, marks: dict[str, Mark]) -> None:
        testing.mark_lines(self.keyring, marks)

    def asks(self) -> None:
        self.send(ROUND)

    def takes_back(self) -> None:
        self.send("/menu/round/take-back/")

    def finds(self) -> list[str]:
        """What stands on the page as welcome to both."""
        section = self.see().partition("Both of you would welcome this.")[2].partition("</ul>")[0]
        return re.findall(r"<li><div>([^<]+)<", section)

    def has_asked(self) -> bool:
        return "You have asked for a round" in self.see()

    def was_told(self) -> bool:
        return "The next may be from" in self.see()


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
