"""A full disk and a busy database: a calm page, the words still there, nothing half-written."""

from errno import ENOSPC

import pytest
from django.apps import apps
from django.db import OperationalError, connection, transaction
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from stepwell.ground.vault.api import Conflict, new_id
from stepwell.site import faults

HeldKey = apps.get_model("vault.HeldKey")

WORDS = "We walked by the river, and it was good."


def _rows(count: int) -> None:
    """One verb that writes many rows: all or none."""
    circle = new_id()
    with transaction.atomic():
        for number in range(count):
            HeldKey.objects.create(person_id=new_id(), circle=circle, number=number, wrap=b"x" * 4000)


def write(_request):
    _rows(400)
    return HttpResponse("kept")


@csrf_exempt
def write_exempt(request):
    return write(request)


def busy(_request):
    raise OperationalError("database is locked")


def changed(_request):
    raise Conflict


def broken(_request):
    raise ZeroDivisionError(WORDS)


urlpatterns = [
    path("write/", write),
    path("exempt/", write_exempt),
    path("busy/", busy),
    path("changed/", changed),
    path("broken/", broken),
]
handler400 = "stepwell.ground.ui.errors.bad_request"
handler500 = "stepwell.site.faults.fault"


@pytest.fixture
def here(client):
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=__name__):
        yield client


@pytest.fixture
def full_disk(transactional_db):
    """SQLite itself refuses to grow, in the words it uses for a disk without room."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own limit of pages stands for the full disk")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 20}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 4294967294")


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_gives_a_calm_page_and_no_half_row(here, full_disk):
    answer = here.post("/write/", {"words": WORDS, "password": "not for the page"})
    assert answer.status_code == 507
    said = answer.content.decode()
    assert "no room left" in said
    assert WORDS in said
    assert "not for the page" not in said
    assert HeldKey.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_with_room_again_the_same_words_are_kept(here):
    assert here.post("/write/", {"words": WORDS}).status_code == 200
    assert HeldKey.objects.count() == 400


@pytest.mark.django_db
def test_a_busy_database_says_when_to_come_back(here):
    answer = here.post("/busy/", {"words": WORDS})
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert WORDS in answer.content.decode()
    assert "locked" not in answer.content.decode()


@pytest.mark.django_db
def test_who_was_second_gets_the_words_back_to_send_again(here):
    answer = here.post("/changed/", {"words": WORDS, "password": "not for the page"})
    assert answer.status_code == 409
    said = answer.content.decode()
    assert "changed in another place" in said
    assert f'name="words" value="{WORDS}"' in said
    assert "not for the page" not in said
    assert here.get("/changed/").status_code == 409


@pytest.mark.django_db(transaction=True)
def test_words_that_came_past_the_forms_token_are_not_offered_again(here, full_disk):
    answer = here.post("/exempt/", {"words": WORDS})
    assert answer.status_code == 507
    assert WORDS not in answer.content.decode()


def test_anything_else_is_the_ordinary_page(here):
    answer = here.get("/broken/")
    assert answer.status_code == 500
    assert WORDS not in answer.content.decode()


@pytest.mark.parametrize("length", ["524289", "99999999999", "-5", "many"])
def test_a_request_beyond_the_limit_is_not_read(here, length):
    answer = here.generic("POST", "/write/", b"", CONTENT_LENGTH=length)
    assert answer.status_code == 413


def test_what_counts_as_a_full_disk():
    assert faults.is_full(OSError(ENOSPC, "No space left on device"))
    assert faults.is_full(OperationalError('could not extend file "base/1": No space left on device'))
    assert not faults.is_full(OperationalError("database is locked"))
    assert not faults.is_full(None)


def test_the_site_answers_this_way():
    from django.urls import get_resolver

    assert get_resolver().resolve_error_handler(500) is faults.fault
