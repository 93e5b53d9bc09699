"""What page writers use: `{% load ui %}`."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from django import template
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stepwell.ground.ui import dates, markup, slots
from stepwell.ground.ui import rows as ways
from stepwell.ground.ui.icons import drawing
from stepwell.ground.ui.pictures import Picture

register = template.Library()


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    return markup.field(bound)


@register.simple_tag
def icon(name: str) -> SafeString:
    return drawing(name)


@register.simple_tag
def submit(words: str, *, quiet: bool = False, name: str = "", value: str = "") -> SafeString:
    """The button of a form. One filled button a page: further ones are `quiet=True`."""
    attrs = {"class": "button quiet" if quiet else "button", "name": name or None, "value": value or None}
    return format_html("<button{}>{}</button>", markup.tag(attrs), words)


@register.simple_tag(takes_context=True)
def when(
    context: Context, moment: date | datetime | None, zone: tzinfo | None = None, style: str = "day"
) -> str:
    """A date in words, in `zone` or else in the zone of the person who reads the page."""
    if moment is None:
        return ""
    if zone is None:
        zone = getattr(getattr(context.get("frame"), "person", None), "zone", None)
    return dates.stamp(moment, style, zone)


@register.simple_tag
def chart(picture: Picture) -> str:
    return get_template("ui/chart.html").render({"picture": picture})


@register.simple_tag
def chart_table(picture: Picture) -> str:
    return get_template("ui/chart_table.html").render({"picture": picture})


@register.inclusion_tag("ui/area_rows.html")
def area_rows(area: str, state: str = ways.ALONE) -> dict[str, object]:
    """The rows that rooms registered for this area, as a list; `state` is that of the space for two."""
    return {"rows": ways.rows(area, state)}


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, **given: str) -> SafeString:
    """What rooms have put here: nothing where nobody did. `then` is the way back to this page."""
    request = getattr(context, "request", None)
    then = request.path if request else ""
    drawn = (get_template(one).render({"then": then, **given}) for one in slots.templates(name))
    return markup.joined(drawn)


@register.simple_tag
def error_summary(*forms: BaseForm) -> SafeString:
    """Nothing while all is well; else a list of what to look at, which takes the focus."""
    rows = markup.joined(row for form in forms if form.is_bound for row in _rows(form))
    if not rows:
        return rows
    return format_html(
        '<div class="notice look summary" role="alert" tabindex="-1" autofocus><h2>{}</h2><ul>{}</ul></div>',
        _("Please look at this again"),
        rows,
    )


def _rows(form: BaseForm) -> Iterator[str]:
    for message in form.non_field_errors():
        yield format_html("<li>{}</li>", message)
    for name in form.fields:
        bound = form[name]
        if bound.is_hidden or not bound.errors:
            continue
        target = bound.id_for_label or bound.auto_id
        if getattr(bound.field.widget, "shape", "") == "group":
            target = f"{bound.auto_id}_0"
        for message in bound.errors:
            yield format_html('<li><a href="#{}">{}</a>: {}</li>', target, bound.label, message)
