"""What two showed to one another, side by side and by the month: out of copies for the two alone."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from stepwell.ground.spaces.api import couple_of, names_in
from stepwell.own.safety.testing import clear
from stepwell.together.between.api import Month
from stepwell.together.between.testing import is_kept, lay_beside
from stepwell.together.checkins import reading_together, showing
from stepwell.together.checkins.content import AnswersV1
from stepwell.together.checkins.testing import believable_days, keep_days, keep_one
from stepwell.together.checkins.tests.cast import Actor

DAY = datetime(2026, 3, 4, 20, 0, tzinfo=UTC)
SOURCE = reading_together.source()


def test_days_are_those_of_copies_and_of_nothing_else(alma: Actor, ben: Actor) -> None:
    circle = _circle(alma)
    keep_one(alma.keyring, AnswersV1(safety=1, noticed="Kept."), now=DAY)
    shown = keep_one(
        alma.keyring, AnswersV1(safety=7, noticed="A walk."), now=DAY, show=["noticed"], couple_circle=circle
    )
    stamp = SOURCE.stamp(ben.keyring, circle)
    assert [one.rated for one in SOURCE.days(ben.keyring, circle)] == [{}], (
        "a rating that was not shown is none"
    )
    showing.show(alma.keyring, shown, ["ratings"], couple_of(alma.keyring))
    assert SOURCE.stamp(ben.keyring, circle) != stamp
    (one,) = SOURCE.days(ben.keyring, circle)
    assert (one.person, one.day, one.rated) == (alma.member.id, date(2026, 3, 4), {"safety": 7.0})
    showing.withdraw(alma.keyring, shown)
    assert list(SOURCE.days(ben.keyring, circle)) == []


def test_days_that_both_show_are_counted_no_further_than_asked(alma: Actor, ben: Actor) -> None:
    circle = _circle(alma)
    for who, days in ((alma, range(6)), (ben, range(2, 12))):
        for n in days:
            keep_one(who.keyring, now=DAY + timedelta(days=n), show=["ratings"], couple_circle=circle)
    assert SOURCE.joint(alma.keyring, circle, 100) == 4
    assert SOURCE.joint(ben.keyring, circle, 3) == 3


def test_whatever_is_withdrawn_takes_what_was_found_with_it(alma: Actor, ben: Actor) -> None:
    circle = _circle(alma)
    shown = keep_one(alma.keyring, now=DAY, show=["ratings"], couple_circle=circle)
    for who, seed in ((alma, 1), (ben, 2)):
        keep_days(
            who.keyring,
            believable_days(seed, 30, until=date(2026, 3, 3)),
            zone=ZoneInfo("UTC"),
            couple_circle=circle,
        )
        clear(who.keyring)
        lay_beside(who.keyring, ["safety"])
    ben.browser.get("/between/")
    assert is_kept(ben.keyring)
    showing.withdraw(alma.keyring, shown)
    assert not is_kept(ben.keyring)


def test_a_month_tells_what_was_noticed_and_what_helped_both(alma: Actor, ben: Actor) -> None:
    circle, shown = _circle(alma), ["noticed", "factors"]
    for who, noticed, helped in (
        (alma, "You rang.", ("walk", "meal")),
        (ben, "Tea.", ("own:our song", "walk")),
        (alma, "", ("own:our song",)),
    ):
        keep_one(
            who.keyring,
            AnswersV1(noticed=noticed, helped=helped, safety=3),
            now=DAY,
            show=shown,
            couple_circle=circle,
        )
    keep_one(alma.keyring, AnswersV1(noticed="For myself.", helped=("sleep",)), now=DAY)
    noticed, helped = ([*chapter.lines(ben.keyring, _month(ben))] for chapter in reading_together.chapters())
    assert sorted((line.words, line.more[0].split(",")[0]) for line in noticed) == [
        ("Tea.", "Ben"),
        ("You rang.", "Alma"),
    ]
    assert [line.words for line in helped] == ["a walk", "our song"]
    before = date(2026, 2, 1), date(2026, 2, 28)
    assert [*reading_together.chapters()[0].lines(ben.keyring, _month(ben, *before))] == []


def _circle(somebody: Actor) -> UUID:
    couple = couple_of(somebody.keyring)
    assert couple is not None
    return couple.circle


def _month(somebody: Actor, first: date = date(2026, 3, 1), last: date = date(2026, 3, 31)) -> Month:
    couple = couple_of(somebody.keyring)
    assert couple is not None
    return Month(couple, first, last, names_in(somebody.keyring, couple.circle), UTC)
