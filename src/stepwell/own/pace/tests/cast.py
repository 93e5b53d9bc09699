"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client

from stepwell.ground.people.testing import PASSWORD, Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring
from stepwell.own.pace import keeping

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')
LOT = re.compile(r'(data-draft-key=")[^"]*')
SHOWN = "/pace/shown/"


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

    def revision(self, leaf: str) -> int:
        return keeping.leaf_of(self.keyring, leaf).revision

    def writes(self, leaf: str, *, revision: int | None = None, status: int = 303, **said: str) -> Any:
        on = self.revision(leaf) if revision is None else revision
        return self.send(f"/pace/{leaf}/write/", {"revision": str(on), **said}, status)

    def shows(self, leaf: str, part: str, words: str) -> None:
        """Looks at the preview first, and sends what the preview sends."""
        seen = self.page_after(f"/pace/{leaf}/show/", {"part": part, "words": words}, 200)
        sent = dict(re.findall(r'name="(part|words)" value="([^"]*)"', seen))
        self.send(f"/pace/{leaf}/show/", {**sent, "sure": "yes"})

    def takes_back(self) -> None:
        """The first line that stands there."""
        line = re.findall(r'name="line" value="([^"]+)"', self.see(SHOWN))[0]
        self.send("/pace/shown/take-back/", {"line": line})


def enter(name: str) -> Actor:
    browser, member = Client(), make_person(name)
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second
