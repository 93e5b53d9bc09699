"""The cast as signed-in browsers, and what they do on the way to a space."""

import re
from typing import Any

from stepwell.ground.spaces.testing import Actor as Cast

SPACE, INVITE, WORDS, CODE = "/together/space/", "/together/invite/", "/together/words/", "/together/code/"


class Actor(Cast):
    def read(self, answer: Any) -> str:
        return body(answer)

    def invites(self) -> tuple[str, str]:
        """An invitation through the page. Gives its token and its code."""
        self.send(INVITE)
        page = self.see(INVITE)
        token = re.search(r"/invitation/([\w-]+)/", page)
        code = re.search(r'<p class="codes">([^<]+)</p>', page)
        assert token
        assert code
        return token[1], code[1]

    def words(self) -> list[str]:
        return re.findall(r"<li>([a-z]+)</li>", self.see(WORDS))

    def says_same(self, status: int = 303) -> Any:
        shown = re.search(r'name="shown" value="(\w+)"', self.see(WORDS))
        assert shown
        return self.send(WORDS + "same/", {"shown": shown[1]}, status)


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer or belongs to whose browser it is."""
    return re.sub(
        r'(name="csrfmiddlewaretoken" value="|data-draft-key=")[\w-]+', r"\1", answer.content.decode()
    )


enter = Actor.enter
enter_two = Actor.enter_two


def answered(one: Actor, other: Actor) -> None:
    token, _code = one.invites()
    other.send("/together/accept/", {"token": token})
