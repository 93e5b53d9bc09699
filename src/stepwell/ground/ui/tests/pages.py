"""A few pages and people to look at the frame with, instead of a whole site."""

from collections.abc import Callable
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template import RequestContext, Template
from django.urls import include, path

from stepwell.ground.ui.forms import OnceForm, Rating
from stepwell.ground.ui.frame import Area
from stepwell.ground.ui.widgets import Words

ALMA = SimpleNamespace(name="Alma", zone=ZoneInfo("Europe/Berlin"), language="en", theme="dark")
MIDDLEWARE = [
    "stepwell.ground.ui.headers.Headers",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "stepwell.ground.ui.tests.pages.SignedIn",
]
DRAFT_KEY = "E75P6uryBM"
AREAS = [
    Area("today", "Today", "test_today", "today", 0),
    Area("together", "Together", "test_together", "together", 1),
]


class SignedIn:
    """Alma, wherever the address says `alma`; her draft key, where it says `key=`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.person = ALMA if "alma" in request.GET else None  # type: ignore[attr-defined]
        request.draft_key = request.GET.get("key", "")  # type: ignore[attr-defined]
        return self.get_response(request)


class Note(OnceForm):
    noticed = forms.CharField(label="What did you notice today?", widget=Words(), max_length=40)
    safety = Rating(label="How safe do you feel?", low="not at all", high="very")


PAGE = Template(
    """{% extends "ui/page.html" %}{% load ui %}
    {% block title %}Write{% endblock %}{% block heading %}How are you?{% endblock %}
    {% block content %}<form method="post" action="" novalidate data-draft="note">
    {% csrf_token %}{{ form.form_id }}
    {% error_summary form %}<section class="entry"><h2>Words</h2><div class="body">
    {% field form.noticed %}<p class="kept" data-kept></p>{% field form.safety %}{% submit "Keep this" %}
    </div></section></form>{% endblock %}"""
)


def today(request: HttpRequest) -> HttpResponse:
    form = Note(request.POST) if request.method == "POST" else Note()
    context = {"area": "today", "form": form, "saved": request.GET.get("saved")}
    return HttpResponse(PAGE.render(RequestContext(request, context)))


def missing(request: HttpRequest, what: str) -> HttpResponse:
    raise Http404(what)


def refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def too_big(request: HttpRequest) -> HttpResponse:
    raise RequestDataTooBig


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a sentence that nobody may read")


def only_post(request: HttpRequest) -> HttpResponse:
    return HttpResponseNotAllowed(["POST"])


urlpatterns = [
    path("", include("stepwell.ground.ui.urls")),
    path("", today, name="test_today"),
    path("together/", today, name="test_together"),
    path("missing/<str:what>/", missing),
    path("refused/", refused),
    path("too-big/", too_big),
    path("breaks/", breaks),
    path("only-post/", only_post),
]
handler400 = "stepwell.ground.ui.errors.bad_request"
handler403 = "stepwell.ground.ui.errors.forbidden"
handler404 = "stepwell.ground.ui.errors.not_found"
handler500 = "stepwell.ground.ui.errors.broken"
