"""The cast as signed-in browsers, and what they do often in this room."""

import re
from typing import Any

from stepwell.ground.spaces.testing import Actor as Cast
from stepwell.own.safety import answering
from stepwell.own.safety.questions import asked

ASK, GROUND, PLAN, HELP = "/mine/questions/all/", "/mine/ground/", "/mine/plan/", "/help/"


class Actor(Cast):
    def read(self, answer: Any) -> str:
        return body(answer)

    def form(self, *, yes: tuple[str, ...] = (), left: tuple[str, ...] = ()) -> dict[str, str]:
        """What the questions' page would send, answered no but for these."""
        sheet = answering.sheet(self.keyring)
        words = {key: "yes" if key in yes else "no" for key in asked(apart=sheet.apart)}
        return words | dict.fromkeys(left, "open") | {"round": str(sheet.round)}

    def answers(self, *, yes: tuple[str, ...] = (), left: tuple[str, ...] = ()) -> str:
        """Through the page. Gives what the page says about it."""
        return body(self.send(ASK, self.form(yes=yes, left=left), status=200))


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer."""
    page = (b"".join(answer) if answer.streaming else answer.content).decode()
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", page)


enter = Actor.enter
