"""Who tells a story: a person of themselves, or the page of the other by name. In whole sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from stepwell.ground.ui.api import in_words
from stepwell.together.promises.finding import Told
from stepwell.together.promises.when import days_words

# (of oneself, of the other)
SENTENCES: dict[str, tuple[str, str]] = {
    "said": (
        gettext_noop("You said this to {other}, {when}."),
        gettext_noop("{name} said this to you, {when}."),
    ),
    "said-there": (gettext_noop("You said this in a space that has ended, {when}."), ""),
    "to-oneself": (gettext_noop("You said this to yourself, {when}."), ""),
    "in-place": (
        gettext_noop("You said this {when}, in place of what you had said for {day}."),
        gettext_noop("{name} said this {when}, in place of what {name} had said for {day}."),
    ),
    "kept": (gettext_noop("You kept it."), gettext_noop("{name} kept it.")),
    "kept-on": (gettext_noop("You kept it on {days}."), gettext_noop("{name} kept it on {days}.")),
    "changed": (
        gettext_noop("You said in time that it would not work:"),
        gettext_noop("{name} said in time that it would not work:"),
    ),
    "changed-on": (
        gettext_noop("For {days} you said in time that it would not work:"),
        gettext_noop("For {days} {name} said in time that it would not work:"),
    ),
    "changed_on_day": (
        gettext_noop("You said on the day that it would not work:"),
        gettext_noop("{name} said on the day that it would not work:"),
    ),
    "changed_on_day-on": (
        gettext_noop("For {days} you said on the day that it would not work:"),
        gettext_noop("For {days} {name} said on the day that it would not work:"),
    ),
    "not_kept": (
        gettext_noop("You did not keep it, and said why:"),
        gettext_noop("{name} did not keep it, and said why:"),
    ),
    "not_kept-on": (
        gettext_noop("On {days} you did not keep it, and said why:"),
        gettext_noop("On {days} {name} did not keep it, and said why:"),
    ),
    "later-kept": (
        gettext_noop("Later, on {later}, you said of {days} that you kept it."),
        gettext_noop("Later, on {later}, {name} said of {days}: kept."),
    ),
    "later-changed": (
        gettext_noop("Later, on {later}, you said of {days} that it would not work:"),
        gettext_noop("Later, on {later}, {name} said of {days} that it would not work:"),
    ),
    "later-not_kept": (
        gettext_noop("Later, on {later}, you said of {days} that you did not keep it:"),
        gettext_noop("Later, on {later}, {name} said of {days}: not kept:"),
    ),
    "plan": (
        gettext_noop("In its place you said, {when}:"),
        gettext_noop("In its place {name} said, {when}:"),
    ),
    "ended": (gettext_noop("On {day} you ended it."), gettext_noop("On {day} {name} ended it.")),
    "ended-why": (gettext_noop("On {day} you ended it:"), gettext_noop("On {day} {name} ended it:")),
}


@dataclass(frozen=True)
class Teller:
    """name: of whom it is told, empty of oneself. other: to whom it was said, empty where nobody is there."""

    name: str = ""
    other: str = ""

    def _tell(self, key: str, **told: str) -> str:
        own, theirs = SENTENCES[key]
        return _(theirs if self.name else own).format(name=self.name, other=self.other, **told)

    def said(self, when: str) -> str:
        return self._tell("said", when=when)

    def said_there(self, when: str) -> str:
        return self._tell("said-there", when=when)

    def to_oneself(self, when: str) -> str:
        return self._tell("to-oneself", when=when)

    def in_place(self, when: str, day: date) -> str:
        return self._tell("in-place", when=when, day=in_words(day, "day"))

    def kept(self, days: Iterable[date], *, once: bool) -> str:
        return self._tell("kept") if once else self._tell("kept-on", days=days_words(days))

    def word(self, each: Told, *, once: bool, later: bool) -> str:
        told = {"days": days_words([each.day])}
        if later:
            return self._tell(f"later-{each.word.said}", later=in_words(each.word.said_on, "date"), **told)
        return self._tell(each.stands if once else f"{each.stands}-on", **told)

    def plan(self, when: str) -> str:
        return self._tell("plan", when=when)

    def ended(self, day: date, *, why: bool) -> str:
        return self._tell("ended-why" if why else "ended", day=in_words(day, "date"))
