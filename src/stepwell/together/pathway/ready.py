"""The landing of two. Forward: both, each on their own. Back: either, at once, without a reason.

A word that is held and one never said are the same to everybody else: neither writes anything here.
"""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID, uuid4

from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, NotNow, couple_of, open_space, sealing_for_two
from stepwell.ground.vault.api import CannotOpen, ChangedIdentity, Conflict, Keyring, NoSeat
from stepwell.together.pathway import gate
from stepwell.together.pathway.content import FIRST, LAST, NOBODY, Came, PlaceV1
from stepwell.together.pathway.place import HELD, change, held_key, seen


def say_ready(keyring: Keyring, turn: UUID) -> None:
    """I am ready for the next landing. With both, the two of us are on it.

    `turn` is that of the page that was read: a word for a landing that was left meanwhile says nothing.
    Raises NotNow.
    """
    couple = _open_couple(keyring)
    if gate.may_step(keyring):
        _move_us(keyring, couple, lambda place: _with_my_word(keyring, place, turn))
        return
    ours = seen(keyring, couple)
    if ours.turn == turn and ours.landing < LAST:
        gate.hold(keyring, held_key(ours.circle, turn))


def _with_my_word(keyring: Keyring, place: PlaceV1, turn: UUID) -> PlaceV1:
    if place.turn != turn or place.landing == LAST or place.ready == keyring.person_id:
        return place
    return replace(place, ready=keyring.person_id) if place.ready == NOBODY else _moved(place, 1, "forth")


def take_back(keyring: Keyring) -> None:
    """My readiness ends, whatever became of it, and leaves nothing to see. Raises NotNow when alone."""
    couple = _couple(keyring)
    _let_go(keyring, couple.circle)
    _move_us(keyring, couple, lambda place: _without_mine(keyring, place), resting_too=True)


def _without_mine(keyring: Keyring, place: PlaceV1) -> PlaceV1:
    return replace(place, ready=NOBODY) if place.ready == keyring.person_id else place


def step_back(keyring: Keyring, turn: UUID) -> None:
    """Both of us are one landing back, at once. A page sent twice is one step. Raises NotNow when alone."""

    def back(place: PlaceV1) -> PlaceV1:
        return _moved(place, -1, "back") if place.turn == turn and place.landing > FIRST else place

    _move_us(keyring, _couple(keyring), back, resting_too=True)


def settle(keyring: Keyring) -> None:
    """At a visit of theirs: a word that was held counts from when it may; one that may not is held again."""
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        return
    ours = seen(keyring, couple)
    now = held_key(couple.circle, ours.turn)
    words = {key for key in gate.held(keyring) if key.startswith(f"{HELD} ")}
    for key in words - {now}:
        gate.let_go(keyring, key)
    if not ours.said:
        return
    with suppress(NotNow):
        if not gate.may_step(keyring):
            gate.hold(keyring, now)
            _move_us(keyring, couple, lambda place: _without_mine(keyring, place))
        elif now in words:
            gate.let_go(keyring, now)
            say_ready(keyring, ours.turn)


def end_readiness(keyring: Keyring, circle: UUID) -> None:
    """The space begins to rest, or ends: no word from before counts afterwards, held ones included.

    Never in the way of a pause or of leaving: where nothing can be written, nobody can step forward either.
    """
    with suppress(CannotOpen, ChangedIdentity, Conflict, NoSeat):
        change(keyring, circle, lambda place: replace(place, ready=NOBODY, turn=uuid4()))
    with suppress(CannotOpen, Conflict):
        _let_go(keyring, circle)


def _move_us(
    keyring: Keyring,
    couple: Couple,
    move: Callable[[PlaceV1], PlaceV1],
    *,
    resting_too: bool = False,
) -> None:
    def while_open(place: PlaceV1) -> PlaceV1:
        # Asked again behind the lock, which a pause takes too.
        now = _couple(keyring) if resting_too else _open_couple(keyring)
        if now.circle != couple.circle:
            raise NotNow("over")
        return move(place)

    with sealing_for_two():
        change(keyring, couple.circle, while_open)


def _couple(keyring: Keyring) -> Couple:
    couple = couple_of(keyring)
    if couple is None:
        raise NotNow("over")
    return couple


def _open_couple(keyring: Keyring) -> Couple:
    return open_space(couple_of(keyring))


def _moved(place: PlaceV1, by: int, came: Came) -> PlaceV1:
    return PlaceV1(landing=place.landing + by, turn=uuid4(), came=came)


def _let_go(keyring: Keyring, circle: UUID) -> None:
    for key in gate.held(keyring):
        if key.startswith(f"{HELD} {circle.hex} "):
            gate.let_go(keyring, key)
