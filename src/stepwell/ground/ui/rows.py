"""What the page of an area lists. Rooms put it here, so that no page needs to know who lives above it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from stepwell.ground.ui.icons import drawing

ALONE, TWO, RESTING = "alone", "two", "resting"


@dataclass(frozen=True)
class Row:
    """A way from the page of `area` to a page of a room: a label and one line of words.

    `order` sorts upwards, tens apart. `icon` names a drawing of `icons.svg`. `states`: in which state of the
    space for two it is listed; a row says nothing of what lies behind it, so it is the same for everybody.
    """

    area: str
    label: str | Promise
    words: str | Promise
    url_name: str
    icon: str
    order: int
    args: tuple[str, ...] = ()
    states: frozenset[str] = frozenset({ALONE, TWO, RESTING})

    @property
    def url(self) -> str:
        return reverse(self.url_name, args=self.args)

    @property
    def picture(self) -> SafeString:
        return drawing(self.icon)


_rows: dict[tuple[str, str, tuple[str, ...], frozenset[str]], Row] = {}


def add_row(row: Row) -> None:
    """Called from a room's `apps.py`. The last one to name a page for these states wins: a reload changes
    nothing, and one page may have other words for somebody alone."""
    _rows[row.area, row.url_name, row.args, row.states] = row


def rows(area: str, state: str) -> tuple[Row, ...]:
    found = [row for row in _rows.values() if row.area == area and state in row.states]
    return tuple(sorted(found, key=lambda row: (row.order, row.url_name)))
