"""Verbs on one's own leaves. Every one starts from the keyring of their owner."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.vault.api import Keyring, new_id, write
from stepwell.own.pace import showing
from stepwell.own.pace.content import LEAVES, AsideV1, LeafV1, Said
from stepwell.own.pace.own import hold, pace_of

__all__ = ["ChangedElsewhere", "empty", "keep", "leaf_of", "let_go", "pace_of"]

MOST_ASIDE = 3


class ChangedElsewhere(Exception):
    """The leaf was changed in another place since the page was opened. Both wordings are kept."""


def leaf_of(keyring: Keyring, leaf: str) -> LeafV1:
    """As it stands; an empty one where nothing was written."""
    return pace_of(keyring).leaves.get(leaf, LeafV1())


def keep(keyring: Keyring, leaf: str, said: Said, *, revision: int) -> None:
    """Put these words in place of those of this revision. A shown line that went from it is taken back.

    Raises ChangedElsewhere when another change came first: it stays, and these words are kept aside.
    """
    said = {part: text for part in LEAVES[leaf] if (text := said.get(part, "").strip())}
    late: list[bool] = []

    def with_words(before: LeafV1) -> LeafV1:
        late[:] = [revision != before.revision and said != before.said]
        if said == before.said:
            return before
        if not late[0]:
            return replace(before, said=said, revision=before.revision + 1)
        if not said or len(before.aside) >= MOST_ASIDE or said in [one.said for one in before.aside]:
            return before
        return replace(before, aside=(*before.aside, AsideV1(id=new_id(), said=said)))

    _change(keyring, leaf, with_words)
    if late[0]:
        raise ChangedElsewhere


def let_go(keyring: Keyring, leaf: str, wording: UUID) -> None:
    """Delete one wording that was kept aside. One that is gone already is no error."""

    def without(before: LeafV1) -> LeafV1:
        return replace(before, aside=tuple(one for one in before.aside if one.id != wording))

    _change(keyring, leaf, without)


def empty(keyring: Keyring, leaf: str) -> None:
    """Every word of it, here and where it was shown. Its revision goes on, so that no old page fits again."""

    def nothing(before: LeafV1) -> LeafV1:
        return before if before == LeafV1() else LeafV1(revision=before.revision + 1)

    _change(keyring, leaf, nothing)


def _change(keyring: Keyring, leaf: str, change: Callable[[LeafV1], LeafV1]) -> None:
    with transaction.atomic():
        row, pace = hold(keyring)
        before = pace.leaves.get(leaf, LeafV1())
        after = change(before)
        if after == before:
            return
        write(keyring, row, replace(pace, leaves=pace.leaves | {leaf: after}))
        row.save()
        showing.follow(keyring, leaf, after.said)
