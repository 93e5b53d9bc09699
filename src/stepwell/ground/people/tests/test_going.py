"""Taking everything along, and going for good."""

import json
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from stepwell.ground.people import accounts, signins
from stepwell.ground.people.models import HalfSignIn, KnownBrowser, Person
from stepwell.ground.people.testing import PASSWORD, Member, make_person
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.privacy.api import rooms
from stepwell.ground.vault.api import check_password

pytestmark = pytest.mark.django_db


def _everything() -> dict[str, list[str]]:
    """Every value of every row, as text, by table."""
    return {
        model._meta.label: [
            " ".join(
                bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value) for value in row
            )
            for row in model._base_manager.values_list()
        ]
        for model in apps.get_models()
        if model._meta.managed
    }


def test_everything_comes_in_one_file_that_opens(alma: Member, here: Client) -> None:
    response = here.post("/settings/export/", {"password": PASSWORD})
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-pages.json"'
    assert response.headers["Cache-Control"] == "no-store"
    taken = json.loads(response.content)
    assert set(taken) == {"this-file"} | {room.name for room in rooms()}
    heading = taken["this-file"]
    assert (heading["made-by"], heading["format"], heading["of"]) == ("Stepwell", 1, "Alma")
    assert heading["day"] == timezone.now().astimezone(ZoneInfo("Europe/Berlin")).date().isoformat()
    assert taken["people"]["account"]["name"] == "Alma"
    assert taken["people"]["account"]["time_zone"] == "Europe/Berlin"


def test_the_way_out_offers_the_file_first(here: Client) -> None:
    page = here.get("/settings/delete/").content.decode()
    assert page.index("/settings/export/") < page.index("Delete it all")


def test_a_wrong_password_deletes_nothing(alma: Member, here: Client) -> None:
    page = here.post("/settings/delete/", {"password": "not her words at all"}).content.decode()
    assert "That does not fit." in page
    assert check_password(alma.id, PASSWORD) is not None


def test_of_somebody_who_went_no_table_knows_anything(
    alma: Member, here: Client, open_browser: Browser
) -> None:
    ben = make_person("Ben")
    before = _everything()
    phone = open_browser(alma)
    signins.know(phone.get("/sign-in/"), alma.id)
    signins.begin_half(phone.get("/sign-in/"), alma.master, stay=False)
    accounts.ask_to_recover(alma.id)
    here.post("/leave/", {"draft:note": "AAAA"})
    here = open_browser(alma)
    here.post("/settings/delete/", {"password": "not her words at all"})
    response = here.post("/settings/delete/", {"password": PASSWORD})
    page = response.content.decode()
    assert "It is gone" in page
    assert "draft-key" not in page
    assert not here.cookies[signins.COOKIE].value
    assert not here.cookies[signins.KNOWN].value
    after = _everything()
    known = [f"{table}: {row}" for table, rows in after.items() for row in rows if _names(row, alma)]
    assert not known
    counts = {table: (len(rows), len(before[table])) for table, rows in after.items()}
    assert not {table: pair for table, pair in counts.items() if pair[0] > pair[1]}
    assert not HalfSignIn.objects.exists()
    assert not KnownBrowser.objects.exists()
    assert check_password(ben.id, PASSWORD) is not None
    assert phone.get("/settings/").status_code == 303


def _names(row: str, member: Member) -> bool:
    return str(member.id) in row or member.id.hex in row


def test_her_name_is_free_again(alma: Member, here: Client) -> None:
    here.post("/settings/delete/", {"password": PASSWORD})
    assert make_person("Alma").id != alma.id


def test_asked_twice_it_is_gone_once(alma: Member, here: Client) -> None:
    keyring = alma.keyring
    accounts.delete(keyring)
    accounts.delete(keyring)
    assert not Person.objects.exists()
