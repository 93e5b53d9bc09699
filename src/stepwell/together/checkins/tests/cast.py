"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple


@dataclass
class Actor:
    """One person of the cast with a browser of their own."""

    member: Member
    browser: Client

    @property
    def keyring(self) -> Any:
        return self.member.fresh().keyring

    def see(self, url: str, status: int = 200) -> str:
        answer = self.browser.get(url)
        assert answer.status_code == status, (url, answer.status_code)
        return body(answer)

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answer = self.browser.post(url, data or {})
        assert answer.status_code == status, (url, answer.status_code, body(answer))
        return answer

    def keep(self, **fields: Any) -> UUID:
        """A check-in through the page. Gives its id."""
        sent = {"form_id": str(uuid4()), "safety": "6", "who": "me", **fields}
        return id_in(self.send("/check-ins/new/", sent)["Location"])


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer."""
    page = (b"".join(answer) if answer.streaming else answer.content).decode()
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", page)


def id_in(url: str) -> UUID:
    return UUID(url.split("/")[2])


def enter(name: str, zone: str = "Europe/Berlin") -> Actor:
    member = make_person(name, zone=zone)
    browser = Client()
    sign_in(browser, member)
    return Actor(member, browser)


def enter_two(
    one: str, other: str, zones: tuple[str, str] = ("Europe/Berlin", "Europe/Berlin")
) -> tuple[Actor, Actor, UUID]:
    first, second = enter(one, zones[0]), enter(other, zones[1])
    circle = make_couple(first.member, second.member)
    return first, second, circle


def inputs(page: str, name: str, *, checked: bool = False) -> list[str]:
    """The values of the inputs of this name in the page; with `checked`, only of those that are."""
    tags = [tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag]
    found = [re.search(r'value="([^"]*)"', tag) for tag in tags if not checked or " checked" in tag]
    return [match[1] for match in found if match]


def bare(answer: HttpResponse) -> bytes:
    return bytes(answer.content)
