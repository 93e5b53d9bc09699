"""The cast as signed-in browsers, and what they do often."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid4

import time_machine

from stepwell.ground.record.api import Event, events
from stepwell.ground.spaces.testing import Actor as Cast

BLANK = '<p class="blank">Nothing here.</p>'
TUESDAY = date(2026, 3, 3)


def at(day: date, hour: int = 12, minute: int = 0) -> Any:
    """It is this time, in UTC, inside of it."""
    return time_machine.travel(datetime.combine(day, time(hour, minute), UTC), tick=False)


class Actor(Cast):
    def refused(self, url: str, data: dict[str, Any], status: int = 422) -> str:
        """The page that a form comes back to, with what was typed still in it."""
        page: str = self.send(url, data, status).content.decode()
        for typed in data.values():
            if isinstance(typed, str) and len(typed) > 12 and "-" not in typed:
                assert typed in page, f"{typed!r} was lost"
        return page

    def promises(self, what: str = "I ring at six.", **fields: Any) -> str:
        """To the other, for today, through the page. Gives the address of its page."""
        sent = promise_form(what=what, **fields)
        return str(self.send("/promises/new/", sent)["Location"]).split("?")[0]

    def says(self, promise: str, day: date, outcome: str, status: int = 303, **fields: Any) -> Any:
        return self.send(f"{promise}{day.isoformat()}/", word_form(outcome, **fields), status)

    def notes(self, promise: str, text: str) -> None:
        self.send(f"{promise}note/", {"form_id": str(uuid4()), "text": text})


def promise_form(**fields: Any) -> dict[str, Any]:
    today = datetime.now(UTC).date().isoformat()
    sent = {
        "form_id": str(uuid4()),
        "what": "I ring at six.",
        "repeat": "once",
        "first": today,
        "who": "both",
    }
    return sent | {name: _plain(value) for name, value in fields.items()}


def word_form(outcome: str, **fields: Any) -> dict[str, Any]:
    sent = {"form_id": str(uuid4()), "outcome": outcome, "known": "0"}
    return sent | {name: _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def recorded(reader: Actor, circle: Any) -> list[Event]:
    return events(reader.keyring, circle)


enter = Actor.enter
enter_two = Actor.enter_two
