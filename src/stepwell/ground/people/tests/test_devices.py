"""Where Alma is signed in, and ending what she does not know."""

import pytest
from django.test import Client

from stepwell.ground.people import signins
from stepwell.ground.people.models import KnownBrowser, Person, SignIn
from stepwell.ground.people.testing import PASSWORD, Member, make_person
from stepwell.ground.people.tests.conftest import Browser
from stepwell.ground.vault.api import check_password, new_id

pytestmark = pytest.mark.django_db
NEW = "another lantern on the pier"
PHONE = {"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)"}


def _row(client: Client) -> SignIn:
    visit = signins.find(client.cookies[signins.COOKIE].value)
    assert visit is not None
    return visit.row


def _is_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def test_a_browser_is_called_by_what_it_is(alma: Member, open_browser: Browser) -> None:
    phone = open_browser(**PHONE)
    phone.post("/sign-in/", {"name": "Alma", "password": PASSWORD})
    assert "<b>iPhone</b>" in phone.get("/settings/devices/").content.decode()


def test_she_gives_it_a_name_of_her_own_and_the_row_does_not_say_it(here: Client) -> None:
    row = _row(here)
    given = {"device": row.pk, "label": "The kitchen <b>tablet</b>"}
    assert here.post("/settings/devices/", given).status_code == 303
    assert "The kitchen &lt;b&gt;tablet&lt;/b&gt;" in here.get("/settings/devices/").content.decode()
    assert b"kitchen" not in bytes(SignIn.objects.get().label)


@pytest.mark.parametrize(
    ("label", "said"), [("", "This is needed"), ("k" * 61, "At most 60"), ("a\0b", "Null characters")]
)
def test_a_name_that_does_not_fit_comes_back(here: Client, label: str, said: str) -> None:
    response = here.post("/settings/devices/", {"device": _row(here).pk, "label": label})
    page = response.content.decode()
    assert response.status_code == 200
    assert said in page
    assert '<details class="fold" open>' in page
    assert signins.label_of(_row(here)) == "a browser"


@pytest.mark.parametrize("device", ["", "x", "\0", "7", "0" * 400])
@pytest.mark.parametrize("page", ["/settings/devices/", "/settings/devices/end/"])
def test_what_names_no_device_is_not_there(here: Client, page: str, device: str) -> None:
    assert here.post(page, {"device": device, "label": "x"}).status_code == 404


@pytest.mark.parametrize("page", ["/settings/devices/", "/settings/devices/end/"])
def test_bens_device_is_not_hers_to_see(here: Client, open_browser: Browser, page: str) -> None:
    ben = open_browser(make_person("Ben"))
    his = here.post(page, {"device": _row(ben).pk, "label": "Mine now"})
    none = here.post(page, {"device": new_id(), "label": "Mine now"})
    assert (his.status_code, his.content) == (404, none.content)
    assert _is_in(ben)
    assert signins.label_of(_row(ben)) == "a browser"


def test_one_is_ended_at_once_and_this_one_stays(alma: Member, here: Client, open_browser: Browser) -> None:
    phone, tablet = open_browser(alma), open_browser(alma)
    here.post("/settings/devices/end/", {"device": _row(phone).pk})
    assert [_is_in(each) for each in (here, phone, tablet)] == [True, False, True]
    here.post("/settings/devices/end/", {"others": "all"})
    assert [_is_in(each) for each in (here, tablet)] == [True, False]


def test_a_new_password_signs_out_all_others(alma: Member, here: Client, open_browser: Browser) -> None:
    phone = open_browser(alma)
    given = {"old": PASSWORD, "password": NEW, "again": NEW}
    assert here.post("/settings/password/", given).status_code == 303
    assert (_is_in(here), _is_in(phone)) == (True, False)
    assert check_password(alma.id, PASSWORD) is None
    assert check_password(alma.id, NEW) is not None


def test_the_printed_code_stands_in_for_the_old_password(alma: Member, here: Client) -> None:
    given = {"old": alma.code.lower().replace("-", " "), "password": NEW, "again": NEW}
    assert here.post("/settings/password/", given).status_code == 303
    assert check_password(alma.id, NEW) is not None


@pytest.mark.parametrize("page", ["password", "known-password"])
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"old": "not her words at all"}, "That does not fit."),
        ({"password": "short", "again": "short"}, "Use at least 15 characters."),
        ({"again": "something else entirely"}, "The two are not the same."),
        ({"password": "p" * 257, "again": "p" * 257}, "At most 256"),
    ],
)
def test_a_new_password_that_does_not_fit_changes_nothing(
    alma: Member, here: Client, page: str, changed: dict[str, str], said: str
) -> None:
    given = {"old": PASSWORD, "password": NEW, "again": NEW} | changed
    shown = here.post(f"/settings/{page}/", given).content.decode()
    assert said in shown
    assert NEW not in shown
    assert check_password(alma.id, PASSWORD) is not None


def test_somebody_knows_my_password(alma: Member, here: Client, open_browser: Browser) -> None:
    his = open_browser(alma)
    signins.know(his.get("/sign-in/"), alma.id)
    given = {"old": PASSWORD, "password": NEW, "again": NEW}
    shown = here.post("/settings/known-password/", given, follow=True).content.decode()
    assert 'class="codes"' in shown
    assert alma.code not in shown
    assert (_is_in(here), _is_in(his)) == (True, False)
    assert check_password(alma.id, PASSWORD) is None
    assert KnownBrowser.objects.filter(person_id=alma.id).count() == 1, "only the browser she holds"


def test_she_chooses_a_name_a_zone_and_a_theme(alma: Member, here: Client) -> None:
    page = here.get("/settings/place/").content.decode()
    assert 'value="Alma"' in page
    assert '<option value="Europe/Berlin" selected>' in page
    assert "Language" not in page, "there is only one"
    given = {"name": "Alma of the hill", "zone": "Asia/Kolkata", "theme": "dark"}
    assert here.post("/settings/place/", given).status_code == 303
    settings = here.get("/settings/").content.decode()
    assert "Alma of the hill, Asia/Kolkata" in settings
    assert 'data-theme="dark"' in settings
    here.post("/settings/place/", given | {"theme": ""})
    assert "data-theme" not in here.get("/settings/").content.decode()


def test_languages_are_offered_where_there_is_a_choice(settings: object, alma: Member, here: Client) -> None:
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    assert '<option value="de">Deutsch</option>' in here.get("/settings/place/").content.decode()
    given = {"name": "Alma", "zone": "Europe/Berlin", "language": "de"}
    assert here.post("/settings/place/", given).status_code == 303
    assert Person.objects.get().language == "de"
    assert 'lang="de"' in here.get("/settings/").content.decode()
    wrong = here.post("/settings/place/", given | {"language": "xx", "theme": "pink", "zone": "Moon/Tycho"})
    assert wrong.content.decode().count("Please choose one of the answers on the page.") == 6


def test_a_zone_of_an_older_name_stays_hers(alma: Member, here: Client) -> None:
    Person.objects.update(zone="US/Pacific")
    assert '<option value="US/Pacific" selected>' in here.get("/settings/place/").content.decode()
    assert here.post("/settings/place/", {"name": "Alma", "zone": "US/Pacific"}).status_code == 303
