"""Makers for the tests of other rooms, for measurements and for the demonstration."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.together.agreements import drafting, ending, noting, settling, signing
from stepwell.together.agreements.content import TermsV1
from stepwell.together.agreements.holding import By

PHONES = (
    "From nine in the evening both phones lie on the kitchen shelf, face up.",
    "If work calls, whoever is called says who it is before answering.",
    "Neither of us looks into the other’s phone. If a question comes, we ask it.",
)


def terms(
    *clauses: str,
    title: str = "Phones in the evening",
    kind: str = "technology",
    review_on: date | None = None,
    until: date | None = None,
) -> TermsV1:
    return TermsV1(kind=kind, title=title, clauses=clauses or PHONES, review_on=review_on, until=until)


def by(name: str = "Alma", now: datetime | None = None) -> By:
    moment = now or timezone.now()
    return By(name=name, now=moment, today=moment.astimezone(UTC).date())


def draft(keyring: Keyring, said: TermsV1 | None = None) -> UUID:
    """A wording that its writer has not shown. Gives the draft's id."""
    now = timezone.now()
    return drafting.keep(keyring, said or terms(), form_id=uuid4(), now=now, day=now.date())


def offer(
    keyring: Keyring, said: TermsV1 | None = None, *, name: str = "Alma", now: datetime | None = None
) -> UUID:
    """One person shows a wording to the other. Gives the agreement's id."""
    return settling.propose(keyring, couple_of(keyring), said or terms(), form_id=uuid4(), by=by(name, now))


def answer(
    keyring: Keyring,
    agreement: UUID,
    said: TermsV1,
    *,
    base: int,
    name: str = "Ben",
    now: datetime | None = None,
) -> None:
    """One of the two offers another version, begun at version `base`."""
    couple, who = couple_of(keyring), by(name, now)
    settling.change(keyring, couple, agreement, said, base=base, form_id=uuid4(), by=who)


def sign(
    keyring: Keyring, agreement: UUID, number: int, *, name: str = "Alma", now: datetime | None = None
) -> None:
    signing.sign(keyring, couple_of(keyring), agreement, number, by=by(name, now))


def make_agreement(
    one: Keyring,
    other: Keyring,
    said: TermsV1 | None = None,
    *,
    names: tuple[str, str] = ("Alma", "Ben"),
    in_force: bool = True,
    now: datetime | None = None,
) -> UUID:
    """`one` offers it; with `in_force` both have signed version 1. The dates have to lie after `now`."""
    agreement = offer(one, said, name=names[0], now=now)
    if in_force:
        sign(one, agreement, 1, name=names[0], now=now)
        sign(other, agreement, 1, name=names[1], now=now)
    return agreement


def withdraw(keyring: Keyring, agreement: UUID, *, name: str = "Alma", now: datetime | None = None) -> None:
    couple = couple_of(keyring)
    if couple is None:
        raise ValueError("nothing is in force without a space")
    ending.withdraw(keyring, couple.circle, agreement, by=by(name, now))


def write_to_oneself(keyring: Keyring, agreement: UUID, words: str) -> None:
    """A private note about a signature."""
    moment = timezone.now()
    noting.write_down(keyring, agreement, 1, words, form_id=uuid4(), now=moment, day=moment.date())


def ten_years(one: Keyring, other: Keyring, *, years: int = 10, now: datetime | None = None) -> int:
    """A life of them: two a month are settled over two versions; most have ended. Gives how many."""
    until, made = now or timezone.now(), 0
    for month in range(years * 12, 0, -1):
        then = until - timedelta(days=30 * month)
        for number in range(2):
            said = terms(*PHONES, title=f"What we settled, {years * 12 - month}.{number}")
            agreement = offer(one, said, now=then)
            better = terms(*PHONES, "We look at it in a month.", title=said.title)
            answer(other, agreement, better, base=1, now=then)
            sign(one, agreement, 2, now=then)
            sign(other, agreement, 2, name="Ben", now=then)
            if month > 6:
                withdraw(one, agreement, now=then)
            made += 1
    return made
