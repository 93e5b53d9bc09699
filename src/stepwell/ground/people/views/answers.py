"""How a form comes back: with its words, and with the one status that says why."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepwell.ground.people import line
from stepwell.ground.ui.api import PlainForm

AGAIN_IN = 5


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent, for a form: also where nothing was, so that the form says what it needs."""
    return request.POST if request.method == "POST" else None


class told_if_crowded:  # noqa: N801 - reads as a phrase
    """Around `line.place()`: where the line is full, the form says so and nothing else is done."""

    def __init__(self, form: PlainForm) -> None:
        self.form = form

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: object, _trace: object) -> bool:
        if not isinstance(error, line.Crowded):
            return False
        words = _("Many people are coming in at this moment. Wait a little, then send this again.")
        self.form.add_error(None, ValidationError(words, code="crowded"))
        return True


def page(request: HttpRequest, template: str, form: PlainForm, **more: object) -> HttpResponse:
    """The page of a form: 503 where the line was full, with what was typed but no secret."""
    crowded = form.is_bound and form.has_error(NON_FIELD_ERRORS, "crowded")
    response = render(request, template, {"form": form, **more}, status=503 if crowded else 200)
    if crowded:
        response.headers["Retry-After"] = str(AGAIN_IN)
    return response


def slow_down(form: PlainForm, seconds: int) -> None:
    if seconds < 60:
        some = ngettext(
            "That was a few tries. Wait about %(seconds)d second, then try again.",
            "That was a few tries. Wait about %(seconds)d seconds, then try again.",
            seconds,
        )
        form.add_error(None, some % {"seconds": seconds})
        return
    minutes = round(seconds / 60)
    words = ngettext(
        "That was a few tries. Wait about %(minutes)d minute, then try again.",
        "That was a few tries. Wait about %(minutes)d minutes, then try again.",
        minutes,
    )
    form.add_error(None, words % {"minutes": minutes})
