"""Notes and lines of a list, drawn as strings, each list in one form: a full page must cost little."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

NOBODY = UUID(int=0)
Note = tuple[UUID, object, str]
# Into a pattern of our own go an id, escaped words, and nothing else.
BUTTON = '<button type="submit" class="button plain" {}>{}<span class="hidden">: {{words}}</span></button>'


def notes(some: Iterable[Note], *, own: bool) -> SafeString:
    """own: laid down by the reader, who takes them back; the other's they let go of for themselves."""
    where = reverse("affection:let-go", args=[NOBODY]).replace(str(NOBODY), "{id}")
    button = BUTTON.format(f'formaction="{where}"', escape(_("Take it back") if own else _("Let it go")))
    line = f'<li><div>{{all}}<span class="small">{{over}}</span></div>{button}</li>\n'
    return SafeString(
        "".join(
            line.format(
                id=id, all=linebreaks(words, autoescape=True), over=escape(over), words=escape(_short(words))
            )
            for id, over, words in some
        )
    )


def lines(some: Iterable[tuple[UUID, str]], *, as_note: bool) -> SafeString:
    """One's own list. as_note: notes lie between the two now, and one may begin with such a line."""
    way = f'<a class="small" href="{reverse("affection:note")}?from={{id}}">{escape(_("As a note"))}'
    way += '<span class="hidden">: {words}</span></a>'
    button = BUTTON.format('name="line" value="{id}"', escape(_("Take off")))
    line = f"<li><div>{{words}}{way if as_note else ''}</div>{button}</li>\n"
    return SafeString("".join(line.format(id=id, words=escape(words)) for id, words in some))


def ideas(some: Iterable[tuple[str, object]]) -> SafeString:
    button = BUTTON.format('name="idea" value="{key}"', escape(_("On my list")))
    line = f"<li><div>{{words}}</div>{button}</li>\n"
    return SafeString("".join(line.format(key=key, words=escape(words)) for key, words in some))


def _short(words: str) -> str:
    return Truncator(words).chars(60)
