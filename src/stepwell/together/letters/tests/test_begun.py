"""A form of another room that comes to have its words looked at, without a script."""

import pytest

from stepwell.ground.people.api import kept_draft
from stepwell.together.letters.tests.cast import Actor

pytestmark = pytest.mark.django_db
LOOK = "promise|/promises/new/|what=The promise"
SENT = {"look": LOOK, "what": "I ring on Tuesdays.", "why": "Because you wait.", "repeat": "daily"}
PAGES = ["/words/", "/words/i-feel/"]
LONG = "I wait at the window. " * 13_000


@pytest.mark.parametrize("page", PAGES)
def test_it_waits_whole(alma: Actor, page: str) -> None:
    alma.send(page, SENT, 200 if page == "/words/" else 303)
    assert kept_draft(alma.keyring, "promise") == {
        name: [value] for name, value in SENT.items() if name != "look"
    }


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["what", "why"])
def test_where_it_is_more_than_can_wait_every_word_stands_on_the_page(
    alma: Actor, page: str, name: str
) -> None:
    answer = alma.send(page, SENT | {name: LONG, "password": "a lantern on the stairs"}, 413).content.decode()
    assert "This is more than can wait" in answer
    assert LONG.strip() in answer
    for other in {"what", "why"} - {name}:
        assert SENT[other] in answer
    assert "The promise" in answer, "what the field is called"
    assert 'href="/promises/new/"' in answer
    assert "lantern" not in answer
    assert kept_draft(alma.keyring, "promise") is None
