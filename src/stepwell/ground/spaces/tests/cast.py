"""The cast as signed-in browsers, and what they do on the way to a space."""

import re
from dataclasses import dataclass
from typing import Any

from django.test import Client

from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import Keyring

SPACE, INVITE, WORDS, CODE = "/together/space/", "/together/invite/", "/together/words/", "/together/code/"


@dataclass
class Actor:
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

    def invites(self) -> tuple[str, str]:
        """An invitation through the page. Gives its token and its code."""
        self.send(INVITE)
        page = self.see(INVITE)
        token = re.search(r"/invitation/([\w-]+)/", page)
        code = re.search(r'<p class="codes">([^<]+)</p>', page)
        assert token
        assert code
        return token[1], code[1]

    def words(self) -> list[str]:
        return re.findall(r"<li>([a-z]+)</li>", self.see(WORDS))

    def says_same(self, status: int = 303) -> Any:
        shown = re.search(r'name="shown" value="(\w+)"', self.see(WORDS))
        assert shown
        return self.send(WORDS + "same/", {"shown": shown[1]}, status)


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer or belongs to whose browser it is."""
    return re.sub(
        r'(name="csrfmiddlewaretoken" value="|data-draft-key=")[\w-]+', r"\1", answer.content.decode()
    )


def enter(name: str) -> Actor:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(one: str, other: str) -> tuple[Actor, Actor]:
    first, second = enter(one), enter(other)
    make_couple(first.member, second.member)
    return first, second


def answered(one: Actor, other: Actor) -> None:
    token, _code = one.invites()
    other.send("/together/accept/", {"token": token})
