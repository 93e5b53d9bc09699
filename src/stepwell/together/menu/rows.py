"""The lines of a list with their marks, drawn as strings: two hundred must cost a few milliseconds."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stepwell.together.menu.content import Mark
from stepwell.together.menu.page_words import MARKS
from stepwell.together.menu.sheet import Line

NOBODY = UUID(int=0)
CHOSEN = SafeString(" checked")


def drawn(some: Sequence[Line], chosen: Mapping[UUID, Mark] | None = None) -> SafeString:
    """chosen: marks that were sent and could not be kept; the line says then what is kept now."""
    chips = _chips()
    link = _link()
    return format_html_join(
        "\n",
        '<fieldset class="mark-line"><legend>{}{}</legend>{}{}</fieldset>',
        (
            (
                line.text,
                "" if line.idea else format_html(link, line.id, line.text),
                _changed(line, chosen),
                format_html(chips[(chosen or {}).get(line.id, line.mark)], line.id),
            )
            for line in some
        ),
    )


def _changed(line: Line, chosen: Mapping[UUID, Mark] | None) -> str:
    if chosen is None or chosen.get(line.id, line.mark) == line.mark:
        return ""
    return format_html('<p class="small">{}: {}</p>', _("Kept now"), MARKS[line.mark])


def _link() -> str:
    to = reverse("menu:line", args=[NOBODY]).replace(str(NOBODY), "{0}")
    return format_html(
        ' <a class="small" href="{}">{}<span class="hidden">: {}</span></a>',
        to, _("Take it off"), "{1}",
    )  # fmt: skip


def _chips() -> dict[str, str]:
    """For each mark the four chips with that one chosen, as a pattern for the id of the line."""
    found: dict[str, str] = {}
    for mark in MARKS:
        labels = format_html_join(
            "",
            '<label><input type="radio" name="mark-{}" value="{}"{}><span>{}</span></label>',
            (("{0}", value, CHOSEN if value == mark else "", words) for value, words in MARKS.items()),
        )
        found[mark] = format_html('<div class="chips">{}</div>', labels)
    return found
