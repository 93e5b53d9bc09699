"""The cast as signed-in browsers, and what they do often."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.test import Client
from django.utils import timezone

from stepwell.ground.people.testing import Member, make_person, sign_in


@dataclass
class Actor:
    """One person with a browser of their own. Without a member: somebody who is not signed in."""

    browser: Client
    member: Member | None = None

    @property
    def keyring(self) -> Any:
        assert self.member
        return self.member.fresh().keyring

    def see(self, url: str, status: int = 200) -> str:
        answer = self.browser.get(url)
        assert answer.status_code == status, (url, answer.status_code)
        return body(answer)

    def send(self, url: str, data: dict[str, Any] | None = None, status: int = 303) -> Any:
        answer = self.browser.post(url, data or {})
        assert answer.status_code == status, (url, answer.status_code, body(answer))
        return answer

    def keep(self, state: str, **fields: Any) -> Any:
        return self.send(f"/pause/now/{state}/keep/", {"form_id": str(uuid4()), **fields})

    def after(self, practice: str, **fields: Any) -> Any:
        return self.send(f"/pause/with/{practice}/after/", {"form_id": str(uuid4()), **fields})


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer."""
    page = answer.content.decode()
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", page)


def enter(name: str, zone: str = "Europe/Berlin") -> Actor:
    member = make_person(name, zone=zone)
    browser = Client()
    sign_in(browser, member)
    return Actor(browser, member)


def today(zone: str = "Europe/Berlin") -> date:
    return timezone.now().astimezone(ZoneInfo(zone)).date()


def checked(page: str, name: str) -> list[str]:
    """The values of the inputs of this name that are ticked."""
    tags = [tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag and " checked" in tag]
    return [found[1] for tag in tags if (found := re.search(r'value="([^"]*)"', tag))]


def value(page: str, name: str) -> str:
    tag = next(tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag)
    found = re.search(r'value="([^"]*)"', tag)
    return found[1] if found else ""
