"""A month that two read together, out of every room that has something to tell of it."""

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.site.demo import together
from stepwell.site.demo.at import at
from stepwell.together.dialogue import testing as dialogue
from stepwell.together.promises import testing as promises

ZONE = ZoneInfo("Europe/Berlin")
TELLING = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|data-draft-key="[^"]*"')


@pytest.fixture
def lived(db: None) -> tuple[Member, Member, date]:
    """Alma and Ben, after five weeks; and the day up to which they lived them."""
    today = timezone.now().astimezone(ZONE).date()
    one, other = (make_person(name, zone=ZONE.key) for name in ("Alma", "Ben"))
    with at(today - timedelta(days=60), 12, ZONE):
        make_couple(one, other)
    together.live(one, other, today=today, zone=ZONE)
    return one, other, today


def read(member: Member, month: date) -> tuple[str, str]:
    """The page, and its words as they are read."""
    browser = Client()
    sign_in(browser, member)
    answer = browser.get(f"/between/month/?month={month:%Y-%m}")
    assert answer.status_code == 200
    main = TELLING.sub("", answer.content.decode()).split("<main", 1)[1].split("</main>")[0]
    return main, " ".join(re.sub(r"<[^>]*>", " ", main).split())


def whole(member: Member, today: date) -> str:
    """All that the months of these weeks say."""
    months = {(today - timedelta(days=back)).replace(day=1) for back in range(61)}
    return " ".join(read(member, month)[1] for month in sorted(months))


def test_every_room_tells_what_both_can_read(lived: tuple[Member, Member, date]) -> None:
    one, _other, today = lived
    said = whole(one, today)
    for told in (
        "“Phones in the evening” In force since",
        "The plan for storms In force since",
        "Ben: “I ring at six, from the station.” Ben said on the day that it would not work:",
        "The late train was cancelled.",
        "Ben: “I ring from the car, before I drive.”",
        "Ben kept it",
    ):
        assert told in said
    if (today + timedelta(days=1)).month == today.month:
        assert "A walk by the water, every week:" in said
    for kept in ("A walk before I answer.", "Who else knew?", "My brother knew", "I count the minutes"):
        assert kept not in said, "to oneself, or with a page of its own"


def test_it_is_the_same_for_both_to_the_byte(lived: tuple[Member, Member, date]) -> None:
    one, other, today = lived
    for back in (0, 33):
        month = (today - timedelta(days=back)).replace(day=1)
        assert read(one, month)[0] == read(other, month)[0]


def test_a_promise_to_oneself_and_a_signature_of_one_change_nothing(
    lived: tuple[Member, Member, date],
) -> None:
    one, other, today = lived
    before = read(other, today.replace(day=1))[0]
    promises.promise(one.keyring, "I breathe first.", today=today, to_other=False)
    assert read(other, today.replace(day=1))[0] == before
    assert "I breathe first." not in read(one, today.replace(day=1))[0]


def test_of_a_talk_only_that_it_was_had(lived: tuple[Member, Member, date]) -> None:
    one, other, today = lived
    month = today.replace(day=1)
    that_day = f"You talked on {today.day} {today:%B}."
    assert that_day not in read(one, month)[1]
    _talk(one, other, today)
    for member in (one, other):
        said = read(member, month)[1]
        assert that_day in said
        assert "the keys" not in said
        assert "what she takes away" not in said


def _talk(one: Member, other: Member, today: date) -> None:
    talk = dialogue.begin(one.fresh().keyring, other.fresh().keyring, "About the keys", today=today)
    dialogue.turn(one.keyring, other.keyring, talk, "I looked for the keys.", "You looked for the keys.")
    dialogue.leave(one.keyring, talk, "what she takes away", today=today, keep=True)
    dialogue.leave(other.keyring, talk, today=today, keep=True)
