"""What may be written on each leaf. Every part may be left out, and so may all of them."""

from types import new_class
from typing import Any, cast

from django import forms

from stepwell.ground.ui.api import Line, PlainForm, Words
from stepwell.own.pace.content import LEAVES, Said
from stepwell.own.pace.page_words import PARTS

LONGEST = 3_000


class LeafForm(PlainForm):
    """revision: what the page began from, hidden by attribute, so that a draft keeps it. A page that lost it
    counts as outdated, so that both wordings are kept."""

    parts: tuple[str, ...] = ()
    revision = forms.CharField(required=False, widget=Line({"hidden": True}))

    def clean_revision(self) -> int:
        given = str(self.cleaned_data.get("revision") or "")
        return int(given) if given.isdecimal() and len(given) < 9 else -1

    def said(self) -> Said:
        """Of a valid form."""
        return {part: str(self.cleaned_data.get(part) or "") for part in self.parts}

    def asked(self) -> list[Any]:
        return [self[part] for part in self.parts]


def _form(leaf: str) -> type[LeafForm]:
    fields: dict[str, Any] = {"parts": LEAVES[leaf]}
    for part in LEAVES[leaf]:
        label, hint, _ = PARTS[f"{leaf}.{part}"]
        fields[part] = forms.CharField(
            label=label, help_text=hint, required=False, widget=Words(rows=4), max_length=LONGEST
        )
    return cast(
        "type[LeafForm]", new_class("LeafFormOf", (LeafForm,), exec_body=lambda body: body.update(fields))
    )


FORMS: dict[str, type[LeafForm]] = {leaf: _form(leaf) for leaf in LEAVES}
