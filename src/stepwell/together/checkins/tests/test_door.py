"""What other rooms get: the first page's view, the export, forgetting, and believable days."""

import json
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import time_machine

from stepwell.ground.people.api import Someone
from stepwell.ground.spaces.api import couple_of
from stepwell.together.checkins import api, privacy
from stepwell.together.checkins.content import PARTS, SIGNALS
from stepwell.together.checkins.models import CheckIn, Habits, OwnWords, Shared, Times, Yes
from stepwell.together.checkins.rules import rules as rules_of
from stepwell.together.checkins.testing import believable_days, keep_days
from stepwell.together.checkins.testing_words import ALONE, HURT, INTENDED, REBUILDING
from stepwell.together.checkins.tests.cast import Actor

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
DAYS = {"two-at": "20:30", "two-weekdays": [str(day) for day in range(7)]}
PAGE = "/check-ins/times/"


def someone(actor: Actor) -> Someone:
    return Someone(id=actor.member.id, name=actor.member.name, zone=BERLIN, language="en")


@pytest.mark.django_db
def test_today_alone_without_times(esi: Actor) -> None:
    assert api.today(esi.keyring, someone(esi), couple_of(esi.keyring)) == api.TodayView(None, False, False)
    esi.keep()
    assert api.today(esi.keyring, someone(esi), couple_of(esi.keyring)).written_today


@pytest.mark.django_db
def test_today_says_when_the_next_time_falls_and_whether_both_chose_it(alma: Actor, ben: Actor) -> None:
    with time_machine.travel(EVENING, tick=False):
        alma.send(f"{PAGE}add/", {"at": "21:00", "weekdays": ["5"]})
        assert api.today(alma.keyring, someone(alma), couple_of(alma.keyring)) == api.TodayView(
            EVENING + timedelta(hours=1), False, False
        )
        alma.send(f"{PAGE}suggest/", DAYS)
        ben.send(f"{PAGE}{Times.objects.get(person_id=None).id}/yes/")
        assert api.today(alma.keyring, someone(alma), couple_of(alma.keyring)) == api.TodayView(
            EVENING + timedelta(minutes=30), True, False
        )


@pytest.mark.django_db
def test_yesterday_is_not_today_in_the_persons_zone(esi: Actor) -> None:
    with time_machine.travel(datetime(2026, 11, 21, 22, 30, tzinfo=UTC), tick=False):
        esi.keep()
        assert api.today(esi.keyring, someone(esi), couple_of(esi.keyring)).written_today
    with time_machine.travel(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), tick=False):
        assert not api.today(esi.keyring, someone(esi), couple_of(esi.keyring)).written_today


@pytest.mark.django_db
def test_the_newest_of_the_other_is_only_what_they_show(alma: Actor, ben: Actor, esi: Actor) -> None:
    assert api.latest_shared_by_other(alma.keyring, couple_of(alma.keyring)) is None
    alma.keep(noticed="My own.", who="both", parts=["noticed"])
    assert api.latest_shared_by_other(alma.keyring, couple_of(alma.keyring)) is None
    kept = ben.keep(safety="9", noticed="You rang.", who="both", parts=["noticed"])
    found = api.latest_shared_by_other(alma.keyring, couple_of(alma.keyring))
    assert found is not None
    assert (found.name, found.words) == ("Ben", "You rang.")
    assert [line.key for line in found.lines] == ["noticed"]
    ben.send(f"/check-ins/{kept}/stop/")
    assert api.latest_shared_by_other(alma.keyring, couple_of(alma.keyring)) is None
    assert api.latest_shared_by_other(esi.keyring, couple_of(esi.keyring)) is None


@pytest.mark.django_db
def test_the_export_holds_all_that_one_can_open_in_plain_words(alma: Actor, ben: Actor) -> None:
    ben.keep(noticed="You rang.", who="both", parts=["noticed"])
    alma.keep(
        safety="0",
        feelings=["worn_out"],
        new_body="left ear",
        noticed="Mine.",
        who="both",
        parts=["ratings"],
        remember="on",
    )
    alma.send(f"{PAGE}add/", {"at": "21:00", "weekdays": ["5"]})
    alma.send(f"{PAGE}suggest/", DAYS)
    taken = json.loads(json.dumps(privacy.export(alma.keyring)))
    [check_in] = taken["check-ins"]
    assert check_in["answers"] == {
        "safety": 0,
        "feelings": ["worn out"],
        "body": ["left ear"],
        "noticed": "Mine.",
    }
    assert [one["answers"] for one in taken["shown"]] == [{"safety": 0}]
    assert [one["answers"] for one in taken["shown-to-me"]] == [{"noticed": "You rang."}]
    assert "check-in" not in taken["shown-to-me"][0]
    assert taken["own-words"]["body"] == ["left ear"]
    assert taken["usually-shown"] == {"ratings": "The four ratings"}
    assert taken["times"]["mine"] == [{"at": "21:00", "weekdays": ["Saturday"]}]
    assert len(taken["times"]["for-two-with-my-yes"]) == 1


@pytest.mark.django_db
def test_the_export_says_what_it_is_and_has_words_beside_codes(alma: Actor, ben: Actor) -> None:
    alma.keep(safety="", window="in", who="both", parts=["window"])
    taken = json.loads(json.dumps(privacy.export(alma.keyring)))
    assert set(taken["what-this-is"]) == set(taken) - {"what-this-is"}
    assert taken["check-ins"][0]["answers"] == {"window": "in", "window-in-words": "I can think and feel"}
    assert str(alma.member.id) not in str(taken)
    assert str(ben.member.id) not in str(taken)


@pytest.mark.django_db
def test_forgetting_takes_all_of_one_person_and_nothing_of_the_other(alma: Actor, ben: Actor) -> None:
    for actor in (alma, ben):
        actor.keep(noticed="Words.", new_body="left ear", who="both", parts=["noticed"], remember="on")
        actor.send(f"{PAGE}add/", {"at": "21:00", "weekdays": ["5"]})
    alma.send(f"{PAGE}suggest/", DAYS)
    ben.send(f"{PAGE}{Times.objects.get(person_id=None).id}/yes/")
    privacy.erase(alma.keyring)
    for model in (CheckIn, Shared, OwnWords, Habits, Times):
        assert model.objects.count() == 1
    assert Yes.objects.count() == 0
    assert {row.person_id for row in (*CheckIn.objects.all(), *Shared.objects.all())} == {ben.member.id}
    assert [rule.at for rule in rules_of(ben.member.id)] == [time(21, 0)]


def test_every_model_is_declared() -> None:
    from django.apps import apps

    declared = {holding.model for holding in privacy.ROOM.holdings}
    assert declared == {
        f"checkins.{model.__name__}" for model in apps.get_app_config("checkins").get_models()
    }


def test_believable_days_are_the_same_for_the_same_seed_and_leave_gaps() -> None:
    until = date(2026, 11, 21)
    days = believable_days(1, 120, until=until)
    assert days == believable_days(1, 120, until=until)
    assert days != believable_days(2, 120, until=until)
    assert 80 < len(days) < 115
    assert days[-1].day <= until
    assert all(one.day > two.day for two, one in pairwise(days))


def test_believable_ratings_vary_and_resemble_the_day_before() -> None:
    days = believable_days(1, 3000, until=date(2026, 11, 21))
    values = [one.answers.safety for one in days]
    assert len(set(values)) >= 6
    assert None in values
    rated = [value for value in values if value is not None]
    mean = sum(rated) / len(rated)
    near = sum((one - mean) * (two - mean) for one, two in pairwise(rated))
    assert 0.2 < near / sum((one - mean) ** 2 for one in rated) < 0.9


def test_believable_parts_are_shown_at_times_and_never_by_somebody_alone() -> None:
    until = date(2026, 11, 21)
    shown = {one.show for one in believable_days(1, 120, until=until)}
    assert () in shown
    assert PARTS in shown
    assert len(shown) > 4
    assert {one.show for one in believable_days(1, 120, until=until, voice="alone")} == {()}


def test_there_are_enough_sentences_and_none_twice() -> None:
    sentences = (*HURT, *REBUILDING, *ALONE, *INTENDED)
    assert len(sentences) == len(set(sentences)) >= 60
    for sentence in sentences:
        assert "!" not in sentence
        assert len(sentence) < 200


@pytest.mark.django_db
def test_believable_days_are_kept_like_any_other(alma: Actor, ben: Actor, circle: object) -> None:
    days = believable_days(1, 20, until=date(2026, 11, 21))
    kept = keep_days(alma.keyring, days, zone=BERLIN, couple_circle=circle)
    assert CheckIn.objects.count() == len(kept) == len(days)
    assert 0 < Shared.objects.count() <= sum(1 for one in days if one.show)
    assert set(SIGNALS) <= set(api.AnswersV1.__struct_fields__)
