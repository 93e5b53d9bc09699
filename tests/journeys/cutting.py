"""Pulling the plug while several people press at once. For the stories of rooms that share something."""

import http.client
import re
from collections.abc import Callable
from random import Random
from threading import Thread
from typing import Any

from tests.fixtures.person import Page, Somebody
from tests.fixtures.server import Served


def clear(somebody: Somebody) -> None:
    """Their own word counts from now on."""
    page = somebody.see("/mine/questions/all/")
    asked = set(re.findall(r'name="(\w+)" type="radio"', page.text))
    somebody.send("/mine/questions/all/", page.hidden() | dict.fromkeys(asked, "no"), 200)


def pressed(somebody: Somebody, path: str, fields: dict[str, Any]) -> Page | None:
    """Sent, whether or not an answer came: none, where the server went meanwhile."""
    try:
        return somebody.send(path, fields, 0)
    except (OSError, http.client.HTTPException):
        return None


def cut_off(served: Served, chance: Random, *acts: Callable[[], object]) -> None:
    """All of them at once, and the plug is pulled in some moment of it. Then the server is there again."""
    doing = [Thread(target=act) for act in acts]
    for one in doing:
        one.start()
    doing[0].join(chance.uniform(0.0, 0.25))
    served.kill()
    for one in doing:
        one.join()
    served.start()
