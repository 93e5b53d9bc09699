"""A person's own list: what stands on it, its marks, lines of their own. Nobody else ever reads it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Conflict, Keyring, read, write
from stepwell.together.menu.content import (
    NOT_NOW,
    SHEET,
    SHEET_BYTES,
    UNANSWERED,
    WELCOME,
    LineV1,
    Mark,
    SheetV1,
    filled,
)
from stepwell.together.menu.ideas import BY_ID, IDEAS, IDS
from stepwell.together.menu.limits import MOST_OWN, ChangedElsewhere, TooMany
from stepwell.together.menu.models import Sheet
from stepwell.together.menu.same import same

Change = Callable[[SheetV1], SheetV1]
After = Callable[[SheetV1], None]


@dataclass(frozen=True)
class Line:
    """One line of a list. idea: its key, or empty where its owner wrote it."""

    id: UUID
    idea: str
    text: str
    mark: Mark


def sheet_of(keyring: Keyring) -> SheetV1:
    """An empty one where there is none yet. Raises Locked."""
    row = Sheet.objects.one(keyring, keyring.own)
    return read(keyring, row) if row else SheetV1()


def lines(sheet: SheetV1) -> list[Line]:
    """Everything that stands on it, the ideas first."""
    offered = [Line(IDS[key], key, str(IDEAS[key]), sheet.ideas.get(key, UNANSWERED)) for key in IDEAS]
    return [*offered, *[Line(one.id, "", one.text, one.mark) for one in sheet.own]]


def welcome(sheet: SheetV1) -> list[Line]:
    return [line for line in lines(sheet) if line.mark == WELCOME]


def mark(keyring: Keyring, marks: Mapping[UUID, Mark], *, revision: int, after: After) -> None:
    """Mark these lines; those that are not named stay as they are. `after` runs in the same transaction.

    Raises ChangedElsewhere where the list is not the one that was read, unless it would not change.
    """

    def how(sheet: SheetV1) -> SheetV1:
        marked = _marked(sheet, marks)
        if marked != sheet and sheet.revision != revision:
            raise ChangedElsewhere
        return marked

    _change(keyring, how, after)


def add(keyring: Keyring, texts: Iterable[str], *, after: After) -> None:
    """Write lines at the end of the list. What stands there already, in whatever spelling, is not doubled.

    Raises TooMany, with nothing written.
    """

    def how(sheet: SheetV1) -> SheetV1:
        there = {same(line.text) for line in lines(sheet)}
        fresh: dict[str, str] = {}
        for text in texts:
            if same(text) not in there:
                fresh.setdefault(same(text), text)
        room = MOST_OWN - len(sheet.own)
        if len(fresh) > room:
            raise TooMany(room)
        own = [LineV1(id=uuid4(), text=text) for text in fresh.values()]
        return replace(sheet, own=(*sheet.own, *own))

    _change(keyring, how, after)


def take_off(keyring: Keyring, line: UUID, *, after: After) -> None:
    """A line of one's own. One that is not there is off already."""
    _change(keyring, lambda sheet: replace(sheet, own=tuple(o for o in sheet.own if o.id != line)), after)


def not_now(keyring: Keyring, line: UUID, *, after: After) -> None:
    """A yes is taken back. A line that is not there has none."""
    _change(keyring, lambda sheet: _marked(sheet, {line: NOT_NOW}), after)


def _marked(sheet: SheetV1, marks: Mapping[UUID, Mark]) -> SheetV1:
    ideas = {key: marks.get(IDS[key], sheet.ideas.get(key, UNANSWERED)) for key in IDEAS}
    said = {key: given for key, given in ideas.items() if given != UNANSWERED or key in sheet.ideas}
    retired = {key: given for key, given in sheet.ideas.items() if key not in IDEAS}
    own = tuple(replace(one, mark=marks.get(one.id, one.mark)) for one in sheet.own)
    return replace(sheet, ideas={**retired, **said}, own=own)


def _change(keyring: Keyring, how: Change, after: After) -> None:
    """Read, change, write as one step. A change that changes nothing writes nothing."""
    for _ in range(5):
        try:
            with transaction.atomic():
                _change_once(keyring, how, after)
            return
        except IntegrityError:  # another tab made the first row meanwhile
            continue
    raise Conflict


def _change_once(keyring: Keyring, how: Change, after: After) -> None:
    row = Sheet.objects.hold(keyring, keyring.own)
    before: SheetV1 = read(keyring, row) if row else SheetV1()
    changed = how(before)
    if changed == before:
        return
    changed = replace(changed, revision=before.revision + 1)
    new = row is None
    row = row or Sheet(circle_id=keyring.own)
    write(keyring, row, filled(SHEET, changed, SHEET_BYTES))
    row.save(force_insert=new, force_update=not new)
    after(changed)


def known(line: UUID, sheet: SheetV1) -> Line | None:
    """The line with this id on this list."""
    if line in BY_ID:
        key = BY_ID[line]
        return Line(line, key, str(IDEAS[key]), sheet.ideas.get(key, UNANSWERED))
    return next((Line(one.id, "", one.text, one.mark) for one in sheet.own if one.id == line), None)
