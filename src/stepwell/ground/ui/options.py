"""Controls to choose from: rows, chips, the stairs of a rating, a list. No template is needed to draw one."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.forms.renderers import BaseRenderer
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stepwell.ground.ui.markup import joined, tag
from stepwell.ground.ui.widgets import Attrs


class _Options:
    """What radio rows and checkbox rows share: the options one by one, as escaped strings."""

    shape: ClassVar[str] = "group"
    many: ClassVar[bool] = False
    choices: Any
    attrs: dict[str, Any]

    def chosen(self, value: Any) -> frozenset[str]:
        if value is None:
            return frozenset()
        values = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
        return frozenset("" if one is None else str(one) for one in values)

    def families(self) -> Iterator[tuple[str, list[tuple[str, object]]]]:
        """Each family with its (value, label) pairs; options outside a family come under ""."""
        loose: list[tuple[str, object]] = []
        for value, label in self.choices:
            if isinstance(label, (list, tuple)):
                if loose:
                    yield "", loose
                    loose = []
                yield str(value), [(str(one), text) for one, text in label]
            else:
                loose.append(("" if value is None else str(value), label))
        if loose:
            yield "", loose

    def box(self, name: str, value: str, ident: str, *, checked: bool) -> str:
        kind = "checkbox" if self.many else "radio"
        attrs = {"type": kind, "name": name, "value": value, "id": ident or None, **self.attrs}
        return format_html("<input{}>", tag({**attrs, "checked": checked}))

    def render(
        self,
        name: str,
        value: Any,
        attrs: Attrs = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 - Django calls it so
    ) -> SafeString:
        return self.draw(name, self.chosen(value), str((attrs or {}).get("id") or ""))

    def draw(self, name: str, chosen: frozenset[str], ident: str) -> SafeString:
        raise NotImplementedError


class Choices(_Options, forms.RadioSelect):
    """Rows of radio buttons. `second` holds a further line for a value: {"over": _("Racing, on edge")}."""

    look = "choices"

    def __init__(self, attrs: Attrs = None, *, second: Mapping[str, object] | None = None) -> None:
        super().__init__(dict(attrs or {}))
        self.second = second or {}

    def draw(self, name: str, chosen: frozenset[str], ident: str) -> SafeString:
        rows, index = [], 0
        for _family, options in self.families():
            for value, label in options:
                box = self.box(name, value, ident and f"{ident}_{index}", checked=value in chosen)
                more = self.second.get(value)
                second = format_html('<span class="small">{}</span>', more) if more else ""
                rows.append(format_html("<label>{}<b>{}</b>{}</label>", box, label, second))
                index += 1
        return joined(rows)


class ManyChoices(Choices):
    """The same rows with boxes, of which any number may be chosen."""

    many = True
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return forms.CheckboxSelectMultiple.value_from_datadict(self, data, files, name)


class Chips(_Options, forms.CheckboxSelectMultiple):
    """Words to choose from, as many as fit. Choices in groups are drawn family by family."""

    look = ""
    many = True

    def draw(self, name: str, chosen: frozenset[str], ident: str) -> SafeString:
        parts, index = [], 0
        for family, options in self.families():
            chips = []
            for value, label in options:
                box = self.box(name, value, ident and f"{ident}_{index}", checked=value in chosen)
                chips.append(format_html("<label>{}<span>{}</span></label>", box, label))
                index += 1
            parts.append(self.family(family, joined(chips)))
        return joined(parts)

    def family(self, name: str, chips: SafeString) -> SafeString:
        if not name:
            return format_html('<div class="chips">{}</div>', chips)
        return format_html(
            '<div class="chips" role="group" aria-label="{}"><i aria-hidden="true">{}</i>{}</div>',
            name,
            name,
            chips,
        )


class Stairs(_Options, forms.RadioSelect):
    """A rating from 0 to 10. `low` and `high` say in words what the two ends mean to the person."""

    look = ""

    def __init__(
        self, attrs: Attrs = None, *, low: object = "", high: object = "", leave_out: bool = True
    ) -> None:
        super().__init__(dict(attrs or {}))
        self.low, self.high, self.leave_out = low, high, leave_out
        self.choices = [(str(step), str(step)) for step in range(11)]

    def draw(self, name: str, chosen: frozenset[str], ident: str) -> SafeString:
        steps = []
        for step in range(11):
            box = self.box(name, str(step), ident and f"{ident}_{step}", checked=str(step) in chosen)
            steps.append(format_html("<label>{}<span>{}</span></label>", box, step))
        parts = [format_html('<div class="stairs">{}</div>', joined(steps))]
        if self.low or self.high:
            parts.append(
                format_html('<div class="ends"><span>{}</span><span>{}</span></div>', self.low, self.high)
            )
        if self.leave_out:
            box = self.box(name, "", ident and f"{ident}_none", checked="" in chosen)
            parts.append(format_html('<label class="leave-out">{}{}</label>', box, _("Leave this one out")))
        return joined(parts)


class Pick(forms.Select):
    """A list to pick from, for long lists such as time zones."""

    shape: ClassVar[str] = "line"

    def render(
        self,
        name: str,
        value: Any,
        attrs: Attrs = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 - Django calls it so
    ) -> SafeString:
        own = self.build_attrs(self.attrs, dict(attrs or {}))
        chosen = "" if value is None else str(value)
        parts: list[str] = []
        for key, label in self.choices:
            if isinstance(label, (list, tuple)):
                inside = joined(self.line(one, text, chosen) for one, text in label)
                parts.append(format_html('<optgroup label="{}">{}</optgroup>', key, inside))
            else:
                parts.append(self.line(key, label, chosen))
        return format_html("<select{}>{}</select>", tag({"name": name, **own}), joined(parts))

    def line(self, key: object, label: Any, chosen: str) -> str:
        value = "" if key is None else str(key)
        picked = " selected" if value == chosen else ""
        return f'<option value="{conditional_escape(value)}"{picked}>{conditional_escape(label)}</option>'
