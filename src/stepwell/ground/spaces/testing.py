"""Makers for the tests of other rooms and for the demonstration."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Self
from uuid import UUID

from django.test import Client

from stepwell.ground.people.testing import PASSWORD, Member, make_person, sign_in
from stepwell.ground.spaces.founding import found
from stepwell.ground.spaces.leaving import leave
from stepwell.ground.spaces.opened import couple_of
from stepwell.ground.vault.api import Keyring, my_bundle, pin

__all__ = ["BERLIN", "Actor", "leave", "make_couple"]
BERLIN = "Europe/Berlin"


def make_couple(a: Member, b: Member) -> UUID:
    """Two who compared words share an open space. Gives its circle; both keyrings are fresh afterwards."""
    mine, theirs = my_bundle(a.keyring), my_bundle(b.keyring)
    pin(a.keyring, b.id, theirs)
    pin(b.keyring, a.id, mine)
    circle = found(a.keyring, b.id, theirs, {a.id: a.name, b.id: b.name})
    a.fresh()
    b.fresh()
    return circle


@dataclass
class Actor:
    """Somebody of the cast with a browser of their own. What they do in a room, its own cast adds."""

    member: Member
    browser: Client

    home: ClassVar[str] = "/today/"
    # What is drawn by lot for every answer, up to where it stands.
    by_lot: ClassVar[str] = r'name="csrfmiddlewaretoken" value="|data-draft-key="|name="form_id"[^>]* value="'

    @classmethod
    def enter(cls, name: str, zone: str = BERLIN) -> Self:
        member, browser = make_person(name, zone=zone), Client()
        sign_in(browser, member)
        return cls(member, browser)

    @classmethod
    def enter_two(cls, one: str, other: str, zones: tuple[str, str] = (BERLIN, BERLIN)) -> tuple[Self, Self]:
        """With an open space of two."""
        first, second = cls.enter(one, zones[0]), cls.enter(other, zones[1])
        make_couple(first.member, second.member)
        return first, second

    @property
    def keyring(self) -> Keyring:
        return self.member.fresh().keyring

    @property
    def circle(self) -> UUID:
        """Of the space of two that they are in."""
        couple = couple_of(self.keyring)
        assert couple
        return couple.circle

    def comes_back(self) -> Self:
        """After weeks a sign-in has ended, and a new one begins."""
        self.browser = Client()
        sign_in(self.browser, self.member)
        return self

    def see(self, url: str = "", status: int = 200) -> str:
        """The page, without what is drawn by lot for every answer."""
        answer = self.browser.get(url or self.home)
        assert answer.status_code == status, (url, answer.status_code)
        return self.read(answer)

    def read(self, answer: Any) -> str:
        page = (b"".join(answer) if answer.streaming else answer.content).decode()
        return re.sub(rf'({self.by_lot})[^"]*', r"\1", page)

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answer = self.browser.post(url, data or {})
        assert answer.status_code == status, (url, answer.status_code, self.read(answer)[-3000:])
        return answer

    def led(self, url: str) -> str:
        """Where a page leads on to."""
        answer = self.browser.get(url)
        assert answer.status_code == 303, (url, answer.status_code)
        return str(answer["Location"])

    def page_after(self, url: str, data: dict[str, Any], status: int) -> str:
        return str(self.send(url, data, status).content.decode())

    def takes_everything(self) -> str:
        return self.page_after("/settings/export/", {"password": PASSWORD}, 200)

    def pause(self) -> None:
        self.send("/together/space/pause/")

    def go_on(self) -> None:
        self.send("/together/space/ready/")
