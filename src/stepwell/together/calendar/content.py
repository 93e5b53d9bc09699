"""What is sealed: a plan, the parts of it that were shown, a ritual for two, a file on its way in.

A payload that was ever written stays readable: a new shape gets a new version and an upgrade from this one.
Wall-clock times have no offset; the zone stands beside them. Moments have an offset, and no minutes.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec.structs import replace

from stepwell.ground.vault.api import Content, Kind

Sort = Literal["plan", "session"]
PARTS = ("what", "where", "whom", "until", "reach")


class TextV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What is told in words. Each of them may be empty."""

    what: str = ""
    where: str = ""
    whom: str = ""
    reach: str = ""


class SpanV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """When, by the wall clock of `zone`.

    ends: None where it was left open. With `whole` both are midnights, and `ends` is that of the last day.
    """

    starts: datetime
    ends: datetime | None = None
    whole: bool = False
    zone: str = "UTC"


class MovedV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """One of a series that is otherwise than the rest. was: when the series has it, by the series' clock."""

    was: datetime
    when: SpanV1
    text: TextV1


class BodyV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A plan as it is told. rule: an RRULE, or empty. more, out: further starts, and starts left out."""

    when: SpanV1
    text: TextV1 = TextV1()
    sort: Sort = "plan"
    rule: str = ""
    last: datetime | None = None
    more: tuple[datetime, ...] = ()
    out: tuple[datetime, ...] = ()
    moved: tuple[MovedV1, ...] = ()

    @property
    def repeats(self) -> bool:
        return bool(self.rule or self.more)


class ChangeV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """at: the hour in which it happened. late: it had begun by then."""

    at: datetime
    late: bool = False


class BeforeV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What stood there before a change, as it was shown."""

    body: BodyV1
    change: ChangeV1


class PastV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What the other could read of it so far. It outlives taking back: showing it again brings it along."""

    first: ChangeV1
    said: BodyV1
    parts: tuple[str, ...]
    before: tuple[BeforeV1, ...] = ()


class PlanV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A plan in its owner's own circle.

    note: for its owner alone, never shown. revision: counts changes of the body. changed: the latest of them.
    shown: the parts that were last chosen (they are readable only while a shared copy exists).
    came: the file it came from. file_off: the last file that spoke of it called it off.
    aside: another wording, written in another place at the same time.
    """

    body: BodyV1
    uid: str
    note: str = ""
    revision: int = 1
    changed: ChangeV1 | None = None
    off: ChangeV1 | None = None
    shown: tuple[str, ...] = ()
    past: PastV1 | None = None
    came: UUID | None = None
    file_off: bool = False
    aside: tuple[BodyV1, ...] = ()


class ShownV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The chosen parts, what stood there before, and nothing that tells an empty part from one not shown."""

    body: BodyV1
    first: ChangeV1
    before: tuple[BeforeV1, ...] = ()
    off: ChangeV1 | None = None


class RitualV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """Something two do again and again."""

    body: BodyV1


class ItemV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """One plan of a file, before it is kept. off: the file says that it is called off."""

    uid: str
    body: BodyV1
    note: str = ""
    off: bool = False


class IncomingV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A file that was read and not yet kept. name: what the file calls itself. left: what was left out."""

    items: tuple[ItemV1, ...]
    name: str = ""
    left: tuple[tuple[str, int], ...] = ()


class FormerV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """What stood in a plan before a file changed it. plan None: it came with the file."""

    id: UUID
    revision: int
    plan: PlanV1 | None = None


class BroughtV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """A file that was kept, and what it takes to undo that. uids: everything it held."""

    at: datetime
    name: str = ""
    uids: tuple[str, ...] = ()
    former: tuple[FormerV1, ...] = ()


class FeedV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """The secret of the calendar address that carries one's busy times."""

    token: str


class AsideV1(Content, frozen=True, kw_only=True, omit_defaults=True):
    """Suggested rituals that this person wants out of sight."""

    rituals: tuple[UUID, ...] = ()


PLAN: Kind[PlanV1] = Kind("calendar.Plan.sealed", PlanV1)
SHOWN: Kind[ShownV1] = Kind("calendar.Shown.sealed", ShownV1)
RITUAL: Kind[RitualV1] = Kind("calendar.Ritual.sealed", RitualV1)
INCOMING: Kind[IncomingV1] = Kind("calendar.Incoming.sealed", IncomingV1)
BROUGHT: Kind[BroughtV1] = Kind("calendar.Brought.sealed", BroughtV1)
FEED: Kind[FeedV1] = Kind("calendar.FeedLink.sealed", FeedV1)
ASIDE: Kind[AsideV1] = Kind("calendar.OutOfSight.sealed", AsideV1)


def in_order(parts: Iterable[str]) -> tuple[str, ...]:
    """The known parts among these, once each, in the order of the page."""
    asked = set(parts)
    return tuple(part for part in PARTS if part in asked)


def chosen(body: BodyV1, parts: Iterable[str]) -> BodyV1:
    """Only these parts; everything else is as if it had never been written. The start always stays."""
    asked = set(parts)
    moved = tuple(
        replace(one, when=_span(one.when, asked), text=_text(one.text, asked)) for one in body.moved
    )
    sort = body.sort if "what" in asked else "plan"
    return replace(body, text=_text(body.text, asked), sort=sort, when=_span(body.when, asked), moved=moved)


def _text(text: TextV1, parts: set[str]) -> TextV1:
    return TextV1(**{name: getattr(text, name) for name in TextV1.__struct_fields__ if name in parts})


def _span(span: SpanV1, parts: set[str]) -> SpanV1:
    return span if "until" in parts else replace(span, ends=None)
