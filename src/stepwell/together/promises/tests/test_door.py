"""What other rooms, the calendar, the record and the export see of promises."""

import json
from datetime import timedelta
from uuid import UUID

import pytest

from stepwell.ground.people.testing import PASSWORD
from stepwell.ground.record.api import line_of
from stepwell.together.calendar.api import Dated
from stepwell.together.promises import testing
from stepwell.together.promises.api import Kept, kept_days
from stepwell.together.promises.dating import dates
from stepwell.together.promises.models import Promise, Word
from stepwell.together.promises.tests.cast import TUESDAY, Actor, at, recorded

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WHY = "The train does not run that late."


@pytest.fixture
def daily(ben: Actor) -> UUID:
    """Ben's, for six days: kept, not kept, and a silence."""
    made = testing.promise(
        ben.keyring, "I tell where I am.", today=TUESDAY, until=TUESDAY + 5 * DAY, repeat="daily"
    )
    testing.say(ben.keyring, made, "kept", today=TUESDAY)
    with at(TUESDAY + DAY):
        plan = ("I ring.", TUESDAY + 9 * DAY)
        testing.say(ben.keyring, made, "not_kept", today=TUESDAY + DAY, reason=WHY, plan=plan)
    return made


def test_kept_days_are_days_with_the_promisers_last_word(alma: Actor, ben: Actor, daily: UUID) -> None:
    span = TUESDAY - DAY, TUESDAY + 9 * DAY
    assert kept_days(ben.keyring, *span) == (Kept(TUESDAY, daily, mine=True),)
    assert kept_days(alma.keyring, *span) == (Kept(TUESDAY, daily, mine=False),)
    assert kept_days(alma.keyring, TUESDAY + DAY, TUESDAY + 9 * DAY) == ()
    plan = {"reason": "Not so.", "plan": ("I ring.", TUESDAY + 3 * DAY)}
    with at(TUESDAY + DAY):
        testing.say(ben.keyring, daily, "not_kept", day=TUESDAY, today=TUESDAY + DAY, **plan)
    assert kept_days(ben.keyring, *span) == ()


def test_the_door_is_shut_to_strangers(chidi: Actor, esi: Actor, daily: UUID) -> None:
    for stranger in (chidi, esi):
        assert kept_days(stranger.keyring, TUESDAY, TUESDAY + 9 * DAY) == ()
        assert list(dates(stranger.keyring, TUESDAY, TUESDAY + 9 * DAY)) == []


def test_promised_days_stand_in_the_calendar_and_not_what_became_of_them(
    alma: Actor, ben: Actor, daily: UUID
) -> None:
    found = list(dates(alma.keyring, TUESDAY + DAY, TUESDAY + 2 * DAY))
    url = f"/promises/{daily}/"
    assert found == [
        Dated(TUESDAY + number * DAY, None, "I tell where I am.", url, mine=False) for number in (1, 2)
    ]
    assert [one.mine for one in dates(ben.keyring, TUESDAY, TUESDAY)] == [True]
    testing.end(ben.keyring, daily, "Enough.", today=TUESDAY + DAY)
    assert [one.label for one in dates(ben.keyring, TUESDAY + 2 * DAY, TUESDAY + 30 * DAY)] == ["I ring."]


def test_the_record_reads_as_sentences(alma: Actor, ben: Actor, circle: UUID, daily: UUID) -> None:
    testing.say(ben.keyring, daily, "kept", today=TUESDAY, reason="By phone.")
    testing.end(ben.keyring, daily, "Enough.", today=TUESDAY)
    assert [line_of(event, "Ben") for event in recorded(alma, circle)] == [
        "Ben said “I tell where I am.”, every day from 3 March to 8 March.",
        "Of “I tell where I am.” for Tuesday 3 March, Ben said: kept.",
        "Ben said “I ring.”, for Thursday 12 March, in place of what was said for Wednesday 4 March.",
        "Of “I tell where I am.” for Wednesday 4 March, Ben said that it was not kept: “" + WHY + "”",
        "Of “I tell where I am.” for Tuesday 3 March, Ben said: kept. This put right an earlier word of that "
        "day.",
        "Ben ended “I tell where I am.”: “Enough.”",
    ]


def test_each_takes_out_what_they_can_read(alma: Actor, ben: Actor, daily: UUID) -> None:
    testing.promise(ben.keyring, "I go to bed early.", today=TUESDAY, to_other=False)
    his = json.loads(ben.takes_everything())["promises"]["promises"]
    hers = json.loads(alma.takes_everything())["promises"]["promises"]
    assert {row["promise"] for row in his} == {"I tell where I am.", "I ring.", "I go to bed early."}
    assert {row["promise"] for row in hers} == {"I tell where I am.", "I ring."}
    (row,) = [row for row in hers if row["id"] == str(daily)]
    assert [word["said"] for word in row["words"]] == ["kept", "not kept"]
    assert row["by-me"] is False
    assert row["words"][1]["in-its-place"] in {row["id"] for row in hers}


def test_an_account_that_ends_takes_its_promises_along_and_leaves_the_record(
    alma: Actor, ben: Actor, circle: UUID, daily: UUID
) -> None:
    ben.send("/settings/delete/", {"password": PASSWORD}, 200)
    assert not Promise._base_manager.exists()
    assert not Word._base_manager.exists()
    assert recorded(alma, circle)[0].text["what"] == "I tell where I am."
    alma.see("/promises/")
    alma.see("/promises/story/")


def test_while_it_rests_it_can_be_read_and_nothing_new_is_said(
    alma: Actor, ben: Actor, circle: UUID, daily: UUID
) -> None:
    alma.pause()
    page = f"/promises/{daily}/"
    for reader in (alma, ben):
        assert "I tell where I am." in reader.see("/promises/")
        assert "Not kept" in reader.see(page)
    assert "Say what became of it" not in ben.see("/promises/")
    number = len(recorded(alma, circle))
    refused = ben.says(page, TUESDAY + 2 * DAY, "changed", 422, reason=WHY, plan_what="x", plan_day=TUESDAY)
    assert "nothing new is said there" in refused.content.decode()
    assert WHY in refused.content.decode()
    assert len(recorded(alma, circle)) == number
    own = ben.promises("I go to bed early.", who="me")
    ben.says(own, TUESDAY, "kept")


def test_after_the_end_it_is_over_and_stays_readable_to_who_made_it(
    alma: Actor, ben: Actor, daily: UUID
) -> None:
    alma.send("/together/space/leave/", {"take_back": "on"})
    page = f"/promises/{daily}/"
    seen = ben.see(page)
    assert "ended with it" in seen
    assert "End this promise" not in seen
    assert "I tell where I am." not in ben.see("/promises/")
    alma.see(page, 404)
    refused = ben.says(page, TUESDAY, "kept", 422, known="1")
    assert "no open space for two" in refused.content.decode()
