"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.test import Client

from stepwell.ground.people.testing import PASSWORD, Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.testing import answer, clear
from stepwell.together.openness import testing
from stepwell.together.openness.models import Opening

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
LOT = re.compile(r'(data-draft-key="|name="form_id"[^>]* value=")[^"]*')
LADDER, KITCHEN = "/openness/", "The kitchen of my childhood"


@dataclass
class Actor:
    member: Member
    browser: Client

    @property
    def keyring(self) -> Keyring:
        return self.member.fresh().keyring

    def see(self, url: str = LADDER, status: int = 200) -> str:
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

    def writes(self, text: str, depth: int = 1, status: int = 303) -> Any:
        return self.send("/openness/own/", {"text": text, "depth": str(depth)}, status)

    def asks(self, prompt: str = "kitchen", *boundary: str, status: int = 303) -> Any:
        return self.send(f"/openness/choose/{prompt}/", {"boundary": list(boundary)}, status)

    def takes_back(self) -> None:
        self.send("/openness/take-back/")

    def agrees(self, opening: UUID) -> None:
        self.send(f"/openness/{opening}/yes/")

    def does_not_any_more(self, opening: UUID) -> None:
        self.send(f"/openness/{opening}/not-any-more/")

    def told(self, opening: UUID) -> None:
        self.send(f"/openness/{opening}/told/")

    def says(self, opening: UUID, went: str = "well", *helped: str) -> None:
        self.send(f"/openness/{opening}/after/", {"went": went, "helped": list(helped)})

    @property
    def depth(self) -> int:
        return testing.depth_of(self.keyring)


def standing() -> UUID:
    """The one wish that stands between any two."""
    return Opening.objects.get(told=False).id


def tell(one: Actor, other: Actor, prompt: str = "kitchen") -> UUID:
    """Asked, agreed and told. Gives which."""
    one.asks(prompt)
    opening = standing()
    other.agrees(opening)
    one.told(opening)
    return opening


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
