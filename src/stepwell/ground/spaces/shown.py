"""What somebody shows of their own rows: a copy sealed for the two, kept true and taken back.

A room says once what its copy says. What becomes of a copy when its row changes, or the space rests, is the
same for all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from stepwell.ground.spaces.for_two import NotNow, sealing_for_two
from stepwell.ground.spaces.opened import Couple
from stepwell.ground.spaces.resting import is_ready
from stepwell.ground.vault.api import Content, Keyring, SealedRow, read_many, write


class ShownRow(SealedRow):
    """A copy in the circle of two. Not shown and taken back are both: no row."""

    origin_id = models.UUIDField()
    person_id = models.UUIDField()
    day = models.DateField()

    class Meta:
        abstract = True


@dataclass(frozen=True)
class Copies:
    """rows: in their owner's own circle, with a `day`. said: what the copy of a row with this content says,
    or None where nothing of it is shown. on_gone: told of the circle from which a copy went by itself."""

    rows: type[SealedRow]
    copies: type[ShownRow]
    said: Callable[[Any], Content | None]
    at_once: ClassVar[int] = 500
    on_gone: Callable[[Keyring, UUID], object] = lambda _keyring, _circle: None

    def of(self, keyring: Keyring, origin: UUID) -> models.QuerySet[Any]:
        """Every copy of it, also in spaces that were left: taking back needs no seat."""
        found: models.QuerySet[Any] = self._there.readable(keyring)
        return found.filter(origin_id=origin, person_id=keyring.person_id)

    def seal(self, keyring: Keyring, row: Any, kept: Content, circle: UUID) -> None:
        """Seal what is shown of it into that circle, in place of an earlier copy, in the transaction around.

        Raises NotNow, with nothing written, when that circle cannot be written in at present.
        """
        said = self.said(kept)
        # A copy without words would still tell that something was written that day.
        if said is None:
            self._drop(keyring, row, circle)
            return
        with sealing_for_two():
            copy = self._there.hold(keyring, circle, origin_id=row.id, person_id=keyring.person_id)
            copy = copy or self.copies(circle_id=circle, origin_id=row.id, person_id=keyring.person_id)
            copy.day = row.day
            write(keyring, copy, said)
        copy.save()

    def follow(self, keyring: Keyring, row: Any, kept: Content, couple: Couple | None) -> None:
        """After a change: the copy for the two says what the row says now.

        While the space rests nothing new is sealed for the two: `catch_up` does it when the owner is ready to
        go on, and after that again at once, since nobody reads it before both are. A copy in a space that was
        left stays as it was.
        """
        if couple is None or not self.of(keyring, row.id).filter(circle_id=couple.circle).exists():
            return
        if not couple.paused or is_ready(keyring):
            self._say_now(keyring, row, kept, couple.circle)

    def catch_up(self, keyring: Keyring, circle: UUID) -> None:
        """Every copy of this person in that circle says what its row says now. Nothing else is written."""
        mine = self._there.within(keyring, circle).filter(person_id=keyring.person_id).order_by("id")
        own = self._own.within(keyring, keyring.own)
        # By their ids, not by counting: a copy that cannot be written goes on the way.
        ids = list(mine.values_list("id", flat=True))
        for start in range(0, len(ids), self.at_once):
            some = list(mine.filter(id__in=ids[start : start + self.at_once]))
            rows = list(own.filter(id__in=[copy.origin_id for copy in some]))
            kept = {row.id: (row, said) for row, said in zip(rows, read_many(keyring, rows), strict=True)}
            for copy, shown in zip(some, read_many(keyring, some), strict=True):
                row, content = kept[copy.origin_id]
                if shown != self.said(content) or copy.day != row.day:
                    self._say_now(keyring, row, content, circle)

    def _say_now(self, keyring: Keyring, row: Any, kept: Content, circle: UUID) -> None:
        """Where it cannot be written the copy goes, so that what was changed is not read on."""
        try:
            self.seal(keyring, row, kept, circle)
        except NotNow:
            self._drop(keyring, row, circle)

    def _drop(self, keyring: Keyring, row: Any, circle: UUID) -> None:
        self.of(keyring, row.id).filter(circle_id=circle).delete()
        self.on_gone(keyring, circle)

    @property
    def _own(self) -> Any:
        return self.rows.objects

    @property
    def _there(self) -> Any:
        return self.copies.objects
