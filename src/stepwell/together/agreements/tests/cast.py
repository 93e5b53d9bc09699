"""The cast as signed-in browsers, and what they do often."""

import re
from typing import Any
from uuid import UUID, uuid4

from stepwell.ground.spaces.testing import Actor as Cast
from stepwell.together.agreements.testing import PHONES

FORM = {"title": "Phones in the evening", **{f"clause-{n}": words for n, words in enumerate(PHONES)}}


class Actor(Cast):
    def read(self, answer: Any) -> str:
        return body(answer)

    def offers(self, **fields: str) -> str:
        """A new wording shown to the other, through the page. Gives its address."""
        sent = {"form_id": str(uuid4()), **FORM, **fields, "do": "offer"}
        return str(self.send("/agreements/new/technology/", sent)["Location"]).partition("?")[0]

    def answers(self, url: str, base: int, status: int = 303, **fields: str) -> Any:
        sent = {"form_id": str(uuid4()), **FORM, "do": "offer", "base": str(base), **fields}
        return self.send(f"{url}change/", sent, status)

    def takes_hand_back(self, url: str, status: int = 303) -> Any:
        return self.send(f"{url}step-back/", {"do": "hand", **hidden(self.see(f"{url}step-back/"))}, status)

    def says_still_right(self, url: str, weeks: str = "4", status: int = 303) -> Any:
        sent = {**hidden(self.see(f"{url}review/")), "weeks": weeks}
        return self.send(f"{url}review/", sent, status)

    def signs(self, url: str, number: int, status: int = 303) -> Any:
        return self.send(f"{url}sign/", {"version": str(number)}, status)


def body(answer: Any) -> str:
    """The page, without what is drawn by lot for every answer."""
    page = answer.content.decode()
    page = re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", page)
    return re.sub(r'(name="form_id"[^>]*value="|value=")[0-9a-f-]{36}("[^>]*name="form_id")?', r"\1\2", page)


def hidden(page: str) -> dict[str, str]:
    """What the forms of a page carry unseen of a signature or a review."""
    tags = re.findall(r'<input[^>]*type="hidden"[^>]*>', page)
    found = {re.findall(r'name="([^"]+)"', tag)[0]: re.findall(r'value="([^"]*)"', tag) for tag in tags}
    return {name: found[name][0] for name in ("under", "version", "turn") if found.get(name)}


def plain(page: str) -> str:
    """The words of a page as somebody reads them."""
    inside = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", inside).replace("&#x27;", "'").split())


def id_in(url: str) -> UUID:
    return UUID(url.split("/")[2])


enter_two = Actor.enter_two
