"""What may be written on a note, and on one's own list. What was typed is never cut or lost."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Choices, OnceForm, PlainForm, Words
from stepwell.together.affection.listing import LONGEST
from stepwell.together.affection.page_words import SECOND, SIDES, SORTS

LONGEST_NOTE = 1_000
LONGEST_PASTE = 20_000


class NoteForm(OnceForm):
    sort = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        choices=list(SORTS.items()),
        widget=Choices(second={**SECOND}),
        initial="thanks",
    )
    words = forms.CharField(
        label=gettext_lazy("In your words"),
        help_text=gettext_lazy("One line is plenty. It says only itself, and asks for nothing back."),
        widget=Words(rows=4),
        max_length=LONGEST_NOTE,
        error_messages={"required": gettext_lazy("There are no words here yet.")},
    )

    def to_read(self) -> list[forms.BoundField]:
        """What the other is going to read."""
        return [self["words"]]


class LinesForm(PlainForm):
    side = forms.ChoiceField(
        label=gettext_lazy("Where they belong"),
        choices=list(SIDES.items()),
        widget=Choices,
        initial="give",
    )
    texts = forms.CharField(
        label=gettext_lazy("One on each line"),
        help_text=gettext_lazy("Only you can read them."),
        widget=Words(rows=5),
        max_length=LONGEST_PASTE,
        error_messages={"required": gettext_lazy("There are no words here yet.")},
    )

    def clean_texts(self) -> list[str]:
        found = [" ".join(line.split()) for line in str(self.cleaned_data["texts"]).splitlines()]
        texts = [text for text in found if text]
        if not texts:
            raise ValidationError(_("There are no words here yet."))
        if any(len(text) > LONGEST for text in texts):
            raise ValidationError(_("A line holds up to %(most)d characters.") % {"most": LONGEST})
        return texts
