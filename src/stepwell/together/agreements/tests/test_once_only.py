"""Forms that come twice, or late, or when what they belong to has gone; and what is said of it."""

from uuid import UUID, uuid4

import pytest

from stepwell.together.agreements import drafting
from stepwell.together.agreements.models import Draft
from stepwell.together.agreements.testing import PHONES
from stepwell.together.agreements.tests.cast import Actor, body, hidden, plain

pytestmark = pytest.mark.django_db
SECOND = "Version two begins here."
NOBODYS = "/agreements/018f0000-0000-4000-8000-000000000000/"
LONG = "An answer that took an hour to write."
CHANGED = "This page was drawn before something changed. Nothing was done now."


def with_two_versions(alma: Actor, ben: Actor) -> str:
    """Version 1 in force, version 2 offered by Ben and signed by Alma."""
    one = alma.offers()
    for actor in (alma, ben):
        actor.signs(one, 1)
    ben.answers(one, 1, **{"clause-0": SECOND})
    alma.signs(one, 2)
    return one


def test_taking_a_signature_back_twice_takes_back_one(alma: Actor, ben: Actor) -> None:
    one = with_two_versions(alma, ben)
    sent = {"do": "hand", **hidden(alma.see(f"{one}step-back/"))}
    assert sent == {"do": "hand", "under": "offer", "version": "2"}
    alma.send(f"{one}step-back/", sent)
    told = alma.see("/record/")
    again = plain(body(alma.send(f"{one}step-back/", sent, 409)))
    assert CHANGED in again
    assert "Version 1 is in force no more, and is an offer again." in again
    assert alma.see("/record/") == told
    assert "Version 1, signed by both" in plain(ben.see(one))
    alma.send(f"{one}step-back/", {"do": "hand"}, 409)
    alma.takes_hand_back(one)
    assert "Version 1, signed by both" not in plain(ben.see(one))


def test_a_page_from_before_it_came_into_force_takes_nothing_back(alma: Actor, ben: Actor) -> None:
    one = with_two_versions(alma, ben)
    sent = {"do": "hand", **hidden(alma.see(f"{one}step-back/"))}
    ben.signs(one, 2)
    assert CHANGED in plain(body(alma.send(f"{one}step-back/", sent, 409)))
    assert "Version 2, signed by both" in plain(ben.see(one))


def test_an_answer_to_an_offer_that_went_comes_back_to_its_writer(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    alma.send(f"{one}step-back/", {"do": "offer"})
    sent = {"title": "Mine", "clause-0": LONG, "do": "offer", "base": "1", "form_id": str(uuid4())}
    for part, words in (("change/", sent), ("note/", {"words": LONG, "form_id": str(uuid4())})):
        gone, never = (body(ben.send(where + part, words, 404)) for where in (one, NOBODYS))
        assert LONG in gone
        assert gone == never
        assert "You may copy it" in gone
    # What is another's answers as what was never there.
    draft = alma.send("/agreements/new/own/", {"title": "Hers", "do": "keep"})["Location"].partition("?")[0]
    pages = [ben.send(where, sent, 404) for where in (draft, NOBODYS.replace("nts/", "nts/drafts/"))]
    assert body(pages[0]) == body(pages[1])
    assert LONG in body(pages[0])
    assert "What you wrote" not in body(ben.send(f"{one}change/", {}, 404))


def test_a_draft_deleted_in_another_window_gives_the_words_back(alma: Actor) -> None:
    draft = alma.send("/agreements/new/own/", {"title": "Hers", "do": "keep"})["Location"].partition("?")[0]
    alma.send(f"{draft}delete/")
    assert LONG in body(alma.send(draft, {"title": "Hers", "clause-0": LONG, "do": "keep"}, 404))
    from_gone = f"/agreements/new/own/?from={uuid4()}"
    assert LONG in body(alma.send(from_gone, {"title": "Hers", "clause-0": LONG, "do": "keep"}, 404))


def test_a_yes_sent_twice_is_no_yes_to_the_next_review(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    for actor in (alma, ben):
        actor.signs(one, 1)
    ben.says_still_right(one)
    sent = {**hidden(alma.see(f"{one}review/")), "weeks": "12"}
    alma.send(f"{one}review/", sent)
    again = body(alma.send(f"{one}review/", sent, 409))
    assert CHANGED in plain(again)
    assert "You have said" not in again
    assert hidden(again) == {"version": "1", "turn": "1"}
    assert "You have said" not in alma.see(f"{one}review/")
    alma.says_still_right(one)
    assert "You have said" in alma.see(f"{one}review/")


def test_begin_from_this_wording_takes_the_wording_on_the_page(alma: Actor, ben: Actor) -> None:
    one = with_two_versions(alma, ben)
    alma.send(f"{one}step-back/", {"do": "agreement"})
    assert PHONES[0] in alma.see(one)
    begun = alma.see(f"/agreements/new/technology/?from={one.split('/')[2]}")
    assert PHONES[0] in begun
    assert SECOND not in begun


def test_an_offer_taken_back_says_what_became_of_the_signature(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    ben.signs(one, 1)
    alma.send(f"{one}step-back/", {"do": "offer"})
    went = (
        "took back the offer of version 1 of “Phones in the evening”, and the signature of Ben went with it."
    )
    for actor in (alma, ben):
        assert f"Alma {went}" in plain(actor.see("/record/"))
    said = "You had signed version 1. It is not offered any more, and your signature went with it."
    assert said in plain(ben.see(one))
    assert said not in plain(alma.see(one))


def test_a_newer_version_says_what_became_of_the_signature(alma: Actor, ben: Actor) -> None:
    one = alma.offers()
    ben.signs(one, 1)
    alma.answers(one, 1, **{"clause-0": SECOND})
    assert "and the signature of Ben does not count for it." in plain(ben.see("/record/"))
    assert "You had signed version 1." in plain(ben.see(one))
    ben.signs(one, 2)
    assert "You had signed" not in plain(ben.see(one))
    ben.takes_hand_back(one)
    assert "You had signed" not in plain(ben.see(one))


def test_taking_an_offer_back_never_waits_for_the_record(
    alma: Actor, ben: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stepwell.ground.record.api import Broken, Head
    from stepwell.together.agreements import telling

    one = alma.offers()
    ben.signs(one, 1)

    def broken(*_: object, **__: object) -> None:
        raise Broken(Head(4, b"4" * 32), None)

    monkeypatch.setattr(telling, "append", broken)
    alma.send(f"{one}step-back/", {"do": "offer"})
    assert "The offer was taken back" in plain(ben.see(one))


def test_each_wording_of_an_offer_taken_back_is_kept(alma: Actor) -> None:
    one = alma.offers()
    alma.answers(one, 1, **{"clause-0": SECOND})
    where = alma.send(f"{one}step-back/", {"do": "offer"})["Location"]
    assert SECOND in alma.see(where)
    kept = [draft.terms.clauses[0] for _id, draft in drafting.all_mine(alma.keyring)]
    assert kept == [SECOND, PHONES[0]]
    assert Draft.objects.filter(circle_id=alma.keyring.own).count() == len(kept)
    assert UUID(where.split("/")[3]) == drafting.all_mine(alma.keyring)[0][0]


def test_one_alone_reads_of_nobody_else(esi: Actor, alma: Actor) -> None:
    assert "that both can keep" in plain(alma.see("/agreements/"))
    assert "both" not in plain(esi.see("/agreements/"))
