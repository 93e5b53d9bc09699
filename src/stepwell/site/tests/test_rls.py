"""The second wall: on PostgreSQL a connection sees the circles that were opened on it, and nothing else."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory

from stepwell.ground.people.testing import make_person, sign_in
from stepwell.site import rls
from stepwell.together.checkins.testing import keep_one

CheckIn = apps.get_model("checkins.CheckIn")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security"),
]


@pytest.fixture
def two_people():
    """Alma and Esi, each with one check-in of their own; nothing is open."""
    alma, esi = make_person("Alma"), make_person("Esi")
    for member in (alma, esi):
        keep_one(member.keyring)
    before = rls._get(connection)
    rls._set(connection, "", "")
    yield alma, esi
    rls._set(connection, *before)


def _circles() -> set:
    return set(CheckIn._base_manager.values_list("circle_id", flat=True))


def test_every_table_of_sealed_content_stands_behind_it():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid"
            " WHERE relrowsecurity AND relforcerowsecurity"
        )
        walled = {name for (name,) in cursor.fetchall()}
    assert walled == {model._meta.db_table for model in rls.tables()}
    assert CheckIn._meta.db_table in walled


def test_nothing_is_seen_before_a_keyring_is_opened(two_people):
    assert _circles() == set()


def test_a_keyring_opens_its_own_circles_alone(two_people):
    alma, esi = two_people
    alma.fresh()
    own = alma.keyring.own
    assert _circles() == {own}
    assert CheckIn._base_manager.all().delete()[0] == 1
    with rls.everything():
        assert _circles() == {esi.keyring.own}


def test_no_row_is_written_into_a_circle_that_is_not_open(two_people):
    alma, esi = two_people
    with rls.everything():
        row = CheckIn._base_manager.get(circle_id=alma.keyring.own)
    rls.activate(connection, [esi.keyring.own])
    row.pk = None
    with pytest.raises(DatabaseError), transaction.atomic():
        super(CheckIn, row).save_base(force_insert=True)


def test_a_request_begins_and_ends_with_nothing_open(two_people):
    alma, _esi = two_people
    seen = []

    def page(_request):
        seen.append(_circles())
        rls.activate(connection, [alma.keyring.own])
        seen.append(_circles())
        return HttpResponse()

    rls.Wall(page)(RequestFactory().get("/"))
    assert seen == [set(), {alma.keyring.own}]
    assert _circles() == set()


def test_the_program_is_nobodys_superuser():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)


def test_what_is_sent_bit_by_bit_is_read_while_its_reader_s_circles_are_open(two_people):
    alma, _esi = two_people
    browser = Client()
    sign_in(browser, alma)
    days = b"".join(browser.get("/weeks/days.csv")).decode()
    assert len(days.splitlines()) == 2
    assert _circles() == set()
