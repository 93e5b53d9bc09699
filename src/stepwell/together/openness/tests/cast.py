"""The cast as signed-in browsers, and what they do often."""

from typing import Any
from uuid import UUID

from stepwell.own.safety.testing import Careful
from stepwell.together.openness import testing
from stepwell.together.openness.models import Opening

LADDER, KITCHEN = "/openness/", "The kitchen of my childhood"


class Actor(Careful):
    home = LADDER

    def writes(self, text: str, depth: int = 1, status: int = 303) -> Any:
        return self.send("/openness/own/", {"text": text, "depth": str(depth)}, status)

    def asks(self, prompt: str = "kitchen", *boundary: str, status: int = 303) -> Any:
        return self.send(f"/openness/choose/{prompt}/", {"boundary": list(boundary)}, status)

    def takes_back(self) -> None:
        self.send("/openness/take-back/")

    def agrees(self, opening: UUID) -> None:
        self.send(f"/openness/{opening}/yes/")

    def does_not_any_more(self, opening: UUID) -> None:
        self.send(f"/openness/{opening}/not-any-more/")

    def told(self, opening: UUID) -> None:
        self.send(f"/openness/{opening}/told/")

    def says(self, opening: UUID, went: str = "well", *helped: str) -> None:
        self.send(f"/openness/{opening}/after/", {"went": went, "helped": list(helped)})

    @property
    def depth(self) -> int:
        return testing.depth_of(self.keyring)


def standing() -> UUID:
    """The one wish that stands between any two."""
    return Opening.objects.get(told=False).id


def tell(one: Actor, other: Actor, prompt: str = "kitchen") -> UUID:
    """Asked, agreed and told. Gives which."""
    one.asks(prompt)
    opening = standing()
    other.agrees(opening)
    one.told(opening)
    return opening


enter_two = Actor.enter_two
