"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

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

    def writes(self, words: str, sort: str = "letter", part: str = "words") -> str:
        """A letter for oneself. Gives the address of its page."""
        sent = {"form_id": str(uuid4()), f"part-{part}": words, "do": "keep"}
        return str(self.send(f"/letters/new/{sort}/", sent)["Location"]).split("?")[0]

    def gives(self, letter: str, revision: int = 1, status: int = 303) -> str:
        """The address of the page of what was given."""
        answer = self.send(f"{letter}give/", {"revision": str(revision)}, status)
        return str(answer.headers.get("Location", ""))

    def finds(self) -> list[str]:
        """The addresses of the letters that stand on this person's list and were given."""
        return re.findall(r'href="(/letters/given/[0-9a-f-]+/)"', self.see("/letters/"))

    def says(self, given: str, step: int, words: str = "", verdict: str = "", status: int = 303) -> Any:
        sent = {"form_id": str(uuid4()), "step": str(step), "words": words, "verdict": verdict}
        return self.send(f"{given}say/", sent, status)


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
