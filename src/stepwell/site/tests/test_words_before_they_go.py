"""Where somebody writes what the other will read, they may look at the words first, and nothing is lost."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from stepwell.ground.people.api import today_of
from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.site.tests.forms_read import LookedAt
from stepwell.together.affection import testing as affection
from stepwell.together.agreements import testing as agreements
from stepwell.together.dialogue import testing as dialogue
from stepwell.together.letters import testing as letters
from stepwell.together.promises import testing as promises
from stepwell.together.questions import testing as questions

pytestmark = pytest.mark.django_db
BLOW = "You always lie to me. 😀 שלום\nI wait."
OF_THE_PAGE = {"csrfmiddlewaretoken", "form_id"}
CALMER = "I wait at the window."


def kept() -> bool:
    """Whether any half-written form is."""
    return apps.get_model("people", "KeptDraft")._default_manager.exists()


@dataclass
class Two:
    alma: Member
    ben: Member
    today: date


@pytest.fixture
def two() -> Two:
    alma, ben = make_person("Alma"), make_person("Ben")
    make_couple(alma, ben)
    return Two(alma, ben, today_of(alma.id))


def _asked(two: Two) -> str:
    kept = questions.keep_question(two.ben.keyring, "Where were you?", today=two.today)
    return f"/questions/asked/{questions.put_question(two.ben.keyring, kept, today=two.today)}/"


def _changed(two: Two) -> str:
    kept = questions.keep_question(two.alma.keyring, "Where were you?", today=two.today)
    return f"/questions/{kept}/change/"


def _promised(two: Two) -> str:
    return f"/promises/{promises.promise(two.alma.keyring, 'I ring at six.', today=two.today)}/"


def _given(two: Two) -> str:
    letter = letters.keep_letter(two.ben.keyring, today=two.today, words="It is dark at four.")
    return f"/letters/given/{letters.give_letter(two.ben.keyring, letter, today=two.today)}/"


def _offered(two: Two) -> str:
    terms = agreements.terms("Both phones lie on the shelf.")
    return f"/agreements/{agreements.offer(two.ben.keyring, terms, now=timezone.now())}/change/"


def _talk(two: Two) -> str:
    talk = dialogue.begin(two.alma.keyring, two.ben.keyring, "The phone", today=two.today)
    return f"/dialogue/{talk}/"


def _note(two: Two) -> str:
    for one in (two.alma, two.ben):
        affection.welcome_notes(one.fresh().keyring)
    return "/affection/note/"


PLACES: dict[str, tuple[str, Callable[[Two], str]]] = {
    "question": ("text", lambda _two: "/questions/new/"),
    "question-changed": ("text", _changed),
    "topic": ("text", lambda _two: "/openness/own/"),
    "answer": ("text", _asked),
    "check-in": ("noticed", lambda _two: "/check-ins/new/"),
    "promise": ("what", lambda _two: "/promises/new/"),
    "promise-word": ("reason", lambda two: f"{_promised(two)}{two.today.isoformat()}/"),
    "promise-end": ("reason", lambda two: f"{_promised(two)}end/"),
    "agreement": ("clause-1", lambda _two: "/agreements/new/technology/"),
    "agreement-changed": ("clause-0", _offered),
    "letter-answered": ("words", _given),
    "plan": ("worse", lambda _two: "/repair/mine/"),
    "talk": ("text", _talk),
    "note": ("words", _note),
    "talk-asked": ("topic", lambda _two: "/dialogue/ask/"),
}


@pytest.mark.parametrize("place", PLACES)
def test_without_a_script_all_of_it_waits_and_the_words_come_back_as_they_were_left(
    two: Two, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    name, where = PLACES[place]
    path, browser = where(two), Client()
    sign_in(browser, two.alma)
    form = LookedAt(browser.get(path).content.decode())
    assert form.look, "there is the button"
    assert name in form.sent
    url, value = form.look
    with caplog.at_level(logging.DEBUG):
        page = browser.post(url, form.sent | {name: BLOW, "look": value})
        looked = page.content.decode()
        assert page.status_code == 200
        assert "<mark>" in looked
        assert f'href="{path}"' in looked, "one may go back and leave them as they were"
        again = browser.post(url, {"from": value, "do": "back"} | {f"of-{name}": CALMER})
    assert again.status_code == 303
    assert again["Location"] == path
    came = LookedAt(browser.get(path).content.decode())
    assert came.sent[name][0] == CALMER
    others = {one: said for one, said in form.sent.items() if one not in {name, *OF_THE_PAGE}}
    assert {one: came.sent.get(one) for one in others} == others, "what else stood there stands there"
    assert "always lie" not in caplog.text
    assert "window" not in caplog.text


def test_left_as_they_were_they_are_as_they_were(two: Two) -> None:
    browser = Client()
    sign_in(browser, two.alma)
    form = LookedAt(browser.get("/questions/new/").content.decode())
    assert form.look
    browser.post(form.look[0], form.sent | {"text": BLOW, "look": form.look[1]})
    came = LookedAt(browser.get("/questions/new/").content.decode())
    assert came.sent["text"][0].replace("\r", "") == BLOW
    assert came.sent["form_id"] != form.sent["form_id"]
    browser.post("/questions/new/", came.sent)
    assert not kept(), "and what was kept is not kept twice"


def test_with_the_script_the_page_stays_and_nothing_is_kept(two: Two) -> None:
    browser = Client()
    sign_in(browser, two.alma)
    form = LookedAt(browser.get("/questions/new/").content.decode())
    assert form.look
    page = browser.post("/words/", {"look": form.look[1], "stays": "1", "text": BLOW}).content.decode()
    assert "<mark>" in page
    assert 'name="of-text"' in page
    assert not kept()


def test_i_feel_when_because_leads_back_too(two: Two) -> None:
    browser = Client()
    sign_in(browser, two.alma)
    form = LookedAt(browser.get("/questions/new/").content.decode())
    assert form.look
    answer = browser.post("/words/i-feel/", form.sent | {"text": BLOW, "look": form.look[1]})
    assert answer["Location"] == "/words/i-feel/?then=%2Fquestions%2Fnew%2F"
    assert 'href="/questions/new/"' in browser.get(answer["Location"]).content.decode()
    assert LookedAt(browser.get("/questions/new/").content.decode()).sent["text"][0].replace("\r", "") == BLOW


@pytest.mark.parametrize(
    "value",
    ["", "|", "question|https://a.example/|text=", "question|//a.example|text=", "question|/x/|", "a b"],
)
def test_a_way_back_that_is_none_of_ours_is_no_way_back(two: Two, value: str) -> None:
    browser = Client()
    sign_in(browser, two.alma)
    page = browser.post("/words/", {"look": value, "from": value, "do": "back", "text": BLOW})
    assert page.status_code == 200
    assert "a.example" not in page.content.decode()
    assert not kept()


def test_what_only_its_writer_reads_has_no_such_button() -> None:
    esi, browser = make_person("Esi"), Client()
    sign_in(browser, esi)
    for path in ("/check-ins/new/", "/promises/new/", "/agreements/new/technology/"):
        assert LookedAt(browser.get(path).content.decode()).look is None, path
