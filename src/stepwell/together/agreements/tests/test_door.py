"""What other rooms see of agreements, and words that a quick exit handed over."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from stepwell.together.agreements import testing
from stepwell.together.agreements.api import in_force
from stepwell.together.agreements.dates import days_of_agreements
from stepwell.together.agreements.tests.cast import Actor
from stepwell.together.agreements.views import changing, writing

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 14, 20, 0, tzinfo=UTC)
REVIEW, UNTIL = date(2026, 12, 12), date(2027, 3, 31)


def test_what_is_in_force_is_the_same_for_both_and_for_nobody_else(
    alma: Actor, ben: Actor, esi: Actor
) -> None:
    with time_machine.travel(NOW, tick=False):
        said = testing.terms(review_on=REVIEW, until=UNTIL)
        agreement = testing.make_agreement(alma.keyring, ben.keyring, said)
        testing.make_agreement(alma.keyring, ben.keyring, testing.terms(title="Not yet"), in_force=False)
        (one,) = in_force(alma.keyring)
        assert in_force(ben.keyring) == [one]
        assert (one.id, one.title, one.review_on, one.until) == (agreement, said.title, REVIEW, UNTIL)
        assert one.url == f"/agreements/{agreement}/"
        assert in_force(esi.keyring) == []


def test_the_calendar_gets_the_next_look_and_the_last_day(alma: Actor, ben: Actor, esi: Actor) -> None:
    with time_machine.travel(NOW, tick=False):
        said = testing.terms(review_on=REVIEW, until=UNTIL)
        agreement = testing.make_agreement(alma.keyring, ben.keyring, said)
        found = list(days_of_agreements(ben.keyring, REVIEW, UNTIL))
        assert [(one.day, one.mine, one.at) for one in found] == [(REVIEW, None, None), (UNTIL, None, None)]
        assert found[0].label == "A look at “Phones in the evening”"
        assert found[0].url == f"/agreements/{agreement}/"
        inside = REVIEW + timedelta(days=1), UNTIL - timedelta(days=1)
        assert list(days_of_agreements(alma.keyring, *inside)) == []
        testing.withdraw(alma.keyring, agreement)
        assert list(days_of_agreements(ben.keyring, REVIEW, UNTIL)) == []
        assert list(days_of_agreements(esi.keyring, REVIEW, UNTIL)) == []


def test_words_handed_over_at_a_quick_exit_stand_in_the_form_again(
    alma: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = {"title": ["Half a thought"], "clause-11": ["The twelfth"], "place-11": ["2"], "csrf": ["x"]}
    for view, url in ((writing, "/agreements/new/own/"), (changing, f"{alma.offers()}change/")):
        monkeypatch.setattr(view, "kept_draft", lambda *_: half)
        page = alma.see(url)
        assert "Half a thought" in page
        assert "The twelfth" in page


def test_ten_years_of_them_are_settled_and_most_have_ended(alma: Actor, ben: Actor) -> None:
    assert testing.ten_years(alma.keyring, ben.keyring, years=1) == 24
    assert len(in_force(alma.keyring)) == 12
    page = alma.see("/agreements/")
    assert "What we settled, 11.1" in page
    assert "What we settled, 0.0" in alma.see("/agreements/?ended=99")
