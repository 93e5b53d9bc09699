"""Words that their signer takes out of the record: what goes, what stays, and that both can see it."""

import json
from pathlib import Path

import pytest
from django.db import transaction

from stepwell.ground.record import api, verify
from stepwell.ground.record.models import Event
from stepwell.ground.record.seen import last_seen
from stepwell.ground.record.tests.going import browser, leave
from stepwell.ground.record.tests.test_pages import see
from stepwell.ground.spaces.api import pause

WORDS = {"title": "Phones in the evening", "clauses": ["Face up, on the shelf."]}


def add(member, two, text=WORDS):
    with transaction.atomic():
        return api.append(member.keyring, two.circle, "agreement.signed", text)


def out(i):
    return f"/record/events/{i}/words/"


def press(member, i, status=303, query=""):
    answer = browser(member).post(out(i) + query)
    assert answer.status_code == status
    return answer


@pytest.fixture
def signed(two):
    """Both signed the same."""
    return [add(two.alma, two), add(two.ben, two)]


def test_the_page_says_what_goes_and_what_stays_and_changes_nothing(two, signed):
    page = see(two.alma, out(1))
    for words in (
        "Face up, on the shelf.",
        "What goes",
        "What stays",
        "may have kept a copy",
        "cannot be undone",
    ):
        assert words in page
    assert [event.text for event in api.events(two.ben.keyring, two.circle)] == [WORDS, WORDS]


def test_one_s_own_words_go_and_the_other_s_of_the_same_stay(two, signed, tmp_path):
    assert press(two.alma, 1)["Location"] == "/record/?space=1&to=11#event-1"
    for member in (two.alma, two.ben):
        found = api.events(member.keyring, two.circle)
        assert [event.text for event in found] == [None, WORDS, {"event": 1}]
        assert [event.head for event in found[:2]] == [event.head for event in signed]
        page = see(member)
        assert "Its words were erased since." in page
        assert "Alma took the words out of event 1." in page
        assert api.look(member.keyring, two.circle) == found[-1].head
    file = tmp_path / "record.json"
    file.write_text(see(two.ben, "/record/take/"))
    verdict = verify.check(str(file))
    assert (verdict.events, verdict.erased) == (3, 1)
    press(two.ben, 2)
    assert "Face up" not in see(two.alma)


def test_pressed_twice_it_is_done_once_and_leads_to_its_place(two, signed):
    places = {press(two.alma, 1)["Location"] for _ in range(2)}
    assert len(places) == 1
    assert browser(two.alma).get(out(1))["Location"] == places.pop()
    assert api.look(two.alma.keyring, two.circle).i == 3


def test_theirs_and_what_is_not_there_are_one_answer(two, signed):
    never = see(two.alma, out(99), 404)
    for i in (2, 0, 3, 10**12, "x", "-1", "\u0663"):
        assert see(two.alma, out(i), 404) == never
        press(two.alma, i, 404)
    press(two.alma, 1)
    assert see(two.alma, out(3), 404) == never, "that words were taken out is not taken out again"
    press(two.alma, 3, 404)
    assert [event.text for event in api.events(two.ben.keyring, two.circle)] == [None, WORDS, {"event": 1}]


def test_only_the_signer_is_offered_it(two, signed):
    page = see(two.alma)
    assert out(1) in page
    assert out(2) not in page
    press(two.alma, 1)
    page = see(two.alma)
    assert out(1) not in page
    assert out(3) not in page


def test_also_while_the_space_rests(two, signed):
    pause(two.ben.keyring)
    press(two.alma, 1)
    assert api.events(two.ben.keyring, two.circle, of=[1])[0].text is None


def test_after_an_end_the_page_says_that_it_stays(two, signed):
    waiting = see(two.alma, out(1))
    assert "Take them out" in waiting
    leave(two.ben)
    two.alma.fresh()
    assert out(1) not in see(two.alma)
    assert "These words stay" in see(two.alma, out(1))
    assert "These words stay" in press(two.alma, 1, 409).content.decode()
    assert api.events(two.alma.keyring, two.circle, of=[1])[0].text == WORDS


def test_nothing_is_taken_out_of_a_record_that_is_broken(two, signed):
    add(two.alma, two)
    Event.objects.within(two.alma.keyring, two.circle).filter(i=3).delete()
    assert "not as you saw it" in see(two.alma, out(1), 409)
    press(two.alma, 1, 409)
    assert api.events(two.alma.keyring, two.circle, of=[1])[0].text == WORDS


def test_the_paper_says_it_too(two, signed):
    from stepwell.ground.record.tests.test_pages import pdf_text

    press(two.alma, 1)
    words = pdf_text(two.ben)
    assert "Its words were erased since." in words
    assert "Alma took the words out of event 1." in words


# A record that is not whole


def first_bad(path):
    with pytest.raises(verify.Bad) as bad:
        verify.check(str(path))
    return str(bad.value)


def taken(member, tmp_path) -> Path:
    file = tmp_path / "record.json"
    file.write_text(see(member, "/record/take/?space=1&as-it-is=1"))
    return file


def many(two):
    return [add(member, two) for member in (two.alma, two.ben) * 3]


def test_words_under_a_hash_that_was_not_theirs(two, tmp_path):
    from stepwell.ground.record.tests.test_looking import rewrite

    many(two)
    rewrite(two, 4, text='{"title":"Another"}')
    # Alma saw event 5 last: what stands before it is only looked at when it is shown.
    page = see(two.alma)
    assert "Event 4 is the first that does not fit" in page
    assert "/record/take/?space=1&amp;as-it-is=1" in page
    assert "Where it begins" in see(two.alma, "/record/take/", 409)
    file = taken(two.alma, tmp_path)
    assert len(json.loads(file.read_text())["events"]) == 6
    assert first_bad(file).startswith("event 4:")


@pytest.mark.parametrize("text", ["no json", "[" * 200_000, '{"a":1.5}', '{"title":"\\ud800"}'])
def test_what_cannot_even_be_read_is_told_and_the_rest_goes_out(two, tmp_path, text):
    from stepwell.ground.record.tests.test_looking import rewrite

    many(two)
    rewrite(two, 4, text=text)
    assert "Event 4 is the first that does not fit" in see(two.ben)
    file = taken(two.ben, tmp_path)
    assert {1, 2, 3, 5, 6} <= {event["i"] for event in json.loads(file.read_text())["events"]}
    assert first_bad(file).startswith("event 4:")


def test_the_end_is_missing(two, tmp_path):
    events = many(two)
    api.look(two.alma.keyring, two.circle)
    Event.objects.within(two.alma.keyring, two.circle).filter(i__gte=5).delete()
    page = see(two.alma)
    assert "From event 5 on it is missing." in page
    assert events[3].head.words in page
    assert events[5].head.words in page
    file = taken(two.alma, tmp_path)
    # Everything in it fits. That it ends too early, its receipt tells: that of what Alma saw.
    assert "receipt" in first_bad(file)
    assert json.loads(file.read_text())["receipt"]["i"] == 6


def test_it_was_written_anew(two, tmp_path):
    """Somebody with both sign-ins and the database writes the last event again."""
    many(two)
    api.look(two.alma.keyring, two.circle)
    seen = last_seen(two.alma.keyring, two.circle)
    Event.objects.within(two.alma.keyring, two.circle).filter(i=6).delete()
    from stepwell.ground.record.content import SEEN, SeenV1
    from stepwell.ground.vault.api import change_state

    change_state(two.ben.keyring, "record", SEEN, lambda _kept: SeenV1())
    add(two.ben, two, {"title": "Another"})
    page = see(two.alma)
    assert "event 6 is another now" in page
    assert seen.words in page
    assert "receipt" in first_bad(taken(two.alma, tmp_path))


def test_all_of_it_is_gone(two, tmp_path):
    many(two)
    Event.objects.within(two.alma.keyring, two.circle).delete()
    assert "From event 1 on it is missing." in see(two.ben)
    assert "receipt" in first_bad(taken(two.ben, tmp_path))


def test_a_whole_record_asked_for_as_it_is_is_the_whole_one(two, tmp_path):
    many(two)
    assert verify.check(str(taken(two.alma, tmp_path))).events == 6
