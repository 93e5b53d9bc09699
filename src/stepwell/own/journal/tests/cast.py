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
FORM_ID = re.compile(r'name="form_id"[^>]* value="([^"]+)"')


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

    def page_after(self, url: str, data: dict[str, Any], status: int) -> str:
        return str(self.send(url, data, status).content.decode())

    def takes_everything(self) -> str:
        return self.page_after("/settings/export/", {"password": PASSWORD}, 200)

    def pause(self) -> None:
        self.send("/together/space/pause/")

    def writes(self, text: str = "", *, at: str = "/journal/new/", **words: Any) -> str:
        """A page. Gives its address."""
        sent = {"form_id": str(uuid4()), "happened": text, "day": "2025-03-04", **words}
        return str(self.send(at, sent)["Location"]).split("?")[0]

    def changes(self, page: str, text: str, *, revision: int, status: int = 303, **words: Any) -> Any:
        sent = {"happened": text, "day": "2025-03-04", "revision": str(revision), **words}
        return self.send(f"{page}change/", sent, status)

    def shows(self, page: str, *parts: str) -> None:
        """Looks at the preview first, and sends what the preview sends."""
        seen = self.page_after(f"{page}show/", {"parts": parts}, 200)
        revision = re.findall(r'name="revision" value="(\d+)"', seen)[0]
        named = re.findall(r'name="parts" value="(\w+)"', seen)
        self.send(f"{page}show/", {"parts": named, "revision": revision, "sure": "yes"})

    def finds(self, words: str) -> str:
        return self.page_after("/journal/find/", {"words": words}, 200)


def enter(name: str) -> Actor:
    browser, member = Client(), make_person(name)
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
