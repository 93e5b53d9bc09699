"""A form that finds nothing to belong to gives the words back, the same for what is another's."""

from typing import Any

import pytest
from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.test import RequestFactory

from stepwell.ground.ui.api import Choices, Gone, Hidden, gives_words_back, gone, typed_as, typed_in

pytestmark = pytest.mark.urls("stepwell.ground.ui.tests.pages")
GONE = Gone(heading="There is no such leaf", said="It may have gone.", url_name="test_today", way="Today")


class Leaf(forms.Form):
    revision = forms.IntegerField(widget=Hidden)
    words = forms.CharField(label="Your words")
    many = forms.MultipleChoiceField(label="Which", choices=[("a", "The first"), ("b", "The second")])
    one = forms.ChoiceField(label="Whether", choices=[("y", "Yes")], widget=Choices)


def sent(**fields: Any) -> Any:
    request = RequestFactory().post("/leaf/", fields)
    request.person, request.draft_key = None, ""  # type: ignore[attr-defined]
    return request


def test_what_a_person_saw_comes_back_in_words_and_hidden_fields_do_not() -> None:
    data = QueryDict("revision=4711&words=Two%20lines%0Aof%20it&many=a&many=b&one=")
    assert typed_in(Leaf(data)) == [
        ("Your words", "Two lines\nof it"),
        ("Which", "The first, The second"),
    ]
    page = gone(sent(), GONE, typed_in(Leaf(data)))
    assert page.status_code == 404
    text = page.content.decode()
    assert "Two lines<br>of it" in text
    assert "The first, The second" in text
    assert "4711" not in text
    assert "Whether" not in text


def test_what_was_typed_is_only_words_on_the_page() -> None:
    page = gone(sent(), GONE, [("", "<b>bold</b> & more")]).content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in page


@pytest.mark.parametrize("raised", [Http404("of Ben"), forms.ValidationError("x")])
def test_a_view_that_finds_nothing_gives_back_only_what_was_typed(raised: Exception) -> None:
    @gives_words_back(GONE, lambda request, **_named: typed_as(request, "words"))
    def view(_request: Any) -> HttpResponse:
        raise raised

    if not isinstance(raised, Http404):
        with pytest.raises(type(raised)):
            view(sent(words="Mine"))
        return
    assert "Mine" in view(sent(words="Mine")).content.decode()
    with pytest.raises(Http404):
        view(sent(words="  "))
    with pytest.raises(Http404):
        view(RequestFactory().get("/leaf/?words=Mine"))
