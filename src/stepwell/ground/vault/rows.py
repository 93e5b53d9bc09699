"""Sealed rows: the model that every room's sealed rows derive from; reading and writing with a keyring."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import connection, models, transaction

from stepwell.ground.vault.content import Content, Kind
from stepwell.ground.vault.errors import Conflict, Unsealed
from stepwell.ground.vault.ids import new_id
from stepwell.ground.vault.keyring import Keyring

AT_ONCE = 500


class SealedRows(models.QuerySet[Any]):
    """The load is the permission: rows are found through the keyring, and a stranger finds nothing."""

    def within(self, keyring: Keyring, circle: UUID | None = None) -> Self:
        """Rows of every circle with a seat now, or of one circle that can be opened (also by a former seat).

        Raises NoSeat for a circle that this keyring cannot open, Locked for the own one while it is locked.
        """
        if circle is None:
            return self.filter(circle_id__in=sorted(keyring.seated))
        keyring._chain(circle)
        return self.filter(circle_id=circle)

    def readable(self, keyring: Keyring) -> Self:
        """Rows of every circle of which something can be opened now, also of those that were left."""
        return self.filter(circle_id__in=sorted(keyring.circles))

    def one(self, keyring: Keyring, circle: UUID, **equal: Any) -> Any:
        """The row of this circle that is so, the earliest of several, or None. Raises as `within` does."""
        return self._one(keyring, equal | {"circle_id": circle}, "ORDER BY id LIMIT 1")

    def newest(self, keyring: Keyring, circle: UUID, **equal: Any) -> Any:
        """The same, and the latest of several."""
        return self._one(keyring, equal | {"circle_id": circle}, "ORDER BY id DESC LIMIT 1")

    def hold(self, keyring: Keyring, circle: UUID, **equal: Any) -> Any:
        """As `one`, for nobody else to change until this transaction ends."""
        if not connection.in_atomic_block:
            raise transaction.TransactionManagementError("A row is held within a transaction.")
        held = "FOR UPDATE" if connection.features.has_select_for_update else ""
        return self._one(keyring, equal | {"circle_id": circle}, f"ORDER BY id LIMIT 1 {held}")

    def _one(self, keyring: Keyring, so: dict[str, Any], which: str) -> Any:
        """Every page asks this a few times. Written out: to compose it takes thrice as long as to run it."""
        if self.query.where:
            raise TypeError("What was filtered before is not asked: say it in this call.")
        keyring._chain(so["circle_id"])
        stored = self.model._meta
        said = [stored.get_field(name).get_db_prep_value(value, connection) for name, value in so.items()]
        return next(iter(self.raw(_written(stored.db_table, tuple(so), which), said)), None)

    def plain(self, keyring: Keyring, circles: Collection[UUID], sql: str) -> list[Any]:
        """Rows by a question of its own, with one place for the circles. Raises as `within` does."""
        for circle in circles:
            keyring._chain(circle)
        stored = self.model._meta.get_field("circle_id")
        said = [stored.get_db_prep_value(circle, connection) for circle in circles]
        return list(self.raw(sql % ", ".join(["%s"] * len(said)), said)) if said else []

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        rows = list(objs)
        for row in rows:
            row.refuse_unsealed()
        return super().bulk_create(rows, *args, **kwargs)


@cache
def _written(table: str, names: tuple[str, ...], which: str) -> str:
    quoted = connection.ops.quote_name
    so = " AND ".join(f"{quoted(name)} = %s" for name in names)
    # Names of a model alone; what was asked for is a parameter.
    return f"SELECT * FROM {quoted(table)} WHERE {so} {which}"  # noqa: S608


class SealedRow(models.Model):
    """One sealed record in one circle. Set `circle_id` and the clear fields, `write`, then save."""

    kind: ClassVar[Kind[Any]]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    circle_id = models.UUIDField()
    epoch = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    sealed = models.BinaryField()

    objects = SealedRows.as_manager()

    class Meta:
        abstract = True

    # Where it is sealed to; a row that was moved since would never open again.
    _sealed_to: tuple[Any, ...] | None = None
    _stored_version: int | None = None

    def refuse_unsealed(self) -> None:
        moved = self._sealed_to not in {None, (self.id, self.circle_id, self.epoch, self.version)}
        if self.version < 1 or not self.sealed or moved:
            raise Unsealed(
                f"{type(self).__name__} is not sealed as it stands: call vault.api.write before saving."
            )

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        row = super().from_db(*args, **kwargs)
        row._remember_place()
        return row

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        super().refresh_from_db(*args, **kwargs)
        self._stored_version = None
        self._remember_place()

    def _remember_place(self) -> None:
        loaded = self.__dict__
        place = tuple(loaded.get(name) for name in ("id", "circle_id", "epoch", "version"))
        self._sealed_to = None if None in place else place

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.refuse_unsealed()
        super().save(*args, **kwargs)
        self._stored_version = None


def write(keyring: Keyring, row: SealedRow, content: Content) -> None:
    """Seal `content` into the row: newest epoch of its circle, next version. The caller saves.

    Raises NoSeat, Locked, or ChangedIdentity (the words must be compared again first).
    """
    epoch = keyring._writable(row.circle_id)
    if row._stored_version is None:
        row._stored_version = row.version
    drawer = keyring._drawer(row.kind, row.circle_id, epoch)
    row.epoch, row.version = epoch, row.version + 1
    row.sealed = drawer.seal(row.id, row.version, row.kind.encode(content))
    row._sealed_to = (row.id, row.circle_id, row.epoch, row.version)


def save_written(row: SealedRow) -> None:
    """Save what `write` sealed, unless somebody else changed the row since it was loaded: then Conflict.

    A new row is inserted; other constraints raise Django's IntegrityError as usual.
    """
    row.refuse_unsealed()
    if not row._stored_version:
        row.save(force_insert=True)
        return
    fields = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    rows = type(row)._default_manager.filter(id=row.id, circle_id=row.circle_id, version=row._stored_version)
    if rows.update(**fields) != 1:
        raise Conflict
    row._stored_version = None


def read(keyring: Keyring, row: SealedRow) -> Any:
    """The content of one row, of the type its `kind` names. Raises CannotOpen."""
    drawer = keyring._drawer(row.kind, row.circle_id, row.epoch)
    return row.kind.decode(drawer.open(row.id, row.version, row.sealed))


def read_many(keyring: Keyring, rows: Iterable[SealedRow]) -> list[Any]:
    """The contents in the order of the rows. Raises CannotOpen if any one of them cannot be opened."""
    return [read(keyring, row) for row in rows]


def read_each(keyring: Keyring, rows: SealedRows) -> Iterator[tuple[Any, Any]]:
    """Row and content, one after the other in their order, for more of them than memory should hold at once.

    Raises CannotOpen at the first that cannot be opened.
    """
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield row, read(keyring, row)
