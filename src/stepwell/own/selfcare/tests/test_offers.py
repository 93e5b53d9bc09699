"""What the home page may suggest of this room."""

import pytest

from stepwell.ground.ui.api import Offer, offers
from stepwell.own.selfcare.tests.cast import Actor

OURS = [offer for offer in offers() if offer.key.startswith("selfcare.")]


@pytest.mark.parametrize("state", ["over", "inside", "numb"])
@pytest.mark.parametrize("landing", range(1, 6))
def test_at_any_hour_on_any_landing_there_is_something_of_two_minutes(state: str, landing: int) -> None:
    for hour in range(24):
        fitting = [
            offer
            for offer in OURS
            if state in offer.states
            and hour in offer.hours
            and offer.minutes <= 2
            and (not offer.landings or landing in offer.landings)
        ]
        assert fitting, (state, landing, hour)


def test_rest_is_for_the_night_and_walking_for_the_day() -> None:
    by_key = {offer.key: offer for offer in OURS}
    assert 3 in by_key["selfcare.rest"].hours
    assert 12 not in by_key["selfcare.rest"].hours
    assert 3 not in by_key["selfcare.walking"].hours


def test_what_is_on_my_terms_is_never_offered_early_or_to_somebody_who_is_not_well() -> None:
    own = [by for by in OURS if by.key.split(".")[1] in {"what-is-good", "comparing", "my-pace"}]
    assert len(own) == 3
    assert all(offer.states == {"inside"} and offer.landings <= {3, 4, 5} and offer.landings for offer in own)


@pytest.mark.django_db
@pytest.mark.parametrize("offer", OURS, ids=lambda offer: offer.key)
def test_each_leads_to_its_page(offer: Offer, esi: Actor) -> None:
    assert str(offer.label)
    esi.see(offer.url)
