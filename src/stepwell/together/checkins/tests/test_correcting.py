"""Correcting a check-in, also in two places at once."""

import pytest

from stepwell.together.checkins import writing
from stepwell.together.checkins.models import Shared
from stepwell.together.checkins.tests.cast import Actor, body, inputs

pytestmark = pytest.mark.django_db


def test_a_correction_takes_the_place_of_what_stood(esi: Actor) -> None:
    check_in = esi.keep(safety="6", noticed="First.")
    page = esi.see(f"/check-ins/{check_in}/correct/")
    assert "First." in page
    esi.send(f"/check-ins/{check_in}/correct/", {"revision": "1", "safety": "7", "noticed": "Second."})
    page = esi.see(f"/check-ins/{check_in}/")
    assert "Second." in page
    assert "First." not in page
    assert "7 of 10" in page


def test_changed_in_two_tabs_keeps_both_and_shows_both(esi: Actor) -> None:
    check_in = esi.keep(noticed="First.")
    url = f"/check-ins/{check_in}/correct/"
    esi.send(url, {"revision": "1", "noticed": "From the kitchen."})
    page = body(esi.send(url, {"revision": "1", "noticed": "From the train."}, status=409))
    assert page.count("From the kitchen.") == 1
    assert page.count("From the train.") == 2
    _row, kept = writing.mine(esi.keyring, check_in)
    assert kept.answers.noticed == "From the kitchen."
    assert [other.answers.noticed for other in kept.aside] == ["From the train."]
    page = esi.see(f"/check-ins/{check_in}/")
    assert "From the kitchen." in page
    assert "From the train." in page


def test_the_form_of_two_wordings_can_be_kept_as_it_stands(esi: Actor) -> None:
    check_in = esi.keep(noticed="First.")
    url = f"/check-ins/{check_in}/correct/"
    esi.send(url, {"revision": "1", "noticed": "From the kitchen."})
    page = body(esi.send(url, {"revision": "1", "noticed": "From the train."}, status=409))
    assert inputs(page, "revision") == ["2"]
    esi.send(url, {"revision": "2", "noticed": "Both."})
    _row, kept = writing.mine(esi.keyring, check_in)
    assert kept.answers.noticed == "Both."
    assert len(kept.aside) == 1


def test_one_wording_is_let_go_and_only_that_one(esi: Actor) -> None:
    check_in = esi.keep(noticed="First.")
    url = f"/check-ins/{check_in}/correct/"
    esi.send(url, {"revision": "1", "noticed": "Kitchen."})
    for words in ("Train.", "Garden."):
        esi.send(url, {"revision": "1", "noticed": words}, status=409)
    _row, kept = writing.mine(esi.keyring, check_in)
    for _ in range(2):
        esi.send(f"/check-ins/{check_in}/aside/{kept.aside[0].id}/let-go/")
    page = esi.see(f"/check-ins/{check_in}/")
    assert "Train." not in page
    assert "Garden." in page


def test_the_same_correction_sent_twice_is_no_conflict(esi: Actor) -> None:
    check_in = esi.keep(noticed="First.")
    for _ in range(2):
        esi.send(f"/check-ins/{check_in}/correct/", {"revision": "1", "noticed": "Second."})


def test_showing_it_meanwhile_is_no_conflict(alma: Actor) -> None:
    check_in = alma.keep(noticed="First.")
    alma.send(f"/check-ins/{check_in}/show/", {"who": "both", "parts": ["noticed"]})
    alma.send(f"/check-ins/{check_in}/correct/", {"revision": "1", "noticed": "Second."})


def test_what_the_other_reads_follows(alma: Actor, ben: Actor) -> None:
    check_in = alma.keep(noticed="First.", intend="Private.", who="both", parts=["noticed"])
    alma.send(
        f"/check-ins/{check_in}/correct/", {"revision": "1", "noticed": "Second.", "intend": "Private."}
    )
    page = ben.see("/together/")
    assert "Second." in page
    assert "First." not in page
    assert "Private." not in page


def test_a_shown_part_that_is_emptied_leaves_no_copy(alma: Actor, ben: Actor) -> None:
    nothing = ben.see("/together/")
    check_in = alma.keep(safety="4", noticed="First.", who="both", parts=["noticed"])
    alma.send(f"/check-ins/{check_in}/correct/", {"revision": "1", "safety": "4"})
    assert Shared.objects.count() == 0
    assert ben.see("/together/") == nothing


def test_bad_corrections_keep_the_words(esi: Actor) -> None:
    check_in = esi.keep(noticed="First.")
    url = f"/check-ins/{check_in}/correct/"
    sent = {"revision": "1", "noticed": "Typed with care.", "safety": "99"}
    assert "Typed with care." in body(esi.send(url, sent, status=422))


@pytest.mark.parametrize("revision", ["", "zero", "-1", "9" * 40, "2"])
def test_a_page_that_lost_its_revision_overwrites_nothing(esi: Actor, revision: str) -> None:
    check_in = esi.keep(noticed="First.")
    sent = {"revision": revision, "noticed": "Typed with care."}
    page = body(esi.send(f"/check-ins/{check_in}/correct/", sent, status=409))
    assert "Typed with care." in page
    assert writing.mine(esi.keyring, check_in)[1].answers.noticed == "First."
