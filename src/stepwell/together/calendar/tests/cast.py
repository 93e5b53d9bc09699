"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any
from uuid import UUID, uuid4

from stepwell.ground.spaces.testing import Actor as Cast

ALL = ["what", "where", "whom", "until", "reach"]


class Actor(Cast):
    def read(self, answer: Any) -> str:
        return body(answer)

    def plan(self, **fields: Any) -> UUID:
        """A plan through the page. Gives its id."""
        sent = {"form_id": str(uuid4()), "day": "2026-11-24", "at": "18:00", "who": "me", **fields}
        return id_in(self.send("/calendar/new/", sent)["Location"])

    def show(self, plan: UUID, parts: list[str] | None = None) -> None:
        self.send(f"/calendar/plans/{plan}/show/", {"who": "both", "parts": ALL if parts is None else parts})

    def change(self, plan: UUID, status: int = 303, **fields: Any) -> Any:
        page = self.see(f"/calendar/plans/{plan}/change/")
        sent = {name: values[0] for name in FIELDS if (values := inputs(page, name))}
        sent = {name: value for name, value in sent.items() if value is not None}
        return self.send(f"/calendar/plans/{plan}/change/", sent | fields, status)


FIELDS = ("form_id", "revision", "what", "where", "whom", "reach", "day", "at", "until", "until_day", "last")


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer."""
    page = (b"".join(answer) if answer.streaming else answer.content).decode()
    page = re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", page)
    return re.sub(r'(<input[^>]*name="form_id"[^>]*?value=")[\w-]+', r"\1", page)


def words(page: str) -> str:
    """What is read of a page, in one line."""
    inside = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", inside).split())


def id_in(url: str) -> UUID:
    return UUID(url.split("/")[3])


enter_two = Actor.enter_two


def inputs(page: str, name: str) -> list[str]:
    """The values of the inputs of this name in the page."""
    tags = [tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag]
    found = [re.search(r'value="([^"]*)"', tag) for tag in tags]
    return [match[1] if match else "" for match in found]
