"""What somebody took away and wants to become something begins there, and stands in no address on the way."""

import logging
import re
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from stepwell.ground.people.api import keep_begun
from stepwell.together.dialogue.tests.cast import Actor, in_the_room

pytestmark = pytest.mark.django_db
AWAY = "That you rang before I had to ask, from Heron Street. 😀 שלום"
BEGIN = re.compile(r'action="(/dialogue/taken/[0-9a-f-]+/begin/)"')
WAYS = [
    ("promise", "/promises/new/", "what", {"repeat": "once", "who": "me"}),
    ("question", "/questions/new/", "text", {"want": "yes"}),
    ("appreciation", "/letters/new/letter/", "part-words", {"do": "keep"}),
]


def took(alma: Actor, ben: Actor, becomes: str) -> None:
    room = in_the_room(alma, ben)
    alma.says(room)
    alma.presses(room, "end")
    for each, text in ((alma, AWAY), (ben, "")):
        each.goes(room, text, becomes=becomes, shown="on" if each is alma else "")


def drafts() -> int:
    return apps.get_model("people", "KeptDraft")._default_manager.count()


@pytest.mark.parametrize(("becomes", "path", "field", "rest"), WAYS, ids=[way[0] for way in WAYS])
def test_its_words_stand_in_the_form_of_that_room_and_in_no_address(
    couple: tuple[Actor, Actor],
    caplog: pytest.LogCaptureFixture,
    becomes: str,
    path: str,
    field: str,
    rest: Any,
) -> None:
    alma, ben = couple
    took(alma, ben, becomes)
    (begin,) = BEGIN.findall(alma.see())
    assert not BEGIN.findall(ben.see()), "what the other showed is not one's own to begin with"
    with caplog.at_level(logging.DEBUG):
        where = alma.send(begin)["Location"]
        assert re.fullmatch(re.escape(path) + r"\?begun=[0-9a-f-]{36}", where)
        page = alma.see(where)
    assert f">\n{AWAY}</textarea>" in page
    assert f'action="{where}"' in page
    assert "Heron" not in caplog.text
    assert "Heron" not in alma.see(path), "the form that was there before is as it was"
    form_id = re.search(r'name="form_id"[^>]*value="([^"]*)"', alma.browser.get(where).content.decode())
    assert form_id
    tomorrow = (timezone.now() + timedelta(days=1)).date().isoformat()
    done = alma.send(where, {"form_id": form_id[1], field: AWAY, "first": tomorrow} | rest)
    assert drafts() == 0
    made = alma.browser.get(done["Location"]).content.decode()
    (draft,) = re.findall(r'data-draft="([^"]*)"', page)
    assert f'data-saved="{draft}"' in made


def test_begun_twice_it_is_one_form_with_what_was_changed_in_it(alma: Actor, ben: Actor) -> None:
    took(alma, ben, "promise")
    (begin,) = BEGIN.findall(alma.see())
    where = alma.send(begin)["Location"]
    keep_begun(alma.keyring, f"promise-{where[-36:]}", {"what": ["I ring on Tuesdays."]})
    assert alma.send(begin)["Location"] == where
    assert "I ring on Tuesdays." in alma.see(where)


def test_another_s_and_one_let_go_are_not_there(alma: Actor, ben: Actor, chidi: Actor) -> None:
    took(alma, ben, "promise")
    (begin,) = BEGIN.findall(alma.see())
    for each in (ben, chidi):
        each.send(begin, status=404)
    alma.send(begin.replace("begin", "let-go"))
    alma.send(begin, status=404)
    assert drafts() == 0


def test_what_stays_as_it_is_has_no_such_way(alma: Actor, ben: Actor) -> None:
    took(alma, ben, "nothing")
    assert AWAY in alma.see()
    assert not BEGIN.findall(alma.see())


def test_an_address_with_anything_else_in_it_is_the_form_as_ever(alma: Actor) -> None:
    for odd in ("x", "", "../promise", "0" * 400):
        assert 'data-draft="promise"' in alma.see(f"/promises/new/?begun={odd}")
