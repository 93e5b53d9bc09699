"""Choosing what may be laid beside the other's. It counts with both, and a yes of one is seen by nobody else.

One's own choice is kept in one's own circle. What of it may count is copied into one sealed row of the two,
where the program of either can see that both chose. That row is as large, and is written as often, whatever
was chosen, and whether or not it counts.
"""

from collections.abc import Callable, Collection
from uuid import UUID

from django.db import IntegrityError, transaction

from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import ChangedIdentity, Conflict, Keyring, NoSeat, read, write
from stepwell.together.between import gate
from stepwell.together.between.content import BothV1, ChoiceV1
from stepwell.together.between.finding import drop
from stepwell.together.between.models import Both, Choice
from stepwell.together.between.sources import signals

Pair = tuple[int, int]
Step = Callable[[], tuple[str, ...]]


def choice_of(keyring: Keyring, couple: Couple) -> frozenset[str]:
    """What this person chose themselves, whether it counts or not."""
    row = Choice.objects.one(keyring, keyring.own)
    kept = read(keyring, row) if row else None
    if kept is None or kept.of != couple.circle:
        return frozenset()
    return frozenset(key for key, chosen in kept.signals.items() if chosen)


def choose(keyring: Keyring, couple: Couple, chosen: Collection[str]) -> None:
    """In place of what was chosen before. Raises Conflict if others keep being faster."""
    _in_turn(lambda: _choose(keyring, couple, chosen))


def settle(keyring: Keyring, couple: Couple) -> tuple[str, ...]:
    """At a visit of theirs: what was kept back counts from when it may, and what may not any more ends.

    Gives the signals that both chose. Mostly there is nothing to settle, and then nothing is held or written.
    """
    chosen = choice_of(keyring, couple)
    row = Both.objects.one(keyring, couple.circle)
    try:
        before = _opened(keyring, couple.circle, row)
    except (NoSeat, ChangedIdentity):
        return ()
    if _with_mine(keyring, couple, before, _counting(keyring, chosen)) == before:
        return joint(before)
    return _in_turn(lambda: _copy(keyring, couple, chosen, always=False))


def settle_now(keyring: Keyring) -> None:
    """Their answers about their own safety changed."""
    couple = couple_of(keyring)
    if couple is not None:
        settle(keyring, couple)


def forget(keyring: Keyring, circle: UUID) -> None:
    """The space ends, or its member goes: nothing is laid beside anything there any more."""
    Both.objects.within(keyring, circle).delete()
    drop(keyring, circle)


def _in_turn(step: Step) -> tuple[str, ...]:
    for _ in range(5):
        try:
            with transaction.atomic():
                return step()
        except IntegrityError:  # the other, or another tab, made the first row meanwhile
            continue
    raise Conflict


def _choose(keyring: Keyring, couple: Couple, chosen: Collection[str]) -> tuple[str, ...]:
    row = Choice.objects.hold(keyring, keyring.own)
    row = row or Choice(circle_id=keyring.own)
    said = {key: int(key in chosen) for key in signals()}
    write(keyring, row, ChoiceV1(of=couple.circle, signals=said))
    row.save()
    return _copy(keyring, couple, frozenset(chosen), always=True)


def _opened(keyring: Keyring, circle: UUID, row: Both | None) -> BothV1:
    """Where no row is yet, one is sealed and opened all the same: a page takes as long, whether or not the
    other ever chose."""
    if row is None:
        row = Both(circle_id=circle)
        write(keyring, row, BothV1(signals=dict.fromkeys(signals(), (0, 0))))
    said: BothV1 = read(keyring, row)
    return said


def _counting(keyring: Keyring, chosen: frozenset[str]) -> frozenset[str]:
    return chosen if gate.may_lay_beside(keyring) else frozenset()


def _copy(keyring: Keyring, couple: Couple, chosen: frozenset[str], *, always: bool) -> tuple[str, ...]:
    """always: written also where nothing changes, so that a row kept back looks like one that counts."""
    circle = couple.circle
    row = Both.objects.hold(keyring, circle)
    before, counts = BothV1(signals={}), _counting(keyring, chosen)
    try:
        before = _opened(keyring, circle, row)
        after = _with_mine(keyring, couple, before, counts)
        if always or after != before:
            new = row is None
            row = row or Both(circle_id=circle)
            write(keyring, row, after)
            row.save(force_insert=new)
    except (NoSeat, ChangedIdentity):
        return _unsealed(keyring, couple, before, counts)
    if joint(before) != joint(after):
        drop(keyring, circle)
    return joint(after)


def _unsealed(keyring: Keyring, couple: Couple, before: BothV1, counts: frozenset[str]) -> tuple[str, ...]:
    """Nothing can be sealed for the two now. What is taken back goes all the same: a row that is gone says
    that nobody chose, and whoever did says so again with their next visit."""
    first = keyring.person_id < couple.partner_id
    if any(pair[0 if first else 1] and key not in counts for key, pair in before.signals.items()):
        forget(keyring, couple.circle)
        return ()
    return joint(before)


def _with_mine(keyring: Keyring, couple: Couple, said: BothV1, counts: frozenset[str]) -> BothV1:
    first = keyring.person_id < couple.partner_id

    def pair(key: str) -> Pair:
        mine, theirs = int(key in counts), said.signals.get(key, (0, 0))[1 if first else 0]
        return (mine, theirs) if first else (theirs, mine)

    return BothV1(signals={key: pair(key) for key in signals()})


def joint(said: BothV1) -> tuple[str, ...]:
    """What both chose."""
    return tuple(key for key in signals() if all(said.signals.get(key, (0, 0))))
