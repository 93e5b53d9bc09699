"""How a field is drawn. Plain strings: a page of twelve fields must cost about a millisecond."""

from collections.abc import Iterable, Mapping

from django.forms import BoundField
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from stepwell.ground.ui.icons import drawing


def tag(attrs: Mapping[str, object]) -> str:
    """The attributes of a tag, escaped; `None` and `False` are left out, `True` stands alone."""
    return flatatt({key: value for key, value in attrs.items() if value is not None})


def joined(parts: Iterable[str]) -> SafeString:
    """For parts that were each escaped when they were made."""
    return mark_safe("".join(parts))  # noqa: S308 - see the promise above


def described_by(bound: BoundField) -> str:
    ids = []
    if bound.help_text:
        ids.append(f"{bound.auto_id}-hint")
    if bound.errors:
        ids.append(f"{bound.auto_id}-error")
    return " ".join(ids)


def hint(bound: BoundField) -> str:
    if not bound.help_text:
        return ""
    return format_html('<p class="hint" id="{}-hint">{}</p>', bound.auto_id, bound.help_text)


def errors(bound: BoundField) -> str:
    found = bound.errors
    if not found:
        return ""
    text = " ".join(str(message) for message in found)
    return format_html(
        '<p class="error" id="{}-error">{}<span>{}</span></p>', bound.auto_id, drawing("look"), text
    )


def field(bound: BoundField) -> SafeString:
    """Label, hint, error and control of one field, wired to each other."""
    widget = bound.field.widget
    if widget.is_hidden:
        return bound.as_widget()
    shape = getattr(widget, "shape", "line")
    if shape == "group":
        return _group(bound)
    if shape == "tick":
        return _tick(bound)
    control = bound.as_widget(attrs=_wired(bound))
    parts = (hint(bound), errors(bound), control)
    return format_html(
        '<div class="field"><label for="{}">{}</label>{}</div>',
        bound.id_for_label,
        bound.label,
        joined(parts),
    )


def _wired(bound: BoundField) -> dict[str, str | bool]:
    attrs: dict[str, str | bool] = {}
    if described := described_by(bound):
        attrs["aria-describedby"] = described
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return attrs


def _group(bound: BoundField) -> SafeString:
    widget = bound.field.widget
    attrs: dict[str, object] = {"class": f"field {getattr(widget, 'look', '')}".strip(), "id": bound.auto_id}
    attrs["aria-describedby"] = described_by(bound) or None
    if not getattr(widget, "many", False):
        attrs["role"] = "radiogroup"
        attrs["aria-invalid"] = "true" if bound.errors else None
    parts = (hint(bound), errors(bound), bound.as_widget())
    return format_html("<fieldset{}><legend>{}</legend>{}</fieldset>", tag(attrs), bound.label, joined(parts))


def _tick(bound: BoundField) -> SafeString:
    control = bound.as_widget(attrs=_wired(bound))
    parts = (hint(bound), errors(bound))
    return format_html(
        '<div class="field tick"><label>{}<span>{}</span></label>{}</div>',
        control,
        bound.label,
        joined(parts),
    )
