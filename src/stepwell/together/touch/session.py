"""The time two agreed on: both are there and it begins, one gives and then the other, and it ends.

It ends by a tap of either, by its own time, by a pause, or because somebody's own word may not count any
more: the row is deleted, and no page can tell one of these from another.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from msgspec.structs import replace

from stepwell.ground.live.api import announce
from stepwell.ground.spaces.api import Couple, couple_of, sealing_for_two
from stepwell.ground.vault.api import CannotOpen, Keyring, NoSeat, read, write
from stepwell.together.touch import gate
from stepwell.together.touch.content import NOBODY, HereV1, OwnV1, TimeV1
from stepwell.together.touch.limits import AFTER, HERE, Gone, Later, full_hour
from stepwell.together.touch.models import Time
from stepwell.together.touch.own import change_own, own_of


def open_couple(keyring: Keyring) -> Couple:
    """Raises Gone where there is no space of two, or it rests."""
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        raise Gone
    return couple


def is_over(time: TimeV1, now: datetime) -> bool:
    return now >= (time.ends or time.until)


def agreed(keyring: Keyring, couple: Couple) -> tuple[UUID, TimeV1] | None:
    """What the two agreed on, while it stands."""
    row = Time.objects.one(keyring, couple.circle)
    if row is None:
        return None
    time: TimeV1 = read(keyring, row)
    return None if is_over(time, timezone.now()) else (row.id, time)


def found(keyring: Keyring, couple: Couple, time: UUID) -> TimeV1:
    """Raises Gone for another's as for none."""
    there = agreed(keyring, couple)
    if there is None or there[0] != time:
        raise Gone
    return there[1]


def here(keyring: Keyring, time: UUID) -> None:
    """I am here and would begin. With both it begins. Raises Gone, Later, NotNow."""
    couple = open_couple(keyring)
    if gate.too_much(keyring):
        raise Later
    with sealing_for_two(), transaction.atomic():
        row, state = _held(keyring, couple, time)
        if state.ends is None:
            _write(keyring, couple, row, _with_me(state, keyring.person_id, timezone.now()))


def _with_me(state: TimeV1, me: UUID, now: datetime) -> TimeV1:
    others = [one for one in state.here if one.by != me and now - one.at < HERE]
    if others:
        return replace(state, here=(), ends=now + timedelta(minutes=state.minutes))
    return replace(state, here=(HereV1(by=me, at=now),))


def waits(state: TimeV1, me: UUID, now: datetime) -> int:
    """For how many seconds this person, who pressed it, is taken to be here. The other's is not told."""
    left = [HERE - (now - one.at) for one in state.here if one.by == me]
    return max(0, int(left[0].total_seconds())) if left else 0


def change_over(keyring: Keyring, time: UUID, moment: int) -> None:
    """The other gives now. A press that comes late or twice changes nothing. Raises Gone, NotNow."""
    couple = open_couple(keyring)
    with sealing_for_two(), transaction.atomic():
        row, state = _held(keyring, couple, time)
        if state.ends is not None and state.moment == moment:
            after = replace(state, giving=state.other(state.giving), moment=moment + 1)
            _write(keyring, couple, row, after)


def stop(keyring: Keyring, time: UUID) -> TimeV1 | None:
    """It is over for both, or never was. Pressed twice it is over once; it never refuses.

    Gives what was stopped.
    """
    couple = couple_of(keyring)
    if couple is None:
        return None
    with transaction.atomic():
        row = Time.objects.hold(keyring, couple.circle, id=time)
        if row is None:
            return None
        state = _opened(keyring, row)
        row.delete()
        announce(couple.circle)
    return None if state is None or is_over(state, timezone.now()) else state


def _opened(keyring: Keyring, row: Time) -> TimeV1 | None:
    try:
        state: TimeV1 = read(keyring, row)
    except CannotOpen:
        return None
    return state


def end(keyring: Keyring, couple: Couple) -> None:
    """Whatever time stands between these two. Inside a transaction."""
    gone, _ = Time.objects.within(keyring, couple.circle).delete()
    if gone:
        announce(couple.circle)


def settle(keyring: Keyring, couple: Couple, *, counts: bool) -> None:
    """At a visit: what is over goes, and so does what may not go on."""
    row = Time.objects.one(keyring, couple.circle)
    if row and (not counts or is_over(read(keyring, row), timezone.now())):
        end(keyring, couple)


def wipe(keyring: Keyring, circle: UUID) -> None:
    """Inside a transaction; it never refuses, whatever became of the keys."""
    try:
        Time.objects.within(keyring, circle).delete()
    except (NoSeat, CannotOpen):
        return


def was_there(keyring: Keyring, time: UUID, state: TimeV1) -> None:
    """This person's own page showed that it had begun: afterwards they are asked how it was."""
    until = (state.ends or state.until) + AFTER
    own = own_of(keyring)
    if own.time != time:
        change_own(keyring, lambda own: replace(own, time=time, level=state.level, until=until))


def asks(keyring: Keyring, own: OwnV1, couple: Couple | None) -> bool:
    """Whether the two questions of a session that is over wait for this person."""
    if own.time == NOBODY or timezone.now() >= own.until:
        return False
    there = agreed(keyring, couple) if couple and not couple.paused else None
    return there is None or there[0] != own.time


def _held(keyring: Keyring, couple: Couple, time: UUID) -> tuple[Time, TimeV1]:
    """Nobody else acts on it until the transaction ends. Raises Gone."""
    row = Time.objects.hold(keyring, couple.circle, id=time)
    if row is None:
        raise Gone
    state: TimeV1 = read(keyring, row)
    if is_over(state, timezone.now()):
        raise Gone
    return row, state


def _write(keyring: Keyring, couple: Couple, row: Time, state: TimeV1) -> None:
    write(keyring, row, state)
    row.over = full_hour(state.ends or state.until)
    row.save(force_update=True)
    # That somebody is there and waits is told to nobody, not even as a number that went up.
    if state.ends:
        announce(couple.circle)
