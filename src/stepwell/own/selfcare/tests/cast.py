"""The cast as signed-in browsers, and what they do often."""

import re
from datetime import date
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from stepwell.ground.spaces.testing import Actor as Cast


class Actor(Cast):
    # The number of a form stays: a story here looks whether it is a new one.
    by_lot = 'name="csrfmiddlewaretoken" value="'

    def keep(self, state: str, **fields: Any) -> Any:
        return self.send(f"/pause/now/{state}/keep/", {"form_id": str(uuid4()), **fields})

    def after(self, practice: str, **fields: Any) -> Any:
        return self.send(f"/pause/with/{practice}/after/", {"form_id": str(uuid4()), **fields})


enter = Actor.enter


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
