"""The lines of a list with their marks, drawn as strings: two hundred must cost a few milliseconds."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stepwell.together.menu.content import Mark
from stepwell.together.menu.page_words import MARKS
from stepwell.together.menu.sheet import Line

NOBODY = UUID(int=0)
CHOSEN = SafeString(" checked")
LINE = '<fieldset class="mark-line"><legend>{{1}}{}</legend>{{2}}<div class="chips">{}</div></fieldset>\n'


class Drawing:
    """chosen: marks that were sent and could not be kept; such a line says what is kept now."""

    def __init__(self, chosen: Mapping[UUID, Mark] | None = None) -> None:
        self.chosen = chosen or {}
        self.words = {mark: str(words) for mark, words in MARKS.items()}
        self.patterns = {
            (mark, own): LINE.format(_link() if own else "", self._chips(mark))
            for mark in MARKS
            for own in (True, False)
        }

    def draw(self, lines: Iterable[Line]) -> SafeString:
        return SafeString("".join([self._line(line) for line in lines]))

    def differs(self, lines: Iterable[Line]) -> bool:
        """Whether one of these was sent with a mark that is not the one that is kept."""
        return any(self.chosen.get(line.id, line.mark) != line.mark for line in lines)

    def _line(self, line: Line) -> str:
        """Into a pattern of our own go an id and escaped words, and nothing else."""
        mark = self.chosen.get(line.id, line.mark)
        kept = ""
        if mark != line.mark:
            kept = format_html('<p class="small">{}: {}</p>', _("Kept now"), self.words[line.mark])
        return self.patterns[mark, not line.idea].format(line.id, escape(line.text), kept)

    def _chips(self, chosen: str) -> str:
        return format_html_join(
            "",
            '<label><input type="radio" name="mark-{}" value="{}"{}><span>{}</span></label>',
            (("{0}", mark, CHOSEN if mark == chosen else "", words) for mark, words in self.words.items()),
        )


def _link() -> str:
    to = reverse("menu:line", args=[NOBODY]).replace(str(NOBODY), "{0}")
    return format_html(
        ' <a class="small" href="{}">{}<span class="hidden">: {}</span></a>', to, _("Take it off"), "{1}"
    )
