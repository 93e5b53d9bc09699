"""The talk as a row: found through the keyring, held by one act at a time, told to both pages after it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from stepwell.ground.live.api import announce
from stepwell.ground.spaces.api import Couple, couple_of, sealing_for_two
from stepwell.ground.vault.api import CannotOpen, Keyring, NoSeat, read, read_many, write
from stepwell.together.dialogue.content import Said, TalkV1, TurnV1, UnsaidV1
from stepwell.together.dialogue.limits import MOST_TURNS, MOST_UNSAID, Full, Gone, Moved, Twice
from stepwell.together.dialogue.models import Talk, Turn, Unsaid

Act = Callable[[TalkV1], TalkV1]
# Between words that were left unsaid at different times.
APART = "\n\n"


@dataclass(frozen=True)
class Spoken:
    """One turn as it stands. by: whose words they are."""

    by: UUID
    said: Said
    text: str


@dataclass(frozen=True)
class Made:
    """An act as it was sent. moment: of the page it was made on; None where the act needs none.
    what: its own name, by which a second press of it is known. form_id: of the form, where it has words."""

    what: str
    moment: int | None = None
    form_id: UUID | None = None


def open_couple(keyring: Keyring) -> Couple:
    """Raises Gone where there is no space of two, or it rests."""
    couple = couple_of(keyring)
    if couple is None or couple.paused:
        raise Gone
    return couple


def current(keyring: Keyring, couple: Couple) -> tuple[UUID, TalkV1] | None:
    """The open talk of these two, if there is one."""
    row = Talk.objects.one(keyring, couple.circle, over=False)
    return (row.id, read(keyring, row)) if row else None


def found(keyring: Keyring, couple: Couple, talk: UUID) -> TalkV1:
    """Raises Gone for another's as for none."""
    row = Talk.objects.one(keyring, couple.circle, id=talk, over=False)
    if row is None:
        raise Gone
    state: TalkV1 = read(keyring, row)
    return state


def spoken(keyring: Keyring, circle: UUID, talk: UUID) -> list[Spoken]:
    rows = list(Turn.objects.within(keyring, circle).filter(talk_id=talk).order_by("number"))
    return [
        Spoken(row.person_id, turn.said, turn.text)
        for row, turn in zip(rows, read_many(keyring, rows), strict=True)
    ]


def move(
    keyring: Keyring,
    talk: UUID,
    made: Made,
    act: Act,
    *,
    aside: Callable[[Couple, TalkV1], None] | None = None,
    tells: Callable[[TalkV1, TalkV1], bool] | None = None,
) -> TalkV1:
    """Do `act` on the talk as it stands now, as one step. `aside` writes what belongs to it.

    tells: whether the other's page is told, where not every change is theirs to see.
    Raises Gone, Moved, Twice, NotNow, Full.
    """
    couple = open_couple(keyring)
    with sealing_for_two(), transaction.atomic():
        row = _held(keyring, couple, talk)
        before: TalkV1 = read(keyring, row)
        _compare(keyring, couple, before, made)
        after = act(before)
        if aside:
            aside(couple, after)
        if after != before:
            write(keyring, row, after)
            row.save()
        if tells(before, after) if tells else aside or after != before:
            announce(couple.circle)
    return after


def _held(keyring: Keyring, couple: Couple, talk: UUID) -> Talk:
    """Nobody else acts on it until the transaction ends. A pause takes the row away, so none is missed."""
    row: Talk | None = Talk.objects.hold(keyring, couple.circle, id=talk, over=False)
    if row is None:
        raise Gone
    return row


def _compare(keyring: Keyring, couple: Couple, talk: TalkV1, made: Made) -> None:
    if made.form_id and Turn.objects.one(keyring, couple.circle, form_id=made.form_id):
        raise Twice
    if made.moment is None or made.moment == talk.moment:
        return
    last = talk.last
    # With words in it, only the very same form is the same act: other words are not to be lost.
    same = last and (last.by, last.what, last.moment) == (keyring.person_id, made.what, made.moment)
    if same and made.form_id is None:
        raise Twice
    raise Moved


def keep_turn(keyring: Keyring, couple: Couple, talk: UUID, form_id: UUID, by: UUID, turn: TurnV1) -> None:
    """Inside the transaction of its act. Raises Full."""
    rows = Turn.objects.within(keyring, couple.circle)
    number = (rows.filter(talk_id=talk).aggregate(most=Max("number"))["most"] or 0) + 1
    if number > MOST_TURNS:
        raise Full
    row = Turn(circle_id=couple.circle, talk_id=talk, person_id=by, number=number, form_id=form_id)
    write(keyring, row, turn)
    row.save(force_insert=True)


def wipe(keyring: Keyring, circle: UUID, talk: UUID) -> None:
    """Every word of it, for both. Inside a transaction."""
    Turn.objects.within(keyring, circle).filter(talk_id=talk).delete()
    Talk.objects.within(keyring, circle).filter(id=talk).delete()


def wipe_open(keyring: Keyring, circle: UUID) -> None:
    """Whatever talk is open there, at once. Inside a transaction; it never refuses."""
    try:
        rows = Talk.objects.within(keyring, circle).filter(over=False)
        for talk in list(rows.values_list("id", flat=True)):
            wipe(keyring, circle, talk)
    except (NoSeat, CannotOpen):
        return


def drop_silent(keyring: Keyring, circle: UUID) -> None:
    """Talks that were kept and in which no word is left, because whoever said it took it along."""
    left = Turn.objects.within(keyring, circle).values("talk_id")
    Talk.objects.within(keyring, circle).filter(over=True).exclude(id__in=left).delete()


def left_unsaid(keyring: Keyring, talk: UUID | None) -> str:
    """What somebody kept for a next turn that did not come, or was writing when a talk ended.

    talk: the one that goes on, which shows itself what waits for its next turn.
    """
    return _left(_unsaid(keyring), talk)


def unsaid(keyring: Keyring, talk: UUID) -> str:
    """What waits for the next turn in this talk."""
    return _waiting(_unsaid(keyring), talk)


def wait_for_turn(keyring: Keyring, talk: UUID, text: str) -> None:
    """In place of what waited for one in this talk; what is left of others stays. Inside a transaction."""
    _change_unsaid(keyring, lambda kept: UnsaidV1(talk=talk, text=text, earlier=_left(kept, talk)))


def leave_unsaid(keyring: Keyring, talk: UUID, text: str) -> None:
    """What was being written when this talk ended, beside what is left already. Done twice it is done once.

    Raises Full.
    """
    text = text.replace("\r\n", "\n").strip()

    def beside(kept: UnsaidV1 | None) -> UnsaidV1:
        left = _left(kept, None)
        there = f"{APART}{text}{APART}" in f"{APART}{left}{APART}"
        if not there and len(left) + len(text) > MOST_UNSAID:
            raise Full
        return UnsaidV1(talk=talk, text="", earlier=left if there else _together(left, text))

    with transaction.atomic():
        _change_unsaid(keyring, beside)


def let_unsaid_go(keyring: Keyring, talk: UUID | None) -> None:
    """talk: the one that goes on; what waits there for a next turn stays."""
    with transaction.atomic():
        _change_unsaid(keyring, lambda kept: UnsaidV1(talk=talk, text=_waiting(kept, talk)) if talk else None)


def _unsaid(keyring: Keyring) -> UnsaidV1 | None:
    row = Unsaid.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else None


def _left(kept: UnsaidV1 | None, talk: UUID | None) -> str:
    return _together(kept.earlier, "" if kept.talk == talk else kept.text) if kept else ""


def _waiting(kept: UnsaidV1 | None, talk: UUID) -> str:
    return kept.text if kept and kept.talk == talk else ""


def _together(*texts: str) -> str:
    return APART.join(filter(None, texts))


def _change_unsaid(keyring: Keyring, how: Callable[[UnsaidV1 | None], UnsaidV1 | None]) -> None:
    """One row a person, and none where nothing is left. Inside a transaction."""
    row = Unsaid.objects.hold(keyring, keyring.own)
    before = read(keyring, row) if row else None
    after = how(before)
    if after is None or not _together(after.earlier, after.text):
        if row:
            row.delete()
    elif after != before:
        new = row is None
        row = row or Unsaid(circle_id=keyring.own)
        write(keyring, row, after)
        row.save(force_insert=new)
