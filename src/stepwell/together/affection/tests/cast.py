"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.test import Client

from stepwell.ground.people.testing import PASSWORD, Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import answer, clear

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
LOT = re.compile(r'(data-draft-key="|name="form_id"[^>]* value=")[^"]*')
PAGE, NOTE = "/affection/", "/affection/note/"


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
        return LOT.sub(r"\1", TOKEN.sub(r"\1", answered.content.decode()))

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answered = self.browser.post(url, data or {})
        assert answered.status_code == status, (url, answered.status_code, answered.content.decode()[-3000:])
        return answered

    def takes_everything(self) -> str:
        return str(self.send("/settings/export/", {"password": PASSWORD}, 200).content.decode())

    def pauses(self) -> None:
        self.send("/together/space/pause/")

    def is_ready(self) -> None:
        self.send("/together/space/ready/")

    def is_well(self) -> "Actor":
        clear(self.keyring)
        return self

    def is_afraid(self) -> None:
        answer(self.keyring, yes=("a",))

    def says(self) -> None:
        self.send("/affection/welcome/")

    def takes_back(self) -> None:
        self.send("/affection/welcome/take-back/")

    def lays(self, words: str, *, sort: str = "thanks", status: int = 303, form_id: str = "") -> Any:
        sent = {"form_id": form_id or str(uuid4()), "sort": sort, "words": words}
        return self.send(NOTE, sent, status)

    def ways(self) -> list[str]:
        """Where the buttons lead by which a note is let go of, from the top of the page."""
        return re.findall(r'action="(/affection/note/[^"]+/let-go/)"', self.see())

    def has_said(self) -> bool:
        return "No notes for now" in self.see()

    def may_lay(self) -> bool:
        return "Lay a note down for" in self.see()


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
