"""Makers for the tests of other rooms and for the demonstration."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.promises import ending, finding, making, noting, saying
from stepwell.together.promises.content import DaysV1, Outcome, Repeat
from stepwell.together.promises.saying import Plan


def promise(
    keyring: Keyring,
    what: str,
    *,
    today: date,
    first: date | None = None,
    until: date | None = None,
    repeat: Repeat = "once",
    weekdays: tuple[int, ...] = (),
    to_other: bool = True,
) -> UUID:
    """Made on `today`, by default for that day, and to the other where there is one. Gives its id."""
    couple = couple_of(keyring)
    begins = first or today
    return making.make(
        keyring,
        form_id=uuid4(),
        what=what,
        days=DaysV1(first=begins, until=until or begins, repeat=repeat, weekdays=weekdays),
        today=today,
        to_other=to_other and couple is not None,
        couple=couple,
    )


def say(
    keyring: Keyring,
    promise: UUID,
    outcome: Outcome,
    *,
    today: date,
    day: date | None = None,
    reason: str = "",
    plan: tuple[str, date] | None = None,
) -> UUID | None:
    """A word of its maker about one of its days, by default about today. Gives the id of the plan, if any."""
    couple, on = couple_of(keyring), day or today
    found = finding.one(keyring, couple, promise)
    told = finding.by_day(finding.words_of(keyring, [found])[promise])[on]
    saying.say(
        keyring,
        promise,
        on,
        couple=couple,
        form_id=uuid4(),
        outcome=outcome,
        reason=reason,
        plan=Plan(*plan) if plan else None,
        known=finding.seen(told),
        today=today,
    )
    said = finding.by_day(finding.words_of(keyring, [found])[promise])[on][-1].word
    return said.plan


def end(keyring: Keyring, promise: UUID, reason: str, *, today: date) -> None:
    ending.end(keyring, promise, form_id=uuid4(), reason=reason, today=today)


def note(keyring: Keyring, promise: UUID, text: str, *, today: date) -> UUID:
    """A private note beside it. Gives its id."""
    noting.note(keyring, promise, form_id=uuid4(), text=text, today=today)
    return noting.notes(keyring, promise)[0][0]


def weeks_of(keyring: Keyring, weeks: int, *, until: date) -> int:
    """So many weeks of one person: one promise a week to the other and what became of it, and one for every
    day of the last weeks. Gives how many promises there are."""
    made = 0
    for back in range(weeks, 0, -1):
        day = until - timedelta(weeks=back)
        one = promise(keyring, "I ring at six, from the station.", today=day)
        made += 1
        if back % 4 == 0:
            plan = ("I ring from the car.", day + timedelta(days=1))
            say(keyring, one, "changed", today=day, reason="The train was late.", plan=plan)
            made += 1
        else:
            say(keyring, one, "kept", today=day)
    days = min(weeks * 7, 28)
    first = until - timedelta(days=days)
    daily = promise(
        keyring, "I say where I am.", today=first, until=until + timedelta(days=28), repeat="daily"
    )
    for number in range(days):
        say(keyring, daily, "kept", today=first + timedelta(days=number))
    return made + 1
