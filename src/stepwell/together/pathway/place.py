"""Where somebody stands, and where two do, as one of them may see it. Alone one moves at will."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import ChangedIdentity, Conflict, Keyring, NoSeat, read, write
from stepwell.together.pathway import gate
from stepwell.together.pathway.content import FIRST, Came, PlaceV1
from stepwell.together.pathway.models import Place

HELD = "landing"


@dataclass(frozen=True)
class Ours:
    """Where two stand. said: my own word, and nothing of the other's. turn: what forms of this page name."""

    circle: UUID
    partner: str
    landing: int
    came: Came
    turn: UUID
    said: bool


@dataclass(frozen=True)
class Standing:
    """mine: where this person stands. chosen: by a choice of their own, and not by going along.
    ours: None when alone, and while the space rests."""

    mine: int
    chosen: bool
    resting: bool
    ours: Ours | None


def landing_of(keyring: Keyring) -> int:
    """Their own choice, else where the two stood of whom they are or were one. One query. Raises Locked."""
    places = {row.circle_id: row for row in Place.objects.within(keyring)}
    mine = places.pop(keyring.own, None)
    chosen = read(keyring, mine).landing if mine else 0
    if chosen or not places:
        return chosen or FIRST
    return int(read(keyring, places[max(places)]).landing)


def standing(keyring: Keyring) -> Standing:
    """What the pages draw of it. Raises Locked."""
    couple = couple_of(keyring)
    chosen = choice_of(keyring)
    if couple is None or couple.paused:
        return Standing(chosen or landing_of(keyring), bool(chosen), couple is not None, None)
    ours = seen(keyring, couple)
    return Standing(chosen or ours.landing, bool(chosen), False, ours)


def choice_of(keyring: Keyring) -> int:
    """0 where they made no choice of their own."""
    row = Place.objects.one(keyring, keyring.own)
    return int(read(keyring, row).landing) if row else 0


def seen(keyring: Keyring, couple: Couple) -> Ours:
    place = _opened(keyring, couple.circle)
    said = place.ready == keyring.person_id or held_key(couple.circle, place.turn) in gate.held(keyring)
    return Ours(couple.circle, couple.partner_name, place.landing, place.came, place.turn, said)


def _opened(keyring: Keyring, circle: UUID) -> PlaceV1:
    """Where no row is yet, one is sealed and opened all the same: a page takes as long, whether or not the
    other ever said a word."""
    row = Place.objects.one(keyring, circle)
    if row is None:
        row = Place(circle_id=circle)
        try:
            write(keyring, row, PlaceV1())
        except (NoSeat, ChangedIdentity):
            return PlaceV1()
    place: PlaceV1 = read(keyring, row)
    return place


def stand_on(keyring: Keyring, landing: int) -> None:
    """My own choice, of which nobody else learns. 0: no choice of my own, I go along with the two of us."""
    change(keyring, keyring.own, lambda place: replace(place, landing=landing))


def change(keyring: Keyring, circle: UUID, move: Callable[[PlaceV1], PlaceV1]) -> None:
    """Read, move, write as one step. A move that gives back what it got writes nothing, not even a first row.

    Raises NoSeat or ChangedIdentity where nothing can be written, and Conflict if others keep being faster.
    """
    for _ in range(5):
        try:
            with transaction.atomic():
                _change_once(keyring, circle, move)
            return
        except IntegrityError:  # the other, or another tab, made the first row meanwhile
            continue
    raise Conflict


def _change_once(keyring: Keyring, circle: UUID, move: Callable[[PlaceV1], PlaceV1]) -> None:
    row = Place.objects.hold(keyring, circle)
    began = PlaceV1(landing=0 if circle == keyring.own else FIRST)
    place = read(keyring, row) if row else began
    after = move(place)
    if after == place:
        return
    new = row is None
    row = row or Place(circle_id=circle)
    write(keyring, row, after)
    row.save(force_insert=new)


def held_key(circle: UUID, turn: UUID) -> str:
    """Under what name a word is held: it means nothing once the turn it was said in is over."""
    return f"{HELD} {circle.hex} {turn.hex}"
