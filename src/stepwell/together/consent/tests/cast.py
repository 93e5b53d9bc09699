"""The cast as signed-in browsers, and what they do in this room."""

import re
from html import unescape
from typing import Any

from django.apps import apps

from stepwell.own.safety.testing import Careful

PAGE, ASK, BACK = "/this-time/", "/this-time/ask/", "/this-time/take-back/"
ASKED = {"what": "A long hug when you come in", "outs": "Talking about the day", "hours": "3"}
BOTH = "Both of you said yes to this, for this time."


class Actor(Careful):
    home = PAGE
    by_lot = Careful.by_lot + '|data-left="'

    def read(self, answer: Any) -> str:
        return unescape(super().read(answer))

    def asks(self, status: int = 303, **more: str) -> Any:
        return self.send(ASK, ASKED | more, status)

    def asked(self) -> str:
        """The address of what the other asked, as far as this person's page leads there."""
        found = re.search(r'href="(/this-time/asked/[0-9a-f-]+/)"', self.see())
        return found[1] if found else ""

    def agrees(self, outs: str = "") -> None:
        self.send(self.asked(), {"outs": outs})

    def takes_back(self) -> None:
        assert self.send(BACK)["Location"] == PAGE

    def out(self) -> list[str]:
        """The lines of what stays out, as this person's page has them."""
        section = self.see().partition("<dt>Out</dt>")[2].partition("</dd>")[0]
        return re.findall(r'<p dir="auto">([^<]*)</p>', section)


def rows() -> dict[str, int]:
    """How many rows of this room the database holds."""
    return {
        model.__name__: model._default_manager.count()
        for model in apps.get_app_config("consent").get_models()
    }


def nothing_of_two() -> bool:
    counted = rows()
    return not counted["Asking"] and not counted["Consent"]


def shapes() -> dict[str, list[int]]:
    """Of every table of sealed words in the house: how many rows, and how large each is."""
    found: dict[str, list[int]] = {}
    for model in apps.get_models():
        if any(field.name == "sealed" for field in model._meta.fields):
            sizes = model._default_manager.values_list("sealed", flat=True)
            found[model._meta.label] = sorted(len(bytes(one)) for one in sizes)
        elif model._meta.label != "sessions.SignIn":
            found[model._meta.label] = [model._default_manager.count()]
    return found
