"""The rows a keyring is made of. They are asked for before every page, so they are asked in plain SQL: to put
three questions together anew each time costs several times what the database needs to answer them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from stepwell.ground.vault.models import Identity

ID = Identity._meta.pk
HELD = "SELECT circle, number, wrap FROM vault_heldkey WHERE person_id = %s"
EPOCHS = """
    SELECT circle_id, statement, signature FROM vault_epoch WHERE circle_id IN (%s) ORDER BY circle_id, number
"""
NAMED = "SELECT person_id, bundle, version, sealed FROM vault_identity WHERE person_id IN (%s)"


def held_keys(person_id: UUID) -> Iterator[tuple[UUID, int, bytes]]:
    """Circle, number of its epoch, and this person's closed copy of its key."""
    for circle, number, wrap in _ask(HELD, [person_id]):
        yield _id(circle), number, bytes(wrap)


def epochs(circles: Iterable[UUID]) -> Iterator[tuple[UUID, bytes, bytes]]:
    """Circle, statement and signature; those of one circle in the order of their numbers."""
    for circle, statement, signature in among(EPOCHS, list(circles)):
        yield _id(circle), bytes(statement), bytes(signature)


def identities(people: Iterable[UUID]) -> Iterator[tuple[UUID, bytes, int, bytes]]:
    """Person, bundle, and version and bytes of the sealed book."""
    for person, bundle, version, sealed in among(NAMED, list(people)):
        yield _id(person), bytes(bundle), version, bytes(sealed)


def among(sql: str, ids: Sequence[UUID]) -> list[tuple[Any, ...]]:
    """What `sql` answers with these ids in its one place; nothing where there is none."""
    return _ask(sql % ", ".join(["%s"] * len(ids)), ids) if ids else []


def _ask(sql: str, ids: Sequence[UUID]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [ID.get_db_prep_value(each, connection) for each in ids])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _id(stored: UUID | str) -> UUID:
    """SQLite has no type of its own for it."""
    return stored if isinstance(stored, UUID) else UUID(stored)
