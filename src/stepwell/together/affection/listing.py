"""Verbs on one's own list of small signs, and on what one let go of for oneself."""

from collections.abc import Callable, Iterable
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, change_own, new_id, read_own
from stepwell.together.affection.content import LineV1, OwnV1, Side
from stepwell.together.affection.ideas import BY_KEY
from stepwell.together.affection.models import Own

MOST = 60
LONGEST = 200


class Full(Exception):
    """The list holds as many lines as fit. Nothing was changed. room: how many more would fit."""

    def __init__(self, room: int) -> None:
        super().__init__(room)
        self.room = room


def own_of(keyring: Keyring) -> OwnV1:
    return read_own(keyring, Own, OwnV1())


def words_of(line: LineV1) -> str:
    """As a person reads it. An idea that was retired keeps the words it had when it was taken over."""
    found = BY_KEY.get(line.idea)
    return str(found[1]) if found else line.words


def take_over(keyring: Keyring, idea: str) -> None:
    """Put an idea on one's own list. One that is there already, or none, changes nothing. Raises Full."""
    found = BY_KEY.get(idea)
    if found is None:
        return
    side, words = found

    def more(own: OwnV1) -> OwnV1:
        if any(line.idea == idea for line in own.lines):
            return own
        line = LineV1(id=new_id(), side=side, idea=idea, words=str(words))
        return replace(own, lines=_with(own, [line]))

    change(keyring, more)


def add(keyring: Keyring, side: Side, texts: Iterable[str]) -> None:
    """Own words, a line each; what is there already is not there twice. Raises Full, with nothing changed."""

    def more(own: OwnV1) -> OwnV1:
        there = {words_of(line) for line in own.lines if line.side == side}
        fresh = [text for text in dict.fromkeys(texts) if text not in there]
        return replace(own, lines=_with(own, [LineV1(id=new_id(), side=side, words=text) for text in fresh]))

    change(keyring, more)


def take_off(keyring: Keyring, line: UUID) -> Side | None:
    """One that is gone already is no error. Gives where it stood."""
    gone: list[Side] = []

    def less(own: OwnV1) -> OwnV1:
        gone[:] = [one.side for one in own.lines if one.id == line]
        return replace(own, lines=tuple(one for one in own.lines if one.id != line))

    change(keyring, less)
    return gone[0] if gone else None


def put_away(keyring: Keyring, note: UUID, *, still_there: Iterable[UUID]) -> None:
    """Let go of a note of the other, for oneself alone. What is not there any more is forgotten too."""
    there = set(still_there)

    def more(own: OwnV1) -> OwnV1:
        kept = dict.fromkeys((*own.put_away, note))
        return replace(own, put_away=tuple(one for one in kept if one in there))

    change(keyring, more)


def change(keyring: Keyring, how: Callable[[OwnV1], OwnV1]) -> None:
    change_own(keyring, Own, OwnV1(), how)


def _with(own: OwnV1, lines: list[LineV1]) -> tuple[LineV1, ...]:
    if len(own.lines) + len(lines) > MOST:
        raise Full(MOST - len(own.lines))
    return (*own.lines, *lines)
