"""What the two never learn of one another; and what rests, has ended or has passed."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from stepwell.ground.vault.api import read
from stepwell.own.selfcare.testing import keep_now
from stepwell.together.agreements.models import Agreement, Draft, Pressure, Sight, Version, Withdrawal
from stepwell.together.agreements.privacy import export
from stepwell.together.agreements.testing import PHONES
from stepwell.together.agreements.tests.cast import Actor, body, plain

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 11, 14, 20, 0, tzinfo=UTC)
NOTE = "I signed because the door was closed."


def in_force(alma: Actor, ben: Actor, **fields: str) -> str:
    one = alma.offers(**fields)
    for actor in (alma, ben):
        actor.signs(one, 1)
    return one


def everything_of(actor: Actor, one: str) -> list[str]:
    """Every page on which something of the other could show, and what can be taken out."""
    pages = [actor.see(one + part) for part in ("", "versions/", "paper/", "step-back/", "note/")]
    pages += [actor.see(path) for path in ("/agreements/", "/together/", "/record/")]
    return [*pages, json.dumps(export(actor.keyring), default=str)]


def test_over_the_edge_a_signature_waits_and_the_other_sees_nothing_of_it(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    before = everything_of(alma, one)
    keep_now(ben.keyring, "numb")
    page = ben.browser.post(f"{one}sign/", {"version": "1"}).content.decode()
    assert "This can wait" in page
    assert everything_of(alma, one) == before
    keep_now(ben.keyring, "inside")
    ben.signs(one, 1)
    assert everything_of(alma, one) != before


def test_a_no_a_not_yet_and_a_silence_are_the_same_bytes_to_the_other(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    silence = everything_of(alma, one)
    ben.see(one)
    ben.see(f"{one}change/")
    assert everything_of(alma, one) == silence
    ben.send(f"{one}aside/")
    assert "Out of your sight" in ben.see("/agreements/")
    assert everything_of(alma, one) == silence
    ben.send(f"{one}change/", {"title": "Half a thought", "do": "keep", "base": "1"})
    assert "Half a thought" in ben.see("/agreements/")
    assert everything_of(alma, one) == silence
    ben.send(f"{one}aside/", {"do": "back"})
    assert "Out of your sight" not in ben.see("/agreements/")
    ben.signs(one, 1)
    assert everything_of(alma, one) != silence


def test_words_about_pressure_are_nobody_elses(alma: Actor, ben: Actor, circle: UUID) -> None:
    one = in_force(alma, ben)
    before = everything_of(ben, one)
    rows = {model: model.objects.filter(circle_id=circle).count() for model in (Agreement, Version)}
    page = plain(alma.see(alma.send(f"{one}note/", {"words": NOTE})["Location"]))
    assert NOTE in page
    assert "You may take your signature back until" in page
    assert "Help" in page
    assert everything_of(ben, one) == before
    assert NOTE not in " ".join([alma.see(one), alma.see("/agreements/"), alma.see(f"{one}versions/")])
    assert rows == {model: model.objects.filter(circle_id=circle).count() for model in rows}
    note = Pressure.objects.get()
    assert note.circle_id == alma.keyring.own
    assert NOTE in json.dumps(export(alma.keyring), default=str)
    ben.send(f"{one}note/", {"let_go": str(note.id)})
    assert Pressure.objects.count() == 1
    alma.send(f"{one}note/", {"let_go": str(note.id)})
    assert Pressure.objects.count() == 0
    alma.send(f"{one}note/", {"words": " "}, 422)
    alma.send(f"{one}note/", {"words": "x" * 2001}, 422)


def test_one_word_at_a_review_is_drawn_for_nobody_else(alma: Actor, ben: Actor) -> None:
    one = in_force(alma, ben)
    before = [*everything_of(ben, one), ben.see(f"{one}review/")]
    alma.send(f"{one}review/", {"version": "1", "turn": "0", "weeks": "4"})
    assert "You have said" in alma.see(f"{one}review/")
    assert [*everything_of(ben, one), ben.see(f"{one}review/")] == before
    alma.send(f"{one}review/", {"do": "take-back"})
    assert "You have said" not in alma.see(f"{one}review/")
    alma.send(f"{one}review/", {"version": "1", "turn": "0", "weeks": "12"})
    ben.send(f"{one}review/", {"version": "1", "turn": "0", "weeks": "4"})
    for actor in (alma, ben):
        assert "Both looked at it again and left it as it is." in plain(actor.see(f"{one}versions/"))
        assert "We look at this again on" in plain(actor.see(one))
        assert "You have said" not in actor.see(f"{one}review/")


def test_on_its_day_there_is_a_quiet_line_and_both_renew_it(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(EVENING, tick=False) as clock:
        for actor in (alma, ben):
            actor.comes_back()
        one = in_force(alma, ben, review_on="2026-12-12")
        assert "You wanted to look at this again" not in plain(alma.see(one))
        clock.move_to(EVENING + timedelta(days=28))
        for actor in (alma, ben):
            assert "You wanted to look at this again on 12 December" in plain(actor.comes_back().see(one))
            assert "you wanted to look at it again" in plain(actor.see("/agreements/"))
        for actor, weeks in ((alma, "12"), (ben, "4")):
            actor.send(f"{one}review/", {"version": "1", "turn": "0", "weeks": weeks})
        page = plain(alma.see(one))
        assert "You wanted to look at this again" not in page
        assert "We look at this again on 9 January 2027." in page


def test_what_has_a_last_day_ends_after_it_and_a_look_writes_nothing(
    alma: Actor, ben: Actor, circle: UUID
) -> None:
    with time_machine.travel(EVENING, tick=False) as clock:
        for actor in (alma, ben):
            actor.comes_back()
        one = in_force(alma, ben, until="2026-11-20")
        clock.move_to(datetime(2026, 11, 20, 22, 30, tzinfo=UTC))
        assert "In force since" in plain(alma.comes_back().see(one))
        clock.move_to(datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
        kept = [bytes(row.sealed) for row in Agreement.objects.filter(circle_id=circle)]
        page = plain(alma.comes_back().see(one))
        assert "It held until the day that was agreed." in page
        assert "Ended" in page
        assert [bytes(row.sealed) for row in Agreement.objects.filter(circle_id=circle)] == kept
        alma.signs(one, 1, 409)
        # With the next act of somebody here, the record says so.
        other = ben.comes_back().offers(title="The next one")
        ben.signs(other, 1)
        assert "held until 20 November, and has ended" in plain(alma.see("/record/"))
        assert "It held until the day that was agreed." in plain(alma.see(f"{one}versions/"))


def test_while_the_space_rests_stepping_back_works_and_nothing_new_does(alma: Actor, ben: Actor) -> None:
    one = in_force(alma, ben)
    theirs = ben.offers(title="What Ben would like")
    mine = alma.offers(title="What Alma would like")
    ben.send("/together/space/pause/")
    page = plain(alma.see("/agreements/"))
    assert "What Ben would like" not in page
    assert "What Alma would like" in page
    assert "What Ben would like" not in "".join(
        [alma.see(theirs), alma.see("/record/"), alma.see(f"{theirs}step-back/")]
    )
    assert "The space for two rests" in plain(alma.see(theirs))
    for part in ("versions/", "paper/", "change/"):
        alma.see(theirs + part, 303)
    assert PHONES[0] in alma.see(one)
    for answer in (alma.signs(mine, 1, 409), alma.signs(theirs, 1, 409)):
        assert "The space for two rests, and nothing new is offered or signed" in plain(body(answer))
    sent = {"title": "Kept words", "clause-0": "They stay.", "do": "offer"}
    answer = alma.send("/agreements/new/own/", sent, 409)
    assert "They stay." in body(answer)
    answer = alma.answers(one, 1, 409, **{"clause-0": "These stay too."})
    assert "These stay too." in body(answer)
    assert "nothing new is offered or signed" in plain(
        body(alma.send(f"{one}review/", {"version": "1", "turn": "0", "weeks": "4"}, 409))
    )
    alma.send("/agreements/new/own/", {**sent, "do": "keep"})
    alma.send(f"{one}step-back/", {"do": "agreement"})
    assert "Alma took back their yes." in plain(ben.see(one))
    alma.send(f"{mine}step-back/", {"do": "offer"})
    assert Draft.objects.count() == 2


def test_a_hand_under_an_offer_can_be_taken_back_while_it_rests(alma: Actor, ben: Actor) -> None:
    theirs = ben.offers()
    alma.signs(theirs, 1)
    ben.send("/together/space/pause/")
    assert PHONES[0] not in alma.see(theirs)
    assert "Take it back" in alma.see(theirs)
    alma.takes_hand_back(theirs)
    for actor in (alma, ben):
        actor.send("/together/space/ready/")
    assert "Signed under" not in plain(ben.see(theirs))


def test_after_the_space_everything_agreed_has_ended_and_can_be_read(alma: Actor, ben: Actor) -> None:
    one = in_force(alma, ben)
    untouched = ben.offers(title="Nobody signed this")
    ben.send("/together/space/leave/", {"take_back": "on"})
    for actor in (alma, ben):
        page = plain(actor.see(one))
        assert "It ended with the space." in page
        assert PHONES[0] in page
        assert "Version 1, signed by both" in page
        assert actor.see(untouched, 404)
        assert "It ended with the space." in plain(actor.see("/agreements/"))
    assert PHONES[0] in json.dumps(export(ben.keyring), ensure_ascii=False, default=str)
    alma.send(f"{one}step-back/", {"do": "agreement"})
    alma.signs(one, 1, 409)
    assert Withdrawal.objects.count() == 0
    assert "Begin from this wording" in alma.see(one)
    assert PHONES[0] in alma.see(f"/agreements/new/technology/?from={one.split('/')[2]}")


def test_withdrawing_does_not_wait_for_keys(alma: Actor, ben: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.ground.record.api import Broken, Head
    from stepwell.together.agreements import telling

    one = in_force(alma, ben)

    def broken(*_: object, **__: object) -> None:
        raise Broken(Head(4, b"4" * 32), None)

    with monkeypatch.context() as patch:
        patch.setattr(telling, "append", broken)
        alma.send(f"{one}step-back/", {"do": "agreement"})
        answer = alma.signs(alma.offers(title="Another"), 1, 409)
        assert "The record is not as you saw it last" in plain(body(answer))
    assert Withdrawal.objects.count() == 1
    for actor in (alma, ben):
        assert "A yes was taken back." in plain(actor.see(one))
        assert "The record cannot take that in at present" in plain(actor.see(one))
        assert "In force" not in plain(actor.see("/agreements/"))
    ben.answers(one, 1, 409, title="Too late")
    # With Alma's next act the record is told.
    alma.signs(alma.offers(title="A third"), 1)
    assert Withdrawal.objects.count() == 0
    assert "Alma took back their yes to “Phones in the evening”." in plain(ben.see("/record/"))


def test_one_alone_drafts_and_no_empty_seat_is_drawn(esi: Actor) -> None:
    page = plain(esi.see("/agreements/"))
    assert "both of you" not in page
    for kind in ("technology", "compromise", "own"):
        page = plain(esi.see(f"/agreements/new/{kind}/"))
        assert "Show it to" not in page
        assert "each of you wants" not in page.split("What you call it")[1]
    esi.send("/agreements/new/own/", {"title": "For later", "do": "keep"})
    assert "For later" in esi.see("/agreements/")
    answer = esi.send("/agreements/new/own/", {"title": "Now", "clause-0": "One.", "do": "offer"}, 409)
    assert "There is no space for two now" in plain(body(answer))
    assert "One." in body(answer)


def test_leaving_the_account_leaves_what_both_signed_and_takes_the_rest(alma: Actor, ben: Actor) -> None:
    from stepwell.together.agreements.privacy import erase

    one = in_force(alma, ben)
    untouched = alma.offers(title="Nobody signed this")
    alma.send(f"{one}note/", {"words": NOTE})
    alma.send("/agreements/new/own/", {"title": "Draft", "do": "keep"})
    ben.send("/agreements/new/own/", {"title": "Bens draft", "do": "keep"})
    erase(alma.keyring)
    assert ben.see(untouched, 404)
    assert PHONES[0] in ben.see(one)
    assert Pressure.objects.count() == Sight.objects.count() == 0
    assert read(ben.keyring, Draft.objects.get()).terms.title == "Bens draft"


def test_a_rest_takes_nothing_from_the_record_and_adds_nothing(alma: Actor, ben: Actor) -> None:
    """Words that one has signed alone: their offer steps back here, their place in the record does not. What
    somebody read there yesterday is there today, to the byte, whatever the other tries meanwhile."""
    alone = ben.offers(title="What Ben alone has signed")
    ben.signs(alone, 1)
    mine = alma.offers(title="What nobody signed")
    read = alma.see("/record/")
    taken = json.loads(record_file(alma))["events"]
    assert PHONES[0] in plain(read)
    alma.send("/together/space/pause/")
    assert alma.see("/record/") == read
    assert json.loads(record_file(alma))["events"] == taken
    assert "What Ben alone has signed" not in alma.see("/agreements/")
    pages = [alma.see(path) for path in ("/agreements/", alone, mine, "/together/")]
    ben.signs(mine, 1, 409)
    ben.answers(alone, 1, 409, **{"clause-0": "Sign this now."})
    ben.send("/agreements/new/own/", {"title": "Louder", "clause-0": "Sign this.", "do": "offer"}, 409)
    ben.send(f"{mine}aside/")
    assert alma.see("/record/") == read
    assert json.loads(record_file(alma))["events"] == taken
    assert [alma.see(path) for path in ("/agreements/", alone, mine, "/together/")] == pages
    ben.takes_hand_back(alone)
    assert json.loads(record_file(alma))["events"][:-1] == taken, "stepping back is told, and nothing else"
    assert "Ben took back the signature under version 1" in plain(alma.see("/record/"))


def record_file(actor: Actor) -> str:
    answer: Any = actor.browser.get("/record/take/")
    return b"".join(answer.streaming_content).decode()
