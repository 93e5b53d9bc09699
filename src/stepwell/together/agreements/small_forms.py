"""A word to oneself, and a word at a review."""

from django import forms
from django.utils.translation import gettext_lazy

from stepwell.ground.ui.api import Choices, Hidden, OnceForm, PlainForm, Words
from stepwell.together.agreements.page_words import WEEKS_WORDS

LONGEST_NOTE = 2000


class NoteForm(OnceForm):
    words = forms.CharField(
        label=gettext_lazy("What you want to remember of it"),
        help_text=gettext_lazy("Only for you. It stands in no record and on no page of the other."),
        max_length=LONGEST_NOTE,
        widget=Words(rows=4),
    )


class ReviewForm(PlainForm):
    version = forms.IntegerField(min_value=1, widget=Hidden)
    turn = forms.IntegerField(min_value=0, required=False, widget=Hidden)
    weeks = forms.TypedChoiceField(
        label=gettext_lazy("When would you like to look at it next?"),
        choices=[(weeks, words) for weeks, words in WEEKS_WORDS.items()],
        coerce=int,
        widget=Choices,
    )
