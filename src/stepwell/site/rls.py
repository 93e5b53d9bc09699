"""The second wall on PostgreSQL: the database itself gives out only rows of circles that a keyring opened.

A view that forgot the keyring finds nothing even by plain SQL. It guards against mistakes of ours, not
against somebody who runs their own SQL. SQLite has no such wall. See docs/decisions/0004.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, cast
from uuid import UUID

from django.apps import apps
from django.db import connections, models
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from stepwell.ground.vault.api import SealedRow

OPENED, ALL = "stepwell.circles", "stepwell.all"
# In its own SELECT the list is read once for a query, not once for a row.
RULE = f"""(
    (SELECT current_setting('{ALL}', true)) = 'on'
    OR circle_id = ANY ((SELECT string_to_array(NULLIF(current_setting('{OPENED}', true), ''), ','))::uuid[])
)"""


def tables() -> list[type[models.Model]]:
    """Every table of sealed content. The vault's own are not among them: they say which circles there are."""
    return [
        model for model in apps.get_models() if issubclass(model, SealedRow) and not hasattr(model, "store")
    ]


def build(connection: Any) -> None:
    """Put the wall before every table of sealed content that is there. Does nothing twice."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_policies WHERE policyname = 'opened_circles'")
        walled = {name for (name,) in cursor.fetchall()}
        there = set(connection.introspection.table_names(cursor))
        for model in tables():
            table = model._meta.db_table
            if table in there - walled:
                name = connection.ops.quote_name(table)
                cursor.execute(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY")
                # The program owns its tables: without FORCE the owner would walk past.
                cursor.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
                cursor.execute(f"CREATE POLICY opened_circles ON {name} USING {RULE} WITH CHECK {RULE}")


def build_after_migrations(using: str = "default", **_: Any) -> None:
    build(connections[using])


def _set(connection: Any, circles: str, every: str) -> None:
    """Beside Django's own cursors: these are no queries of a page. A failed transaction forgets them."""
    if connection.vendor == "postgresql" and not connection.needs_rollback:
        connection.ensure_connection()
        ask = "SELECT set_config(%s, %s, false), set_config(%s, %s, false)"
        connection.connection.execute(ask, [OPENED, circles, ALL, every])


def _get(connection: Any) -> tuple[str, str]:
    if connection.vendor != "postgresql":
        return "", ""
    connection.ensure_connection()
    ask = "SELECT current_setting(%s, true), current_setting(%s, true)"
    circles, every = connection.connection.execute(ask, [OPENED, ALL]).fetchone()
    return circles or "", every or ""


def activate(connection: Any, circles: Iterable[UUID]) -> None:
    """From here on this connection sees rows of these circles and of no other."""
    if connection.vendor == "postgresql":
        _set(connection, ",".join(sorted(str(circle) for circle in circles)), _get(connection)[1])


def opened(circles: frozenset[UUID]) -> None:
    """A keyring was opened on this thread."""
    activate(connections["default"], circles)


@contextmanager
def everything() -> Iterator[None]:
    """For the commands that carry all rows, sealed as they are: backup, restore, demo. Never for a page."""
    connection = connections["default"]
    before = _get(connection)
    _set(connection, before[0], "on")
    try:
        yield
    finally:
        _set(connection, *before)


class Wall:
    """A request begins with no circle open, and leaves none open for the next one on its thread."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        connection = connections["default"]
        if connection.vendor != "postgresql":
            return self.get_response(request)
        before = _get(connection)
        _set(connection, "", "")
        try:
            response = self.get_response(request)
            if response.streaming:
                # Read after this has returned, on the same thread: the same circles are open for it then.
                streamed = cast("StreamingHttpResponse", response)
                parts = cast("Iterable[bytes]", streamed.streaming_content)
                streamed.streaming_content = _within(_get(connection), parts)
            return response
        finally:
            _set(connection, *before)


def _within(opened: tuple[str, str], parts: Iterable[bytes]) -> Iterator[bytes]:
    connection = connections["default"]
    before = _get(connection)
    _set(connection, *opened)
    try:
        yield from parts
    finally:
        _set(connection, *before)
