"""Controls to write into. Each draws itself without a template and keeps whatever was typed."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.forms.renderers import BaseRenderer
from django.utils.html import format_html
from django.utils.safestring import SafeString

from stepwell.ground.ui.markup import tag

Attrs = Mapping[str, Any] | None


class Line(forms.TextInput):
    """One line. No `maxlength` in the page: a browser would cut a pasted text and say nothing."""

    shape: ClassVar[str] = "line"
    look: ClassVar[str] = ""
    fixed: ClassVar[dict[str, object]] = {}

    def render(
        self,
        name: str,
        value: Any,
        attrs: Attrs = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 - Django calls it so
    ) -> SafeString:
        shown = self.format_value(value)
        own = {**self.fixed, **self.build_attrs(self.attrs, dict(attrs or {}))}
        own.pop("maxlength", None)
        own.pop("minlength", None)
        if self.look:
            own["class"] = f"{self.look} {own.get('class', '')}".strip()
        return self.draw(name, None if shown is None or shown == "" else str(shown), own)

    def draw(self, name: str, value: str | None, attrs: dict[str, Any]) -> SafeString:
        return format_html("<input{}>", tag({"type": self.input_type, "name": name, "value": value, **attrs}))


class Short(Line):
    """One line, as wide as a name or a date in words."""

    look = "short"


class Hidden(Line):
    input_type = "hidden"


class Secret(Line):
    """A password. Never drawn back into a page."""

    input_type = "password"
    fixed: ClassVar[dict[str, object]] = {"spellcheck": "false", "autocapitalize": "none"}

    def __init__(self, attrs: Attrs = None, *, new: bool = False) -> None:
        super().__init__({"autocomplete": "new-password" if new else "current-password", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:  # noqa: ARG002 - whatever was typed
        return None


class Code(Line):
    """A code read from another screen or from paper: large, evenly spaced letters."""

    look = "code"
    fixed: ClassVar[dict[str, object]] = {
        "autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "characters"
    }  # fmt: skip

    def __init__(self, attrs: Attrs = None, *, digits: bool = False) -> None:
        super().__init__({**({"inputmode": "numeric"} if digits else {}), **(attrs or {})})


class TimeOfDay(forms.TimeInput, Line):
    input_type = "time"
    look = "short"

    def __init__(self, attrs: Attrs = None) -> None:
        super().__init__(dict(attrs or {}), format="%H:%M")


class Day(forms.DateInput, Line):
    input_type = "date"
    look = "short"

    def __init__(self, attrs: Attrs = None) -> None:
        super().__init__(dict(attrs or {}), format="%Y-%m-%d")


class Words(Line):
    """Ruled paper that grows with what is written, from right to left where that is how it is written."""

    def __init__(self, attrs: Attrs = None, *, rows: int = 5) -> None:
        super().__init__({"rows": rows, "dir": "auto", **(attrs or {})})

    def draw(self, name: str, value: str | None, attrs: dict[str, Any]) -> SafeString:
        # The line feed keeps a first empty line that the person wrote: browsers drop the first one.
        return format_html("<textarea{}>\n{}</textarea>", tag({"name": name, **attrs}), value or "")


class Tick(forms.CheckboxInput):
    """A single box with its sentence beside it."""

    shape: ClassVar[str] = "tick"

    def render(
        self,
        name: str,
        value: Any,
        attrs: Attrs = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 - Django calls it so
    ) -> SafeString:
        own = self.build_attrs(self.attrs, dict(attrs or {}))
        return format_html(
            "<input{}>", tag({"type": "checkbox", "name": name, **own, "checked": self.check_test(value)})
        )
