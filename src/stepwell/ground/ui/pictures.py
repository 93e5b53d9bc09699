"""The shapes and words of a chart, ready to be drawn. All lengths are units of the view box."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from stepwell.ground.ui.markup import joined

WIDTH, TOP, BOTTOM, HEIGHT = 350, 14, 222, 246
LEFT, RIGHT = 24, 340  # of the axis
FIRST, LAST = 34, 334  # of what is drawn on it
HIGHEST = 10
EMPTY_ROW = '<tr class="gap"><th scope="row">{}</th><td colspan="2">{}</td><td>{}</td></tr>\n'


@dataclass(frozen=True)
class Label:
    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Row:
    head: str
    cells: tuple[str, ...]
    empty: bool = False


@dataclass(frozen=True)
class Table:
    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def body(self) -> SafeString:
        """The rows as markup, made here because ten years of weeks are many turns of a template's loop."""
        return joined(_row(row) for row in self.rows)


@dataclass(frozen=True)
class Picture:
    """`bands` and `lines` are path data; `key` names which of them the picture uses."""

    ident: str
    title: str
    description: str
    bands: tuple[str, ...]
    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    radius: float
    grid: tuple[float, ...]
    ticks: tuple[float, ...]
    labels: tuple[Label, ...]
    key: tuple[tuple[str, str], ...]
    table: Table
    dense: bool = False
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    base: int = BOTTOM

    @property
    def notches(self) -> str:
        return "".join(f"M{x} {self.base}v3.5" for x in self.ticks)

    @property
    def circles(self) -> SafeString:
        return joined(
            f'<circle class="dot" cx="{dot.x}" cy="{dot.y}" r="{self.radius}"/>' for dot in self.dots
        )


def _row(row: Row) -> str:
    if row.empty:
        said, count = row.cells
        return format_html(EMPTY_ROW, row.head, said, count)
    cells = joined(format_html("<td>{}</td>", cell) for cell in row.cells)
    return format_html('<tr><th scope="row">{}</th>{}</tr>\n', row.head, cells)
