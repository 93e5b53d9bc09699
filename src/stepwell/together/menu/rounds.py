"""The visits of a round: begun by one, answered by the other, finished by who began. docs/mutual-answers.md.

Each visit computes first and then writes at once, if everything is still as it was read. Cut off anywhere,
the next visit goes on from the rows that are there. Nobody is told how far it is.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.vault.api import (
    Answer,
    CannotOpen,
    ChangedIdentity,
    Conflict,
    Forged,
    Keyring,
    NoSeat,
    answer_round,
    begin_round,
    finish_round,
    read,
    save_written,
    write,
)
from stepwell.together.menu import both
from stepwell.together.menu.content import LINE_ID, NO_POINTS, POINT, AskedV1, SecretV1
from stepwell.together.menu.models import Asked, Secret, Sheet
from stepwell.together.menu.same import same
from stepwell.together.menu.sheet import Line, known, sheet_of, welcome

BEGUN, ANSWERED = "begun", "answered"
# A visit that others overtake starts again; it never goes on for ever.
TRIES = 4
AskedRows = QuerySet[Asked]


@dataclass(frozen=True)
class Seen:
    """Where somebody's part stands, without opening it: so a page takes as long whatever the other did."""

    id: UUID
    round: UUID | None
    part: str
    version: int


def asked_in(keyring: Keyring, circle: UUID) -> AskedRows:
    return Asked.objects.within(keyring, circle)


def go_on(keyring: Keyring, couple: Couple) -> None:
    """Whatever this person's visit can do for the round of two. Nothing, where they did not ask for one."""
    for _ in range(TRIES):
        mine, theirs = seen(keyring, couple)
        if mine is None:
            return
        try:
            _step(keyring, couple, mine, theirs)
            return
        except Conflict:
            continue
        except (Forged, CannotOpen):
            # Points that no visit has made. Both words stand, and the round begins anew.
            void(keyring, couple.circle)
        except (NoSeat, ChangedIdentity):
            return


def seen(keyring: Keyring, couple: Couple) -> tuple[Seen | None, Seen | None]:
    """My part and the other's."""
    rows = asked_in(keyring, couple.circle).defer("sealed")
    found = {row.person_id: Seen(row.id, row.round, row.part, row.version) for row in rows}
    return found.get(keyring.person_id), found.get(couple.partner_id)


def _step(keyring: Keyring, couple: Couple, mine: Seen, theirs: Seen | None) -> None:
    """One visit's work. Raises Conflict where somebody was faster, Forged or CannotOpen for false points."""
    # Asked of who answers too, so that no clock tells who was first.
    mine_to_finish = _has_secret(keyring, mine)
    if both.next_day(both.light(keyring, couple)) is not None:
        # A word that crossed the end of a round.
        asked_in(keyring, couple.circle).filter(id=mine.id).delete()
    elif theirs and theirs.part == BEGUN and _goes_first(theirs, mine):
        if (mine.part, mine.round) != (ANSWERED, theirs.round):
            _answer(keyring, couple, mine, theirs)
    elif not (mine.part == BEGUN and mine_to_finish):
        _begin(keyring, couple, mine, theirs)
    elif theirs and (theirs.part, theirs.round) == (ANSWERED, mine.round):
        _finish(keyring, couple, mine, theirs)


def _goes_first(theirs: Seen, mine: Seen) -> bool:
    """Begun by both at once: the one of the two rounds that is the lower number is the round of both."""
    return mine.part != BEGUN or str(theirs.round) < str(mine.round)


def _has_secret(keyring: Keyring, mine: Seen) -> bool:
    row = Secret.objects.one(keyring, keyring.own)
    if row is None:
        return False
    opened: SecretV1 = read(keyring, row)
    return opened.round == mine.round


def _begin(keyring: Keyring, couple: Couple, mine: Seen, theirs: Seen | None) -> None:
    number = uuid4()
    yes, version = _welcome(keyring)
    begun = begin_round([_thing(line) for line in yes], _context(couple, number))
    lines = b"".join(uuid4().bytes if at < 0 else yes[at].id.bytes for at in begun.order)
    with transaction.atomic():
        row = _held(keyring, couple, mine, theirs, version)
        _write(keyring, row, begun.points, ())
        row.round, row.part = number, BEGUN
        save_written(row)
        Secret.objects.within(keyring, keyring.own).delete()
        secret = Secret(circle_id=keyring.own)
        write(keyring, secret, SecretV1(round=number, secret=begun.secret, lines=lines))
        secret.save(force_insert=True)


def _answer(keyring: Keyring, couple: Couple, mine: Seen, theirs: Seen) -> None:
    if theirs.round is None:
        raise Conflict
    yes, version = _welcome(keyring)
    points = _points(_opened(keyring, couple, theirs).points)
    answer = answer_round(points, [_thing(line) for line in yes], _context(couple, theirs.round))
    with transaction.atomic():
        row = _held(keyring, couple, mine, theirs, version)
        _write(keyring, row, answer.own, answer.raised)
        row.round, row.part = theirs.round, ANSWERED
        save_written(row)
        Secret.objects.within(keyring, keyring.own).delete()


def _finish(keyring: Keyring, couple: Couple, mine: Seen, theirs: Seen) -> None:
    """What both welcome comes to light for both; in the same transaction all that led there is gone."""
    sheet, version = sheet_of(keyring), _version(keyring)
    secret: SecretV1 = read(keyring, Secret.objects.within(keyring, keyring.own).get())
    answered = _opened(keyring, couple, theirs)
    answer = Answer(raised=_points(answered.raised), own=_points(answered.points))
    ids = [UUID(bytes=secret.lines[at : at + LINE_ID]) for at in range(0, len(secret.lines), LINE_ID)]
    places = finish_round(secret.secret, range(len(ids)), answer)
    found = [known(ids[place], sheet) for place in sorted(places)]
    with transaction.atomic():
        _held(keyring, couple, mine, theirs, version)
        both.bring(keyring, couple.circle, [line for line in found if line])
        asked_in(keyring, couple.circle).delete()
        Secret.objects.within(keyring, keyring.own).delete()


def _held(keyring: Keyring, couple: Couple, mine: Seen, theirs: Seen | None, version: int) -> Asked:
    """My row, held with the other's, if both and my list are as they were read. Raises Conflict otherwise."""
    now = couple_of(keyring)
    rows = {row.id: row for row in asked_in(keyring, couple.circle).select_for_update().order_by("id")}
    stand = {Seen(row.id, row.round, row.part, row.version) for row in rows.values()}
    if now is None or now.paused or now.circle != couple.circle or mine.id not in rows:
        raise NoSeat
    if stand != {one for one in (mine, theirs) if one} or version != _version(keyring):
        raise Conflict
    return rows[mine.id]


def _write(keyring: Keyring, row: Asked, points: tuple[bytes, ...], raised: tuple[bytes, ...]) -> None:
    said: AskedV1 = read(keyring, row)
    joined = b"".join(raised) or NO_POINTS
    write(keyring, row, replace(said, points=b"".join(points), raised=joined))


def void(keyring: Keyring, circle: UUID) -> None:
    """No point of either counts any more. The words stand; the next visit of each makes points anew."""
    with transaction.atomic():
        Secret.objects.within(keyring, keyring.own).delete()
        asked_in(keyring, circle).update(round=None, part="")


def wipe(keyring: Keyring, circle: UUID) -> None:
    """Both words are gone, and every point with them."""
    with transaction.atomic():
        asked_in(keyring, circle).delete()
        if not keyring.locked:
            Secret.objects.within(keyring, keyring.own).delete()


def _opened(keyring: Keyring, couple: Couple, part: Seen) -> AskedV1:
    row = asked_in(keyring, couple.circle).filter(id=part.id, version=part.version).first()
    if row is None:
        raise Conflict
    opened: AskedV1 = read(keyring, row)
    return opened


def _points(joined: bytes) -> tuple[bytes, ...]:
    return tuple(joined[at : at + POINT] for at in range(0, len(joined), POINT))


def _welcome(keyring: Keyring) -> tuple[list[Line], int]:
    version = _version(keyring)
    return welcome(sheet_of(keyring)), version


def _version(keyring: Keyring) -> int:
    """Of my list: points belong to what it says now."""
    found = Sheet.objects.within(keyring, keyring.own).values_list("version", flat=True).first()
    return int(found or 0)


def _thing(line: Line) -> bytes:
    """What is compared: an idea by its key, own words in the form in which spelling does not matter."""
    return f"idea:{line.idea}".encode() if line.idea else f"own:{same(line.text)}".encode()


def _context(couple: Couple, number: UUID) -> bytes:
    return b"menu1" + couple.circle.bytes + number.bytes
