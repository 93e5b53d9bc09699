"""The cast as signed-in browsers, and what they do often."""

from stepwell.ground.spaces.testing import Actor as Cast

BLANK = '<p class="blank">Nothing here.</p>'


class Actor(Cast):
    def writes(self, revision: int = 0, **words: str) -> None:
        """Keep one's own part."""
        self.send("/repair/mine/", {**words, "revision": str(revision)})

    def puts_forward(self, revision: int = 1) -> None:
        self.send("/repair/forward/", {"revision": str(revision)})

    def signs(self, version: int, status: int = 303) -> str:
        return str(self.send("/repair/sign/", {"version": str(version)}, status).content.decode())

    def takes_back_yes(self, version: int) -> None:
        self.send("/repair/withdraw/", {"version": str(version)})

    @property
    def plan(self) -> str:
        return self.see("/repair/")


enter_two = Actor.enter_two
