"""The plainest page that Django makes: its own middleware, one view, one query, one small template."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test import override_settings
from django.urls import path

from stepwell.ground.people.models import Person

PAGE = Engine().from_string(
    "<!doctype html><html><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>"
    "<ul>{% for row in rows %}<li>{{ row.made_on }}</li>{% endfor %}</ul></body></html>"
)
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def page(_request: HttpRequest) -> HttpResponse:
    rows = Person.objects.order_by("id")[:5]
    return HttpResponse(PAGE.render(Context({"title": "Plain", "rows": rows})))


urlpatterns = [path("plain/", page)]


@contextmanager
def plain_django() -> Iterator[WSGIHandler]:
    """Inside, this handler answers on /plain/ from the same database."""
    with override_settings(ROOT_URLCONF="bench.plain", MIDDLEWARE=MIDDLEWARE):
        yield WSGIHandler()
