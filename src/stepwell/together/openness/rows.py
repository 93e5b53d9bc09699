"""Topics as links, drawn as strings: a ladder full of them must cost little."""

from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stepwell.together.openness.page_words import DEPTHS
from stepwell.together.openness.prompts import Prompt, offered

Drawn = tuple[str, SafeString]
NOBODY = UUID(int=0)
WAYS = ("choose", "own")


def families(depth: int) -> tuple[Drawn, ...]:
    """Those that the program offers, as deep as this: name and topics, the same for everybody."""
    return _families(depth, get_language())


@lru_cache(maxsize=64)
def _families(depth: int, _language: str | None) -> tuple[Drawn, ...]:
    choose = reverse("openness:choose", args=["KEY"])
    line = choose.join(('<li><div><a href="', '">{}</a></div></li>')).replace("KEY", "{}")
    return tuple(
        (str(name), format_html_join("", line, ((one.key, one.text) for one in some)))
        for name, some in offered(depth)
    )


def own(some: Iterable[Prompt], depth: int) -> SafeString:
    """A person's own. One that lies deeper than they go now is there to read, and says so."""
    ways = {name: reverse(f"openness:{name}", args=[NOBODY]).replace(str(NOBODY), "{0}") for name in WAYS}
    reached = f'<a href="{ways["choose"]}" dir="auto">{{1}}</a><span class="small">{{2}}</span>'
    deeper = '<span dir="auto">{1}</span><span class="small">{2}. {3}</span>'
    let_go = f'<a class="button plain" href="{ways["own"]}">{{4}}<span class="hidden">: {{1}}</span></a>'
    line = {here: f"<li><div>{words}</div>{let_go}</li>" for here, words in enumerate((deeper, reached))}
    said = (_("Not to be chosen while you go less deep."), _("Let it go"))
    depths = {number: str(words) for number, words in DEPTHS.items()}
    return SafeString(
        "".join(
            format_html(line[one.depth <= depth], one.key, one.text, depths[one.depth], *said) for one in some
        )
    )
