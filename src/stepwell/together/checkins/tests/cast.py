"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse

from stepwell.ground.spaces.testing import Actor as Cast


class Actor(Cast):
    def read(self, answer: Any) -> str:
        return body(answer)

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


enter = Actor.enter
enter_two = Actor.enter_two


def inputs(page: str, name: str, *, checked: bool = False) -> list[str]:
    """The values of the inputs of this name in the page; with `checked`, only of those that are."""
    tags = [tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag]
    found = [re.search(r'value="([^"]*)"', tag) for tag in tags if not checked or " checked" in tag]
    return [match[1] for match in found if match]


def bare(answer: HttpResponse) -> bytes:
    return bytes(answer.content)
