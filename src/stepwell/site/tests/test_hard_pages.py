"""Before and after what may be hard somebody may say how it is, or pass by. Elsewhere nobody is asked."""

import re
from html import unescape

import pytest
from django.test import Client

from stepwell.ground.people.testing import make_person, sign_in
from stepwell.own.learning.api import readings

pytestmark = pytest.mark.django_db
BEFORE, AFTER = "This page may stir something up.", "How is it, after this?"
WAY = re.compile(r'href="/pause/now/numb/(?:\?then=([^"]*))?"')
ROUND = re.compile(r'name="round"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="round"')


@pytest.fixture
def esi() -> Client:
    browser, member = Client(), make_person("Esi")
    sign_in(browser, member)
    return browser


def see(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


def test_before_the_questions_and_with_their_outcome(esi: Client) -> None:
    page = see(esi, "/mine/questions/")
    assert page.index(BEFORE) < page.index("Yes, nobody can see this")
    assert WAY.findall(page) == ["/mine/questions/"]
    form = see(esi, "/mine/questions/all/")
    assert "/pause/now/" not in form, "half a form would be lost by it"
    said = dict.fromkeys(re.findall(r'id="id_(\w+)_0"', form), "no")
    said["round"] = next(filter(None, ROUND.search(form).groups()))  # type: ignore[union-attr] # it is there
    page = unescape(esi.post("/mine/questions/all/", said).content.decode())
    assert "Your answers are kept" in page
    assert AFTER in page
    assert WAY.findall(page) == [""], "the outcome is shown once, so no way leads back to it"


def test_around_the_plan(esi: Client) -> None:
    page = see(esi, "/mine/plan/")
    assert page.index(BEFORE) < page.index("In yourself")
    assert AFTER not in page
    page = see(esi, "/mine/plan/?kept")
    assert BEFORE not in page
    assert page.index("Keep this plan") < page.index(AFTER)


def test_around_an_article_with_a_note_and_no_other() -> None:
    nobody, found = Client(), set()
    for reading in readings():
        page = see(nobody, reading.url)
        hard = 'role="note"' in page
        assert (BEFORE in page, AFTER in page) == (hard, hard), reading.slug
        assert WAY.findall(page) == [reading.url] * 2 * hard
        found.add(hard)
    assert found == {True, False}


@pytest.mark.parametrize(
    ("landing", "hard"),
    [("solid-ground", False), ("open-doors", False), ("being-heard", True), ("drawing-near", True),
     ("new-water", True)],
)  # fmt: skip
def test_around_the_landings_from_the_third_on(esi: Client, landing: str, hard: bool) -> None:
    page = see(esi, f"/landings/{landing}/")
    assert (BEFORE in page, AFTER in page) == (hard, hard)


def test_whoever_is_flooded_finds_the_room_in_one_tap_from_the_first_page_and_from_help(esi: Client) -> None:
    assert 'href="/pause/"' in see(Client(), "/")
    for who in (esi, Client()):
        page = see(who, "/help/")
        assert page.index('class="call now"') < page.index('href="/pause/"')
    assert 'href="/pause/"' in see(esi, "/today/")
