"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client

from stepwell.ground.people.testing import PASSWORD, Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
LOT = re.compile(r'(data-draft-key="|name="form_id"[^>]* value=")[^"]*')
BLANK = '<p class="blank">Nothing here.</p>'


@dataclass
class Actor:
    member: Member
    browser: Client

    @property
    def keyring(self) -> Keyring:
        return self.member.fresh().keyring

    def see(self, url: str, status: int = 200) -> str:
        """The page, without what is drawn by lot for every answer."""
        answer = self.browser.get(url)
        assert answer.status_code == status, (url, answer.status_code)
        return LOT.sub(r"\1", TOKEN.sub(r"\1", answer.content.decode()))

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answer = self.browser.post(url, data or {})
        assert answer.status_code == status, (url, answer.status_code, answer.content.decode()[-3000:])
        return answer

    def takes_everything(self) -> str:
        return self.send("/settings/export/", {"password": PASSWORD}, 200).content.decode()

    def pause(self) -> None:
        self.send("/together/space/pause/")

    def writes(self, revision: int = 0, **words: str) -> None:
        """Keep one's own part."""
        self.send("/repair/mine/", {**words, "revision": str(revision)})

    def puts_forward(self, revision: int = 1) -> None:
        self.send("/repair/forward/", {"revision": str(revision)})

    def signs(self, version: int, status: int = 303) -> str:
        return str(self.send("/repair/sign/", {"version": str(version)}, status).content.decode())

    def takes_back_yes(self, version: int) -> None:
        self.send("/repair/withdraw/", {"version": str(version)})

    @property
    def plan(self) -> str:
        return self.see("/repair/")


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
