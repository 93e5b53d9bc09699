"""One page for what a person chose, and the links that work from a mail program or a calendar."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stepwell.ground.notices import choices
from stepwell.ground.notices.calendar import feed_of
from stepwell.ground.notices.forms import AddressForm, QuietForm
from stepwell.ground.notices.models import Feed, MailAddress, MailOn, QuietHours, Unconfirmed
from stepwell.ground.people.api import PersonRequest, for_anyone, for_person, see_other
from stepwell.ground.vault.api import CannotOpen, open_for_server

TOO_MANY = 429


def _address_of(person_id: Any, rows: type[MailAddress] | type[Unconfirmed]) -> str | None:
    """None without a row; an empty text when this server's key file is not the one it was sealed with."""
    row = rows.objects.filter(pk=person_id).first()
    try:
        return open_for_server("mail", bytes(row.address)).decode() if row else None
    except CannotOpen:
        return ""


def _page(request: PersonRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    who = request.person.id
    quiet = QuietHours.objects.filter(pk=who).first()
    shown = {
        "address": AddressForm(),
        "quiet": QuietForm(initial={"begins": quiet.begins, "ends": quiet.ends} if quiet else None),
        "mail": _address_of(who, MailAddress),
        "asked": _address_of(who, Unconfirmed),
        "on": MailOn.objects.filter(pk=who).exists(),
        "feed": Feed.objects.filter(pk=who).exists(),
        "mail_is_sent": settings.MAIL_IS_SENT,
        "area": "mine",
    }
    return render(request, "notices/reminders.html", shown | more, status=status)


def _back() -> HttpResponse:
    return see_other(reverse("notices:reminders"))


@require_safe
@for_person
def reminders(request: PersonRequest) -> HttpResponse:
    return _page(request)


@require_POST
@for_person
def address(request: PersonRequest) -> HttpResponse:
    form = AddressForm(request.POST)
    if not settings.MAIL_IS_SENT or not form.is_valid():
        return _page(request, address=form)
    try:
        choices.ask(request.person.id, form.cleaned_data["address"])
    except choices.EnoughQuestions:
        form.add_error("address", _("Enough questions were sent for now. You may try again tomorrow."))
        return _page(request, address=form, status=TOO_MANY)
    except OSError:
        form.add_error(
            "address", _("The mail server did not take it just now. You may try again in a while.")
        )
        return _page(request, address=form)
    return _back()


@require_POST
@for_person
def quiet(request: PersonRequest) -> HttpResponse:
    form = QuietForm(request.POST)
    if not form.is_valid():
        return _page(request, quiet=form)
    choices.keep_quiet(request.person.id, form.cleaned_data["begins"], form.cleaned_data["ends"])
    return _back()


@require_POST
@for_person
def on(request: PersonRequest) -> HttpResponse:
    choices.turn_on(request.person.id)
    return _back()


@require_POST
@for_person
def off(request: PersonRequest) -> HttpResponse:
    choices.turn_off(request.person.id)
    return _back()


@require_POST
@for_person
def forget(request: PersonRequest) -> HttpResponse:
    choices.forget_address(request.person.id)
    return _back()


@require_POST
@for_person
def calendar(request: PersonRequest) -> HttpResponse:
    token = choices.open_feed(request.person.id)
    return _page(request, feed_url=settings.ORIGIN + reverse("notices:feed", args=[token]))


@require_POST
@for_person
def calendar_end(request: PersonRequest) -> HttpResponse:
    choices.close_feed(request.person.id)
    return _back()


# Mail programs open links to look at them: the page asks, and only the button answers.
@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    if choices.waiting(token) is None:
        return render(request, "notices/expired.html", status=410)
    if request.method == "POST" and choices.confirm(token):
        return render(request, "notices/confirmed.html")
    return render(request, "notices/confirm.html")


# A mail program presses this button for the person, without a cookie: the token alone decides.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@for_anyone
def stop(request: HttpRequest, token: str) -> HttpResponse:
    who = choices.who_stops(token)
    if who is None:
        raise Http404
    if request.method == "POST":
        choices.turn_off(who)
        return render(request, "notices/stopped.html")
    return render(request, "notices/stop.html")


@require_http_methods(["GET", "HEAD"])
@for_anyone
def feed(_request: HttpRequest, token: str) -> HttpResponse:
    found = feed_of(token)
    if found is None:
        raise Http404
    return HttpResponse(
        found, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
