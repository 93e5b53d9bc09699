"""Check-ins that two showed to one another: laid beside each other, and on the page of a month they read."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import in_words
from stepwell.ground.vault.api import Keyring, SealedRows, read_each, stamp_of
from stepwell.together.between.api import Chapter, Line, Month, Shown, Source
from stepwell.together.checkins.content import SIGNALS
from stepwell.together.checkins.models import Shared
from stepwell.together.checkins.page_words import SIGNAL_LABELS
from stepwell.together.checkins.vocabulary import labels

TWO = 2


def source() -> Source:
    return Source("checkins", days=_days, stamp=_stamp, joint=_joint, signals=SIGNAL_LABELS)


def _days(keyring: Keyring, circle: UUID) -> Iterator[Shown]:
    """Out of the circle of two alone: what was kept back is in no copy."""
    for row, kept in read_each(keyring, Shared.objects.within(keyring, circle).order_by("day", "id")):
        said = kept.answers
        rated = {key: float(value) for key in SIGNALS if (value := getattr(said, key)) is not None}
        yield Shown(row.person_id, row.day, rated)


def _stamp(keyring: Keyring, circle: UUID) -> str:
    return stamp_of(keyring, Shared, circle)


def _joint(keyring: Keyring, circle: UUID, most: int) -> int:
    days = Shared.objects.within(keyring, circle).order_by("-day").values("day")
    both = days.annotate(people=Count("person_id", distinct=True)).filter(people=TWO)
    return len(both.values_list("day", flat=True)[:most])


def chapters() -> tuple[Chapter, Chapter]:
    return (
        Chapter("noticed", gettext_lazy("What we noticed that was good"), 10, _noticed),
        Chapter("helped", gettext_lazy("What both of us noted as helping"), 20, _helped),
    )


def _noticed(keyring: Keyring, month: Month) -> Iterator[Line]:
    for row, kept in read_each(keyring, _copies(keyring, month)):
        if kept.answers.noticed:
            said = {"name": month.name(row.person_id), "day": in_words(row.day, "date")}
            yield Line(kept.answers.noticed, (_("{name}, {day}").format(**said),))


def _helped(keyring: Keyring, month: Month) -> Iterator[Line]:
    """Words that both used; who used which how often is counted for nobody."""
    words: dict[UUID, set[str]] = defaultdict(set)
    for row, kept in read_each(keyring, _copies(keyring, month)):
        words[row.person_id].update(labels("helped", kept.answers.helped))
    if len(words) == TWO:
        yield from (Line(one) for one in sorted(set.intersection(*words.values()), key=str.casefold))


def _copies(keyring: Keyring, month: Month) -> SealedRows:
    rows = Shared.objects.within(keyring, month.circle).filter(day__gte=month.first, day__lte=month.last)
    return rows.order_by("day", "id")
