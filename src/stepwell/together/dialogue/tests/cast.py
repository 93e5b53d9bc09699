"""The cast as signed-in browsers, and what they do in a talk."""

import re
from html import unescape
from typing import Any, Self
from uuid import UUID, uuid4

from django.utils import timezone

from stepwell.ground.spaces.testing import BERLIN
from stepwell.ground.spaces.testing import Actor as Cast
from stepwell.own.safety.testing import clear
from stepwell.together.dialogue import testing

LIST = "/dialogue/"
TOPIC = "The phone at dinner"
SAID = "I feel frightened when the phone lights up at dinner and is turned over."
BACK = "When my phone lit up and I turned it over, you were frightened."


class Actor(Cast):
    home = LIST
    by_lot = Cast.by_lot + '|data-again="'

    @classmethod
    def enter(cls, name: str, zone: str = BERLIN, *, cleared: bool = True) -> Self:
        entered = super().enter(name, zone)
        if cleared:
            clear(entered.keyring)
        return entered

    def read(self, answer: Any) -> str:
        return unescape(super().read(answer))

    def text(self, url: str, data: dict[str, Any], status: int) -> str:
        return unescape(self.send(url, data, status).content.decode())

    def asks(self, topic: str = TOPIC, status: int = 303, **more: Any) -> Any:
        sent = {"topic": topic, "minutes": "20", "way": "written", "devices": "two", "first": "me"} | more
        return self.send("/dialogue/ask/", sent, status)

    def asked(self) -> str:
        """The address of what the other asked, as far as this person's list shows it."""
        found = re.search(r'action="(/dialogue/asked/[0-9a-f-]+/)(?:yes|no-more)/"', self.see())
        return found[1] if found else ""

    def agrees(self) -> str:
        """Says yes to what the other asked. Gives where that led."""
        return str(self.send(f"{self.asked()}yes/")["Location"])

    # In the room

    def moment(self, room: str) -> str:
        """Of the page as it would be drawn now. That a page says it: test_floor."""
        return str(testing.state(self.keyring, UUID(room.split("/")[2])).moment)

    def presses(self, room: str, what: str, status: int = 303, **more: Any) -> Any:
        sent = {"what": what} | ({} if "moment" in more else {"moment": self.moment(room)}) | more
        return self.send(f"{room}press/", sent, status)

    def says(self, room: str, text: str = SAID, what: str = "speak", status: int = 303, **more: Any) -> Any:
        sent = {"form_id": str(uuid4()), "kind": what, "text": text} | more
        return self.send(
            f"{room}say/", sent if "moment" in sent else sent | {"moment": self.moment(room)}, status
        )

    def gives_back(self, room: str, text: str = BACK, status: int = 303, **more: Any) -> Any:
        return self.says(room, text, "back", status, **more)

    def heading(self, room: str) -> str:
        found = re.search(r'data-part="heading"[^>]*>([^<]*)<', self.see(room))
        assert found, room
        return found[1]

    def goes(self, room: str, text: str = "", status: int = 303, **more: Any) -> Any:
        return self.send(f"{room}leave/", {"form_id": str(uuid4()), "text": text} | more, status)


enter = Actor.enter


def in_the_room(alma: Actor, ben: Actor, **asked: Any) -> str:
    """Both asked and agreed, both have it open. Alma speaks first. Asked for in another way: by the pages."""
    if not asked:
        today = timezone.now().date()
        talk = testing.begin(alma.keyring, ben.keyring, TOPIC, today=today, clears=False)
        for each in (alma, ben):
            each.see(f"{LIST}{talk}/")
        return f"{LIST}{talk}/"
    alma.asks(**asked)
    room = ben.agrees()
    for each in (alma, ben) if asked.get("devices") != "one" else (alma,):
        each.presses(room, "here")
    return room


def one_turn(speaker: Actor, listener: Actor, room: str, said: str = SAID, back: str = BACK) -> None:
    speaker.says(room, said)
    listener.gives_back(room, back)
    speaker.presses(room, "yes")
