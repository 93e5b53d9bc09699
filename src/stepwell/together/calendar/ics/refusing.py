"""Why a file is not taken, in words, with the line. Nothing of such a file is kept."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WHY: dict[str, "StrOrPromise"] = {
    "none": gettext_lazy("Choose a file first. It ends in .ics."),
    "empty": gettext_lazy("The file is empty."),
    "large": gettext_lazy("The file is larger than what is read here."),
    "packed": gettext_lazy("This is a packed file. Unpack it first, and choose the one that ends in .ics."),
    "zeros": gettext_lazy("There is a byte in it that no text has."),
    "letters": gettext_lazy("It is not written in UTF-8. Most calendars write so when asked for a new file."),
    "other": gettext_lazy("This is no calendar file: it does not begin with BEGIN:VCALENDAR."),
    "line": gettext_lazy("This line is none that a calendar file has."),
    "nested": gettext_lazy("One plan begins here inside another."),
    "deep": gettext_lazy("Too many things stand inside one another here."),
    "end": gettext_lazy("Something ends here that did not begin."),
    "open": gettext_lazy("What begins here never ends: the file may have been cut off."),
    "many": gettext_lazy("There are more plans in it than are read at once."),
    "much": gettext_lazy("This plan has more lines than are read of one."),
    "start": gettext_lazy("This plan does not say when it begins."),
    "time": gettext_lazy("This time cannot be read."),
    "far": gettext_lazy("This day is too far away to be kept here."),
    "before": gettext_lazy("This ends before it begins."),
    "long": gettext_lazy("This lasts longer than a year."),
    "zone": gettext_lazy("This clock is not known here, and the file does not explain it."),
    "dates": gettext_lazy("More single days stand here than are read of one plan."),
    "rules": gettext_lazy("This plan has more than one rule for coming again."),
    "except": gettext_lazy("This rule says when it does not come. Such rules are not read here."),
    "range": gettext_lazy(
        "One time is changed here together with all that follow it. That is not read here."
    ),
    "often": gettext_lazy("This comes more than once a day, and has no place in a calendar of days."),
    "unknown": gettext_lazy("There is a word in this rule that is not read here."),
    "never": gettext_lazy("By this rule it never comes."),
    "many-times": gettext_lazy("This rule is larger than what is read here."),
    "broken": gettext_lazy("This rule cannot be read."),
}


class BadFile(Exception):
    """why: a key of WHY. line: where, counted from 1, or None where it is the whole file."""

    def __init__(self, why: str, line: int | None = None) -> None:
        super().__init__(why)
        self.why, self.line = why, line

    @property
    def words(self) -> str:
        why = str(WHY[self.why])
        return _("Line {n}: {why}").format(n=self.line, why=why) if self.line is not None else why
