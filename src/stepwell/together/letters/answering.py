"""What the two say to a letter: giving back, that is it or not quite, and then an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from msgspec.structs import replace

from stepwell.ground.spaces.api import Couple, open_space, sealing_for_two
from stepwell.ground.vault.api import Keyring, read, read_many, write
from stepwell.together.letters.content import AsideV1, SaidV1, SentV1, Verdict
from stepwell.together.letters.limits import MOST_A_DAY, MOST_ASIDE, EnoughForToday, Gone, Moved
from stepwell.together.letters.models import Aside, Said, Sent
from stepwell.together.letters.steps import is_theirs, next_step


@dataclass(frozen=True)
class Spoken:
    """One thing that was said to a letter."""

    step: int
    mine: bool
    said: SaidV1


@dataclass(frozen=True)
class Given:
    """A letter that was given. sent: None when it was taken back. over: its space has ended.
    origin_id: of the writer's own letter; None for the other. mine: this person wrote it."""

    id: UUID
    circle: UUID
    origin_id: UUID | None
    mine: bool
    over: bool
    sent: SentV1 | None
    spoken: tuple[Spoken, ...]

    @property
    def open_step(self) -> int | None:
        """The step that may be said now, whoever's it is."""
        if self.sent is None or self.over:
            return None
        return next_step({one.step: one.said.verdict for one in self.spoken})


def some(keyring: Keyring, couple: Couple | None, start: int, most: int) -> list[Given]:
    """What this person may read now, of every space, the newest first. Three queries, however many."""
    rows = list(_drawn(keyring, couple).order_by("-day", "id")[start : start + most])
    said = Said.objects.readable(keyring).filter(letter_id__in=[row.id for row in rows])
    return list(_put_together(keyring, couple, rows, list(said.order_by("letter_id", "step"))))


def left_over(keyring: Keyring, couple: Couple | None, most: int) -> list[Given]:
    """Words beside letters that were taken back."""
    there = Sent.objects.readable(keyring).values("id")
    said = Said.objects.readable(keyring).exclude(letter_id__in=there).order_by("-day", "letter_id", "step")
    return list(_put_together(keyring, couple, [], list(said[:most])))


def given(keyring: Keyring, couple: Couple | None, letter: UUID) -> Given:
    """One of them. Raises Gone for another's as for none, and for what is not drawn while the space rests."""
    rows = list(_drawn(keyring, couple).filter(id=letter))
    said = list(Said.objects.readable(keyring).filter(letter_id=letter).order_by("step"))
    there = Sent.objects.readable(keyring).filter(id=letter).exists()
    found = list(_put_together(keyring, couple, rows, said))
    # Asked for in any case, so that what is not drawn takes the time of what never was.
    if not found or (there and not rows):
        raise Gone
    return found[0]


def _drawn(keyring: Keyring, couple: Couple | None) -> QuerySet[Sent]:
    """While the space rests nothing of the other is drawn that this person has not taken up before."""
    rows: QuerySet[Sent] = Sent.objects.readable(keyring)
    if couple is None or not couple.paused:
        return rows
    mine = Said.objects.within(keyring, couple.circle).filter(person_id=keyring.person_id)
    theirs = Q(circle_id=couple.circle) & ~Q(person_id=keyring.person_id)
    return rows.exclude(theirs & ~Q(id__in=mine.values("letter_id")))


def _put_together(
    keyring: Keyring, couple: Couple | None, rows: list[Sent], said: list[Said]
) -> Iterable[Given]:
    me, here = keyring.person_id, couple.circle if couple else None
    spoken: dict[UUID, list[Spoken]] = {}
    homes = {row.id: row.circle_id for row in rows}
    for one, content in zip(said, read_many(keyring, said), strict=True):
        spoken.setdefault(one.letter_id, []).append(Spoken(one.step, one.person_id == me, content))
        homes.setdefault(one.letter_id, one.circle_id)
    letters = {row.id: (row, letter) for row, letter in zip(rows, read_many(keyring, rows), strict=True)}
    for letter_id, circle in homes.items():
        row, letter = letters.get(letter_id, (None, None))
        mine = row.person_id == me if row else any(not one.mine for one in spoken[letter_id])
        yield Given(
            id=letter_id,
            circle=circle,
            origin_id=row.origin_id if row and mine else None,
            mine=mine,
            over=circle != here,
            sent=letter,
            spoken=tuple(spoken.get(letter_id, ())),
        )


def say(
    keyring: Keyring,
    couple: Couple,
    letter: UUID,
    *,
    step: int,
    form_id: UUID,
    words: str = "",
    verdict: Verdict = "",
    today: date,
) -> None:
    """Say this step of this letter. The same form sent again is one row.

    Raises Gone, Moved when another step is open by now or it is the other's, NotNow, EnoughForToday.
    """
    rows = Said.objects.within(keyring, couple.circle)
    try:
        with sealing_for_two(), transaction.atomic():
            row = _hold(keyring, couple, letter)
            if rows.filter(form_id=form_id, person_id=keyring.person_id).exists():
                return
            there = list(rows.filter(letter_id=letter))
            before = dict(zip((one.step for one in there), read_many(keyring, there), strict=True))
            now = next_step({at: one.verdict for at, one in before.items()})
            if step != now or not is_theirs(step, writer=row.person_id == keyring.person_id):
                raise Moved
            open_space(couple)
            if rows.filter(person_id=keyring.person_id, day=today).count() >= MOST_A_DAY:
                raise EnoughForToday
            said = Said(
                circle_id=couple.circle,
                letter_id=letter,
                person_id=keyring.person_id,
                step=step,
                day=today,
                form_id=form_id,
            )
            write(keyring, said, SaidV1(words=words, verdict=verdict, said_on=today))
            said.save(force_insert=True)
    except IntegrityError:
        raise Moved from None


def _hold(keyring: Keyring, couple: Couple, letter: UUID) -> Sent:
    """The letter held until the transaction ends: what is said to it follows one another."""
    there = Sent.objects.within(keyring, couple.circle).select_for_update()
    row: Sent | None = there.filter(id=letter).first()
    if row is None:
        raise Gone
    return row


def unsay(keyring: Keyring, letter: UUID, step: int) -> bool:
    """Take back what one said at this step, also while the space rests and after its end. Pressed twice it is
    done once; False where there is none. Where it was the last word, the letter waits at that step again."""
    with transaction.atomic():
        list(Sent.objects.readable(keyring).select_for_update().filter(id=letter))
        mine = Said.objects.readable(keyring).filter(person_id=keyring.person_id)
        return bool(mine.filter(letter_id=letter, step=step).delete()[0])


def out_of_sight(keyring: Keyring) -> frozenset[UUID]:
    row = Aside.objects.one(keyring, keyring.own)
    return frozenset(read(keyring, row).letters) if row else frozenset()


def look_away(keyring: Keyring, letter: UUID, *, away: bool) -> None:
    """Only out of this person's own sight: nothing is written where the other could find it."""
    with transaction.atomic():
        row = Aside.objects.hold(keyring, keyring.own)
        kept: AsideV1 = read(keyring, row) if row else AsideV1()
        others = tuple(one for one in kept.letters if one != letter)
        row = row or Aside(circle_id=keyring.own)
        write(keyring, row, replace(kept, letters=((*others, letter) if away else others)[-MOST_ASIDE:]))
        row.save()
