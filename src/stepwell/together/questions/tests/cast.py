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

    def writes(self, text: str, want: str = "yes") -> str:
        """A question for oneself. Gives the address of its page."""
        sent = {"form_id": str(uuid4()), "text": text, "want": want}
        return str(self.send("/questions/new/", sent)["Location"]).split("?")[0]

    def puts(self, question: str, place: str = "now") -> None:
        self.send(f"{question}put/", {"place": place})

    def finds(self) -> list[str]:
        """The addresses of the questions that stand on this person's list and come from the other."""
        return re.findall(r'href="(/questions/asked/[0-9a-f-]+/)"', self.see("/questions/"))

    def answers(self, asked: str, text: str, status: int = 303) -> Any:
        return self.send(f"{asked}answer/", {"form_id": str(uuid4()), "text": text}, status)


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
