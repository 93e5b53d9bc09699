"""What is written into a form: in its place, within its limits, never lost."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
import time_machine

from stepwell.together.agreements.kinds import KINDS
from stepwell.together.agreements.models import Agreement, Draft, Version
from stepwell.together.agreements.tests.cast import FORM, Actor, body, plain

pytestmark = pytest.mark.django_db
NEW = "/agreements/new/own/"


def offer(**fields: str) -> dict[str, str]:
    return {"form_id": str(uuid4()), **FORM, "do": "offer", **fields}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_opens_with_its_starting_text(alma: Actor, kind: str) -> None:
    page = plain(alma.see(f"/agreements/new/{kind}/"))
    assert str(KINDS[kind].label) in page
    for clause in KINDS[kind].clauses:
        assert str(clause) in page
    assert alma.see("/agreements/new/nothing-of-ours/", 404)


def test_no_starting_text_asks_for_a_password_or_for_watching() -> None:
    for kind in KINDS.values():
        assert kind.key in {"own", "compromise"} or len(kind.clauses) >= 5
        for clause in kind.clauses:
            said = str(clause).lower()
            assert not any(
                word in said for word in ("password", "passcode", "pin code", "location", "track", "gps")
            )
    assert "Nobody hands over a password here" in str(KINDS["technology"].note)


def test_clauses_go_to_their_places(alma: Actor) -> None:
    places = {
        "clause-0": "first",
        "clause-1": "second",
        "clause-2": "",
        "clause-3": "fourth",
        "clause-4": "fifth",
    }
    page = plain(alma.see(alma.send(NEW, offer(**places, **{"place-4": "1", "place-0": "4"}))["Location"]))
    assert page.index("fifth") < page.index("second") < page.index("fourth") < page.index("first")


def test_room_for_more_keeps_what_is_written_and_makes_nothing(alma: Actor) -> None:
    page = body(alma.send(NEW, offer(do="more", **{"clause-0": "half a", "place-0": "2"}), 200))
    assert "half a" in page
    assert page.count("<textarea") == 3 + 3
    assert Version.objects.count() == Draft.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": ""}, "A few words are needed here"),
        ({"title": "x" * 121}, "At most 120 characters fit here"),
        ({"clause-0": "", "clause-1": " ", "clause-2": ""}, "There is no clause yet. One is enough."),
        ({"clause-0": "x" * 1001}, "At most 1000 characters fit here"),
        ({"review_on": "2026-11-14"}, "This lies before it could begin."),
        ({"review_on": "1990-01-01"}, "This lies before it could begin."),
        ({"until": "2026-11-13"}, "This day has passed before it could begin."),
        ({"review_on": "2026-12-12", "until": "2026-12-11"}, "It would have ended by then."),
        ({"review_on": "soon"}, "could not be read"),
        ({f"clause-{n}": f"clause {n}" for n in range(21)}, "At most 20 clauses fit into one agreement."),
        ({"place-1": "nowhere"}, "A number from 1 to 99 fits here."),
        ({"place-1": "0"}, "A number from 1 to 99 fits here."),
    ],
)
def test_what_does_not_fit_comes_back_with_everything_that_was_typed(
    alma: Actor, fields: dict[str, str], said: str
) -> None:
    with time_machine.travel(datetime(2026, 11, 14, 20, 0, tzinfo=UTC), tick=False):
        alma.comes_back()
        sent = offer(**fields)
        answer = alma.send(NEW, sent, 422)
    page = body(answer)
    assert said in page.replace("&#x27;", "'")
    for value in sent.values():
        if " " in value.strip():
            assert value.replace("’", "’") in page
    assert Agreement.objects.count() == 0


def test_a_version_signed_after_its_day_is_refused_in_words(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(datetime(2026, 11, 14, 20, 0, tzinfo=UTC), tick=False) as clock:
        one = alma.comes_back().offers(review_on="2026-11-16")
        until = alma.offers(until="2026-11-16")
        alma.signs(one, 1)
        clock.move_to(datetime(2026, 11, 17, 20, 0, tzinfo=UTC))
        ben.comes_back()
        assert "The day to look at it again has passed." in plain(body(ben.signs(one, 1, 409)))
        assert "The day on which it ends has passed." in plain(body(ben.signs(until, 1, 409)))


def test_both_write_at_once_and_both_wordings_are_kept_to_choose_from(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    ben.answers(one, 1, **{"clause-0": "From ten in the evening both phones lie on the kitchen shelf."})
    mine = {
        "clause-0": "From eight in the evening both phones lie on the kitchen shelf.",
        "clause-3": "We are kind.",
    }
    answer = alma.answers(one, 1, 409, **mine)
    page = plain(body(answer))
    assert "Ben offered version 2 while you wrote." in page
    assert "removed: ten added: eight" in page
    assert "We are kind." in page
    assert Version.objects.count() == 2
    kept = Draft.objects.get()
    assert kept.circle_id == alma.keyring.own
    assert "We are kind." in alma.see(f"{one}change/?draft={kept.id}")
    assert f'action="{one}change/?draft={kept.id}"' in body(answer)
    # Her browser lets go of what it kept, and keeps what is chosen here under another name.
    assert f'data-saved="agreement-{one.split("/")[2]}"' in body(answer)
    assert f'data-draft="agreement-{one.split("/")[2]}-both-2"' in body(answer)
    # Their first clause, with Alma's last one.
    sent = offer(**mine, base="2", both="2", revision="1", **{"choose-0": "theirs", "theirs-0": "0"})
    again = body(alma.send(f"{one}change/?draft={kept.id}", {**sent, "title": ""}, 422))
    assert 'name="choose-0" value="theirs" checked' in again
    odd = {**sent, "theirs-0": "99", "theirs-1": "x", "both": "x" * 9, "base": "1", "title": ""}
    alma.send(f"{one}change/?draft={kept.id}", odd, 422)
    alma.send(f"{one}change/?draft={kept.id}", sent)
    page = plain(ben.see(one))
    assert "Version 3, offered by Alma" in page
    assert "From ten in the evening both phones lie" in page
    assert "We are kind." in page
    assert Draft.objects.count() == 0


def test_a_change_that_changes_nothing_is_none(alma: Actor) -> None:
    one = alma.offers()
    assert "It says what the newest version says already." in plain(body(alma.answers(one, 1, 409)))
    assert Version.objects.count() == 1


def test_a_draft_kept_in_two_windows_is_shown_in_both_wordings(alma: Actor) -> None:
    url = alma.send(NEW, offer(do="keep"))["Location"].partition("?")[0]
    alma.send(url, offer(do="keep", revision="1", title="The first window"))
    answer = alma.send(url, offer(do="keep", revision="1", title="The second window"), 409)
    assert "The first window" in body(answer)
    assert "The second window" in body(answer)
    assert "The first window" in alma.see(url)
    alma.send(url, offer(do="keep", revision="2", title="The second window"))
    assert "The second window" in alma.see(url)
    assert alma.see(f"{url}delete/")
    alma.send(f"{url}delete/")
    assert alma.see(url, 404)


def test_a_day_holds_so_many_versions(alma: Actor, ben: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.together.agreements import settling

    monkeypatch.setattr(settling, "MOST_A_DAY", 2)
    one = alma.offers()
    alma.answers(one, 1, title="Second")
    answer = alma.answers(one, 2, 409, title="Third")
    assert "That is as much as fits in one day." in plain(body(answer))
    assert "Third" in body(answer)
    ben.answers(one, 2, title="Ben has room")


def test_a_compromise_says_what_each_wanted(alma: Actor, ben: Actor) -> None:
    sent = {
        "title": "Sundays", "wanted_me": "A morning alone.", "wanted_other": "A walk.",
        "clause-0": "A walk at eleven.", "until": "2099-03-31", "do": "offer",
    }  # fmt: skip
    one = alma.send("/agreements/new/compromise/", sent)["Location"].partition("?")[0]
    page = plain(ben.see(one))
    assert "What Alma wants: A morning alone." in page
    assert "What Ben wants: A walk." in page
    assert "It holds until 31 March 2099." in page
    change = ben.see(f"{one}change/")
    mine = change.split('name="wanted_me"')[1].split("</textarea>")[0]
    assert "A walk." in mine
    again = {**sent, "wanted_me": "A long walk.", "wanted_other": "A morning alone.", "base": "1"}
    ben.send(f"{one}change/", again)
    assert "What Ben wants: A added: long walk." in plain(alma.see(one))


@pytest.mark.parametrize(
    "odd", ["\x01\x7f", "a\u202eb\ufeff", "\U0001f9ff" * 300, "line\r\nline\n\nline", "{n} %s {{ x }}"]
)
def test_odd_letters_are_offered_signed_and_recorded_as_they_are(alma: Actor, ben: Actor, odd: str) -> None:
    one = alma.offers(title=f"odd {odd[:20]}", **{"clause-0": f"here {odd} there"})
    ben.answers(one, 1, title=f"{odd[:20]} odd", **{"clause-0": f"there {odd} here"})
    for actor in (alma, ben):
        actor.signs(one, 2)
        for page in (one, f"{one}versions/", f"{one}paper/", "/agreements/", "/record/"):
            assert actor.see(page)
    assert "Version 2, signed by both" in plain(alma.see(one))
