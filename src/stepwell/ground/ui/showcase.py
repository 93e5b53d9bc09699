"""What `/components/` shows: every part in every state, with made-up words of the cast."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import lazystr

from stepwell.ground.ui.charts import draw_days, draw_weeks
from stepwell.ground.ui.forms import OnceForm, Rating
from stepwell.ground.ui.options import Chips, Choices, ManyChoices, Pick
from stepwell.ground.ui.ratings import Rated, weeks_of
from stepwell.ground.ui.widgets import Code, Day, Line, Secret, Short, Tick, TimeOfDay, Words

FEELINGS = [
    ("Heavy", [(w, w) for w in ("tired", "sad", "lonely", "numb")]),
    ("Stirred", [(w, w) for w in ("angry", "ashamed", "anxious")]),
    ("Light", [(w, w) for w in ("calm", "tender", "hopeful")]),
]
BODY = [(w, w) for w in ("tight chest", "warm hands", "heavy legs", "clenched jaw", "knot in the stomach")]


class Sample(OnceForm):
    feeling = forms.MultipleChoiceField(
        label="What is there?",
        help_text="As many as fit. Two can be true at once.",
        choices=FEELINGS,
        widget=Chips(),
        required=False,
    )
    body = forms.MultipleChoiceField(
        label="Where do you notice it?", choices=BODY, widget=Chips(), required=False
    )
    safety = Rating(
        label="How safe do you feel with Ben tonight?",
        help_text="Your own sense of it. There is no number to reach.",
        low="not at all",
        high="as safe as I can imagine",
    )
    window = forms.ChoiceField(
        label="How much can you take in?",
        choices=[("over", "Too much"), ("in", "I can think and feel"), ("under", "Far away")],
        widget=Choices(
            second={"over": "Racing, on edge, hard to sit still", "in": "Not easy, but I am here"}
        ),
    )
    share = forms.MultipleChoiceField(
        label="Which parts may Ben read?",
        choices=[("feeling", "What is there"), ("safety", "Felt safety"), ("noticed", "What I noticed")],
        widget=ManyChoices(),
        required=False,
    )
    noticed = forms.CharField(
        label="What did you notice today?", widget=Words(rows=5), required=False, max_length=400
    )
    intend = forms.CharField(label="One thing you intend", widget=Words(rows=2), required=False)
    by = forms.CharField(label="By when, if that helps", widget=Short())
    at = forms.TimeField(label="At", widget=TimeOfDay())
    on = forms.DateField(label="First day", widget=Day())
    zone = forms.ChoiceField(
        label="Your time zone",
        choices=[("Europe/Berlin", "Berlin"), ("Africa/Accra", "Accra")],
        widget=Pick(),
    )
    name = forms.CharField(label="What may we call you?", widget=Line(), help_text="Any name you like.")
    password = forms.CharField(label="Your password", widget=Secret())
    code = forms.CharField(label="The six digits from your other device", widget=Code(digits=True))
    sure = forms.BooleanField(label="I have written the code down or printed it.", widget=Tick())

    def clean_by(self) -> str:
        if self.cleaned_data["by"] == "31 November":
            raise forms.ValidationError(
                lazystr("November has 30 days. You may write 30 November, or 1 December.")
            )
        return str(self.cleaned_data["by"])


def sample_data() -> QueryDict:
    data = QueryDict(mutable=True)
    data.setlist("feeling", ["tired", "sad", "hopeful"])
    data.setlist("share", ["feeling"])
    data.update(
        {
            "safety": "6",
            "window": "in",
            "by": "31 November",
            "at": "20:30",
            "on": "2026-11-23",
            "zone": "Europe/Berlin",
            "name": "Alma",
            "noticed": "He told me about the late meeting before I had to ask. I still checked the clock. "
            "Then I noticed that I had stopped checking.",
            "intend": "Ring my sister before the weekend is over.",
        }
    )
    return data


FIRST = {"feeling": ["tired", "sad", "hopeful"], "share": ["feeling"]}


def ratings() -> list[Rated]:
    start = date(2026, 8, 31)
    weeks = [(1, 2, 4), (1, 2, 3), (1, 3, 4), (), (2, 3, 5), (2, 4, 6)]
    weeks += [(4, 5, 6), (3, 5, 7), (), (4, 5, 7), (4, 6, 7), (5, 6, 8)]
    return [
        Rated(start + timedelta(days=7 * at + 2 * n), value)
        for at, values in enumerate(weeks)
        for n, value in enumerate(values)
    ]


def showcase(query: QueryDict) -> dict[str, Any]:
    """`?state=out` shows the frame of somebody signed out, `?state=wrong` the form with errors."""
    state = query.get("state", "")
    context: dict[str, Any] = {
        "area": "today",
        "no_nav": state == "out",
        "form": Sample(sample_data()) if state == "wrong" else Sample(initial=sample_data().dict() | FIRST),
        "weeks": draw_weeks(weeks_of(ratings()), signal="Felt safety"),
        "days": draw_days(ratings()[:6], signal="Felt safety"),
        "now": datetime(2026, 11, 21, 19, 34, tzinfo=UTC),
        "words": ["river", "candle", "meadow", "copper", "harbour", "winter", "almond", "thread"],
        "icons": ["lock", "key-round", "printer", "smartphone", "monitor", "mail", "calendar", "clock"],
    }
    return context
