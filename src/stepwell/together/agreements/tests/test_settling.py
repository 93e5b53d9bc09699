"""Two people settle one wording: shown, answered, signed by both, taken back."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from stepwell.ground.record.api import events
from stepwell.together.agreements.models import Agreement, Draft, Version
from stepwell.together.agreements.testing import PHONES
from stepwell.together.agreements.tests.cast import Actor, body, id_in, plain

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 11, 14, 20, 0, tzinfo=UTC)
NINE, CALLS, ASK = PHONES


def kinds_in(actor: Actor, circle: object) -> list[str]:
    return [event.kind for event in events(actor.keyring, circle)]  # type: ignore[arg-type]  # a UUID


def test_a_draft_is_its_writers_alone_until_it_is_shown(alma: Actor, ben: Actor) -> None:
    before = ben.see("/agreements/")
    where = alma.send("/agreements/new/own/", {"title": "Quiet hours", "do": "keep"})["Location"]
    assert "Quiet hours" in alma.see("/agreements/")
    assert ben.see("/agreements/") == before
    assert ben.see(where.partition("?")[0], 404) == ben.see(
        "/agreements/drafts/0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000/", 404
    )
    assert Agreement.objects.count() == 0
    page = alma.see(where)
    assert "Quiet hours" in page
    assert 'data-saved="agreement-new-own"' in page
    draft = where.partition("?")[0]
    sent = {"title": "Quiet hours", "clause-0": "After ten we speak softly.", "revision": "1", "do": "offer"}
    one = alma.send(draft, sent)["Location"].partition("?")[0]
    assert Draft.objects.count() == 0
    assert "After ten we speak softly." in ben.see(one)
    assert "Alma offers this. It is in force once both of you have signed." in plain(ben.see(one))


def test_settled_over_two_versions_and_in_force_with_both_hands(
    alma: Actor, ben: Actor, circle: object
) -> None:
    one = alma.offers(**{"clause-0": NINE.replace("nine", "ten")})
    ben.answers(one, 1)
    page = plain(alma.see(one))
    assert "What changed from version 1" in page
    assert "From removed: ten added: nine in the evening" in page
    assert "Alma offered version 1 on" in page
    assert "waiting" not in page
    alma.signs(one, 2)
    assert "Being settled" in plain(ben.see(one))
    assert "Signed under version 2 Alma" in plain(ben.see(one))
    assert kinds_in(alma, circle) == ["agreement.signed"]
    ben.signs(one, 2)
    for actor in (alma, ben):
        page = plain(actor.see(one))
        assert "In force since" in page
        assert "An agreement between Alma and Ben. It stands because both said yes." in page
        assert "Version 2, signed by both Alma" in page
        assert "Entry 3, with this fingerprint:" in page
        assert "Read version 1 whole" in page
        assert "In force since" in plain(actor.see("/agreements/"))
    assert kinds_in(ben, circle) == ["agreement.signed", "agreement.signed", "agreement.in-force"]


def test_what_the_record_says_is_enough_to_know_what_was_agreed(
    alma: Actor, ben: Actor, circle: object
) -> None:
    with time_machine.travel(EVENING, tick=False):
        one = alma.comes_back().offers(review_on="2026-12-12", until="2027-03-31")
        alma.signs(one, 1)
        ben.comes_back().signs(one, 1)
        told = events(alma.keyring, circle)[-1]  # type: ignore[arg-type]  # a UUID
    assert told.text is not None
    assert told.text["clauses"] == list(PHONES)
    assert told.text["of"] == str(id_in(one))
    assert told.text["look_again"] == "2026-12-12"
    assert told.text["until"] == "2027-03-31"
    assert [each["name"] for each in told.text["signed"]] == ["Alma", "Ben"]


def test_a_signature_under_a_version_that_just_changed_is_refused_and_shows_what_changed(
    alma: Actor, ben: Actor, circle: object
) -> None:
    one = alma.offers()
    alma.signs(one, 1)
    ben.see(one)
    alma.answers(one, 1, **{"clause-1": "If work calls, it waits until the morning."})
    answer = ben.signs(one, 1, 409)
    page = plain(body(answer))
    assert (
        "You were reading version 1, and that is not the version on the page any more. Nothing was signed."
        in page
    )
    assert "From version 1, which you read, to version 2:" in page
    assert "added: it waits until the morning" in page
    assert 'name="version" value="2"' in body(answer)
    # Alma's own signature belonged to version 1 alone.
    assert kinds_in(alma, circle) == ["agreement.signed", "agreement.signature-lapsed"]
    ben.signs(one, 2)
    assert "Being settled" in plain(alma.see(one))


def test_what_is_in_force_stays_so_until_both_have_signed_the_next_version(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    alma.signs(one, 1)
    ben.signs(one, 1)
    ben.answers(one, 1, **{"clause-2": "We ask."})
    ben.signs(one, 2)
    page = plain(alma.see(one))
    assert "In force since" in page
    assert "Version 1, signed by both" in page
    assert "What is in force now stays in force until both of you have signed this one." in page
    alma.signs(one, 2)
    page = plain(alma.see(one))
    assert "Version 2, signed by both" in page
    assert "What changed from version 1" in page


def test_a_signature_can_be_taken_back_for_a_day_and_what_stood_before_stands_again(
    alma: Actor, ben: Actor, circle: object
) -> None:
    with time_machine.travel(EVENING, tick=False) as clock:
        one = alma.comes_back().offers()
        for actor in (alma, ben.comes_back()):
            actor.signs(one, 1)
        ben.answers(one, 1, **{"clause-2": "We ask."})
        ben.signs(one, 2)
        alma.signs(one, 2)
        clock.shift(timedelta(hours=23, minutes=59))
        alma.comes_back()
        assert "Version 1, which stood before, stands again." in plain(alma.see(f"{one}step-back/"))
        alma.takes_hand_back(one)
        page = plain(ben.comes_back().see(one))
        assert "Version 1, signed by both" in page
        assert "Version 2, offered by Ben" in page
        assert "Signed under version 2 Ben" in page
        assert kinds_in(alma, circle)[-1] == "agreement.signature-taken-back"
        alma.signs(one, 2)
        assert "Version 2, signed by both" in plain(ben.see(one))
        clock.shift(timedelta(hours=24, minutes=1))
        assert "Take back my signature" not in alma.comes_back().see(f"{one}step-back/")
        alma.takes_hand_back(one)
        assert "Version 2, signed by both" in plain(ben.comes_back().see(one))


def test_withdrawing_needs_nobody_and_no_reason_and_the_record_keeps_it(
    alma: Actor, ben: Actor, circle: object
) -> None:
    one = alma.offers()
    alma.signs(one, 1)
    ben.signs(one, 1)
    page = plain(alma.see(f"{one}step-back/"))
    assert "What both signed stays in the record" in page
    assert "Ben sees that you took back your yes, and when." in page
    assert "<textarea" not in alma.see(f"{one}step-back/")
    alma.send(f"{one}step-back/", {"do": "agreement"})
    for actor in (alma, ben):
        page = plain(actor.see(one))
        assert "Alma took back their yes." in page
        assert NINE in page
        assert "Ended" in plain(actor.see("/agreements/"))
    assert kinds_in(ben, circle)[-1] == "agreement.withdrawn"
    ben.signs(one, 1, 409)
    assert "This agreement has ended meanwhile." in plain(body(ben.answers(one, 1, 409, title="Again")))


def test_an_offer_nobody_signed_goes_back_to_its_writer(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    assert ben.see(one)
    where = alma.send(f"{one}step-back/", {"do": "offer"})["Location"]
    assert where.startswith("/agreements/drafts/")
    assert NINE in alma.see(where)
    assert ben.see(one, 404)
    assert Version.objects.count() == Agreement.objects.count() == 0


def test_an_answer_taken_back_leaves_what_it_answered(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    ben.answers(one, 1, title="Quiet evenings")
    ben.send(f"{one}step-back/", {"do": "offer"})
    page = plain(alma.see(one))
    assert "Version 1, offered by Alma" in page
    assert "Quiet evenings" not in page
    assert "Quiet evenings" in ben.see("/agreements/")
    # A number is never given twice.
    ben.answers(one, 1, title="Quieter evenings")
    assert "Version 3, offered by Ben" in plain(alma.see(one))


def test_an_offer_of_mine_is_not_anothers_to_end(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    for what in ("offer", "agreement", "hand"):
        ben.send(f"{one}step-back/", {"do": what})
    assert "Being settled" in plain(alma.see(one))
    ben.send(f"{one}step-back/", {"do": "nonsense"}, 422)


def test_sent_twice_it_is_one(alma: Actor, ben: Actor) -> None:
    sent = {
        "form_id": "0192aaaa-0000-7000-8000-00000000f00d",
        "title": "Once",
        "clause-0": "One.",
        "do": "offer",
    }
    first = alma.send("/agreements/new/own/", sent)["Location"]
    assert alma.send("/agreements/new/own/", sent)["Location"] == first
    one = first.partition("?")[0]
    again = {**sent, "form_id": "0192aaaa-0000-7000-8000-00000000f00e", "clause-0": "Two.", "base": "1"}
    for _ in range(2):
        alma.send(f"{one}change/", again)
    assert Version.objects.count() == 2
    for _ in range(2):
        ben.signs(one, 2)
        alma.signs(one, 2)
    assert "Version 2, signed by both" in plain(alma.see(one))


def test_a_stranger_finds_nothing_whoever_it_is(alma: Actor, chidi: Actor, esi: Actor) -> None:
    one = alma.offers()
    never = "/agreements/0192aaaa-bbbb-4ccc-8ddd-eeeeffff0000/"
    for actor in (chidi, esi):
        for page in ("", "versions/", "paper/", "change/", "step-back/", "review/", "note/"):
            assert actor.see(one + page, 404) == actor.see(never + page, 404)
        for act in ("sign/", "aside/", "step-back/", "change/", "review/", "note/"):
            actor.send(one + act, {"version": "1", "do": "hand"}, 404)
    assert Version.objects.count() == 1


def test_the_versions_page_shows_every_version_and_what_became_of_it(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    ben.answers(one, 1, title="Quiet evenings")
    ben.signs(one, 2)
    alma.signs(one, 2)
    alma.send(f"{one}step-back/", {"do": "agreement"})
    page = plain(ben.see(f"{one}versions/"))
    for words in (
        "Version 2", "Version 1", "removed: Phones in the evening", "added: Quiet evenings",
        "Ben signed version 2.",
        "Version 2 came into force.", "Alma took back their yes. It ended.", "entry 4 in the record",
    ):  # fmt: skip
        assert words in page


def test_the_leaf_for_paper_has_hands_fingerprint_and_receipt(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    assert "Not in force: that takes both signatures." in plain(alma.see(f"{one}paper/"))
    for actor in (alma, ben):
        actor.signs(one, 1)
    page = plain(alma.see(f"{one}paper/"))
    assert "Its receipt words:" in page
    assert "Version 1, signed by both Alma" in page
    assert len(page.split("Its receipt words:")[1].split()) >= 6
