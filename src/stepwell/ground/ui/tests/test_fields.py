"""Alma writes a check-in; what she typed and what to do about it are drawn where she can find them."""

import re
import time
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.template import Context, Template

from stepwell.ground.ui.api import (
    Chips,
    Choices,
    Line,
    ManyChoices,
    OnceForm,
    Pick,
    Rating,
    Secret,
    Tick,
    Words,
)


class CheckIn(OnceForm):
    feeling = forms.MultipleChoiceField(
        choices=[("Heavy", [("sad", "sad"), ("numb", "numb")]), ("calm", "calm")],
        widget=Chips(),
        required=False,
    )
    safety = Rating(
        label="How safe?", help_text="Your own sense.", low="not at all", high="as <safe> as can be"
    )
    window = forms.ChoiceField(
        choices=[("over", "Too much"), ("in", "Here")], widget=Choices(second={"over": "Racing"})
    )
    parts = forms.MultipleChoiceField(
        choices=[("a", "One"), ("b", "Two")], widget=ManyChoices(), required=False
    )
    noticed = forms.CharField(label="Noticed?", help_text="A line.", widget=Words(rows=2), max_length=10)
    name = forms.CharField(widget=Line(), required=False)
    zone = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=Pick(), required=False)
    password = forms.CharField(widget=Secret(), required=False)
    sure = forms.BooleanField(widget=Tick(), required=False)


def draw(template: str, **context: object) -> str:
    return Template("{% load ui %}" + template).render(Context(context))


def field(form: forms.Form, name: str) -> str:
    return draw("{% field bound %}", bound=form[name])


def sent(query: str) -> CheckIn:
    return CheckIn(QueryDict(query))


def test_a_line_of_words_is_labelled_described_and_not_cut_by_the_browser() -> None:
    html = field(CheckIn(), "noticed")
    assert '<label for="id_noticed">Noticed?</label>' in html
    assert '<p class="hint" id="id_noticed-hint">A line.</p>' in html
    assert 'aria-describedby="id_noticed-hint"' in html
    assert 'rows="2"' in html
    assert "maxlength" not in html
    assert "aria-invalid" not in html


def test_an_error_is_wired_to_its_field_and_the_words_stay() -> None:
    html = field(sent("noticed=\n<b>much+too+long</b>"), "noticed")
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_noticed-hint id_noticed-error"' in html
    assert 'id="id_noticed-error"' in html
    assert "At most 10 characters fit here. These are 20." in html
    assert ">\n\n&lt;b&gt;much too long&lt;/b&gt;</textarea>" in html


def test_the_stairs_hold_eleven_steps_and_a_way_to_leave_them_out() -> None:
    html = field(CheckIn(), "safety")
    assert html.count('type="radio"') == 12
    assert (
        '<fieldset aria-describedby="id_safety-hint" class="field" id="id_safety" role="radiogroup">' in html
    )
    assert "<legend>How safe?</legend>" in html
    assert "<span>not at all</span><span>as &lt;safe&gt; as can be</span>" in html
    assert "Leave this one out" in html
    assert "checked" not in html


def test_a_rating_comes_back_as_it_was_chosen() -> None:
    for form, chosen in (
        (sent("safety=6"), 'id="id_safety_6" name="safety" type="radio" value="6" checked'),
        (sent("safety="), 'id="id_safety_none" name="safety" type="radio" value="" checked'),
        (CheckIn(initial={"safety": 0}), 'id="id_safety_0" name="safety" type="radio" value="0" checked'),
    ):
        html = field(form, "safety")
        assert f"<input {chosen}>" in html
        assert html.count("checked") == 1


def test_left_out_is_none_and_zero_is_zero() -> None:
    for query, value in (("safety=", None), ("", None), ("safety=0", 0), ("safety=10", 10)):
        form = sent(f"{query}&noticed=a&window=in")
        assert form.is_valid(), form.errors
        assert form.cleaned_data["safety"] == value
    assert not sent("safety=11&noticed=a&window=in").is_valid()


def test_chips_are_drawn_in_families_and_stay_chosen() -> None:
    html = field(sent("feeling=sad&feeling=calm"), "feeling")
    assert '<div class="chips" role="group" aria-label="Heavy">' in html
    assert len(re.findall("checked", html)) == 2
    assert (
        '<input id="id_feeling_1" name="feeling" type="checkbox" value="numb"><span>numb</span></label>'
        in html
    )


def test_choices_carry_a_second_line_and_many_may_be_chosen_where_it_is_offered() -> None:
    html = field(sent("window=over"), "window")
    assert '<b>Too much</b><span class="small">Racing</span>' in html
    assert "<b>Here</b></label>" in html
    many = sent("parts=a&parts=b&noticed=a&window=in")
    assert many.is_valid()
    assert many.cleaned_data["parts"] == ["a", "b"]
    assert field(many, "parts").count("checked") == 2


def test_a_password_never_comes_back() -> None:
    form = sent("password=the+password+of+Alma&name=Alma")
    assert "the password" not in field(form, "password")
    assert 'autocomplete="current-password"' in field(form, "password")
    assert 'value="Alma"' in field(form, "name")


def test_a_list_and_a_single_box() -> None:
    assert '<option value="b" selected>B</option>' in field(sent("zone=b"), "zone")
    box = field(sent("sure=on"), "sure")
    assert (
        '<div class="field tick"><label><input id="id_sure" name="sure" type="checkbox" checked><span>' in box
    )


def test_the_summary_leads_to_each_field_and_takes_the_focus() -> None:
    form = sent("safety=12")
    html = draw("{% error_summary form %}", form=form)
    assert 'role="alert" tabindex="-1" autofocus' in html
    assert "Please look at this again" in html
    assert '<a href="#id_noticed">Noticed?</a>: This is needed to go on.' in html
    assert '<a href="#id_safety_0">How safe?</a>: Please choose one of the answers on the page.' in html
    assert 'id="id_safety_0"' in field(form, "safety")


def test_no_summary_before_anything_was_sent_or_when_all_is_well() -> None:
    assert draw("{% error_summary form %}", form=CheckIn()) == ""
    assert draw("{% error_summary form %}", form=sent("noticed=a&window=in")) == ""


def test_the_id_of_a_form_outlives_a_correction() -> None:
    first = CheckIn()
    given = first["form_id"].value()
    again = sent(f"form_id={given}")
    assert not again.is_valid()
    assert f'value="{given}"' in str(again["form_id"])
    fine = sent(f"form_id={given}&noticed=a&window=in")
    assert fine.is_valid()
    assert fine.cleaned_data["form_id"] == UUID(str(given))
    assert CheckIn()["form_id"].value() != given


def test_a_spoilt_form_id_costs_nobody_their_words() -> None:
    for spoilt in ("form_id=nonsense", ""):
        form = sent(f"{spoilt}&noticed=a&window=in")
        assert form.is_valid(), form.errors
        assert isinstance(form.cleaned_data["form_id"], UUID)


def test_a_field_with_words_of_its_own_keeps_them() -> None:
    class Own(OnceForm):
        day = forms.CharField(error_messages={"required": "You may write a day."})

    assert Own(QueryDict("")).errors["day"] == ["You may write a day."]


def test_our_fields_are_drawn_no_slower_than_plain_ones() -> None:
    """Aim: twelve in two milliseconds. A ratio holds on a busy machine, too."""
    names = ("noticed", "safety", "feeling")
    ours = Template("{% load ui %}" + "".join(f"{{% field form.{name} %}}" for name in names) * 4)
    plain = Template("".join(f"{{{{ form.{name}.as_field_group }}}}" for name in names) * 4)
    assert _quickest(ours) <= _quickest(plain)


def _quickest(template: Template) -> float:
    form = CheckIn()
    spans = []
    for _round in range(9):
        begun = time.process_time()
        for _again in range(10):
            template.render(Context({"form": form}))
        spans.append(time.process_time() - begun)
    return min(spans)
