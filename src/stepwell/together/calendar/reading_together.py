"""What two do again and again, on the page of a month that they read together."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.vault.api import Keyring
from stepwell.together.between.api import Chapter, Line, Month
from stepwell.together.calendar.rituals import agreed
from stepwell.together.calendar.slots import starts_between
from stepwell.together.calendar.words import how_often, title


def chapter() -> Chapter:
    return Chapter("rituals", gettext_lazy("What we do again and again"), 50, _lines)


def _lines(keyring: Keyring, month: Month) -> Iterator[Line]:
    """What both say yes to, where a time of it fell. Whether it was done is nobody's to tell."""
    for ritual in agreed(keyring, month.couple):
        body = ritual.body
        if starts_between(body, month.first, month.last):
            named, often = title(body, body.text.what), how_often(body)
            yield Line(_("{what}, {often}").format(what=named, often=often) if often else named)
