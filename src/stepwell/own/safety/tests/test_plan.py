"""The plan: kept whole, printed without a name, and never lost to a second window."""

import re

import pytest

from stepwell.own.safety import plan
from stepwell.own.safety.content import PlanV1
from stepwell.own.safety.tests.cast import PLAN, Actor, body

pytestmark = pytest.mark.django_db
WORDS = {
    "signs": "The tone, before supper.",
    "alone": "Walk to the bridge & back.",
    "people": "Chidi, at any hour.\nThe word is “umbrella”.",
    "professionals": "Dr. Okafor",
    "place": "The key lies under the pot.",
}


def test_what_is_written_is_there_again(esi: Actor) -> None:
    assert esi.send(PLAN, WORDS | {"revision": "0"})["Location"] == "/mine/plan/?kept"
    assert plan.plan_of(esi.keyring) == PlanV1(**WORDS, revision=1)
    page = esi.see(PLAN)
    assert "Walk to the bridge &amp; back." in page
    assert 'data-draft="lines"' in page
    assert "Your plan is kept." in esi.see("/mine/plan/?kept")


def test_the_sheet_for_paper_names_neither_the_program_nor_its_purpose(esi: Actor) -> None:
    esi.send(PLAN, WORDS | {"revision": "0"})
    page = esi.see("/mine/plan/paper/")
    assert "<title>Notes</title>" in page
    on_paper = page.split("<main")[1].split("</main>")[0]
    assert "The key lies under the pot." in on_paper
    for telling in ("Stepwell", "safety", "plan for"):
        assert telling not in on_paper.replace("/mine/plan/", "")
    assert "Nothing is written yet" not in on_paper


def test_an_empty_plan_says_so_on_the_sheet(esi: Actor) -> None:
    assert "Nothing is written yet." in esi.see("/mine/plan/paper/")


def test_too_long_a_text_stays_on_the_page_and_is_not_kept(esi: Actor) -> None:
    page = body(esi.send(PLAN, WORDS | {"place": "x" * 1501, "revision": "0"}, status=422))
    assert "x" * 1501 in page
    assert "Dr. Okafor" in page
    assert plan.plan_of(esi.keyring) == PlanV1()


def test_a_plan_that_does_not_fit_the_sheet_says_so(esi: Actor) -> None:
    full = dict.fromkeys(plan.PARTS, "\x01" * 1500)
    page = body(esi.send(PLAN, full | {"revision": "0"}, status=422))
    assert "more than the sheet holds" in page
    assert plan.plan_of(esi.keyring) == PlanV1()


def test_two_windows_lose_nothing(esi: Actor) -> None:
    esi.send(PLAN, {"signs": "From the first window.", "revision": "0"})
    page = body(esi.send(PLAN, {"signs": "From the second window.", "revision": "0"}, status=409))
    assert "From the first window." in page
    assert "From the second window." in page
    (revision,) = re.findall(r'<input[^>]*name="revision"[^>]*>', page)
    assert 'value="1"' in revision
    assert plan.plan_of(esi.keyring).signs == "From the first window."
    esi.send(PLAN, {"signs": "Both.", "revision": "1"})
    assert plan.plan_of(esi.keyring).signs == "Both."


def test_the_same_form_twice_is_kept_once(esi: Actor) -> None:
    for _ in range(2):
        esi.send(PLAN, WORDS | {"revision": "0"})
    assert plan.plan_of(esi.keyring).revision == 1


def test_a_lost_revision_overwrites_nothing(esi: Actor) -> None:
    esi.send(PLAN, WORDS | {"revision": "0"})
    esi.send(PLAN, {"signs": "Other.", "revision": "zz"}, status=409)
    assert plan.plan_of(esi.keyring).signs == WORDS["signs"]


def test_half_written_words_come_back_and_are_dropped_when_kept(
    esi: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stepwell.own.safety.views import plan as view

    drafts = {"lines": {"signs": ["Half a sen"], "revision": ["0"]}}
    monkeypatch.setattr(view, "kept_draft", lambda _keyring, name: drafts.get(name))
    monkeypatch.setattr(view, "drop_draft", lambda _keyring, name: drafts.pop(name))
    assert "Half a sen" in esi.see(PLAN)
    assert "Half a sen" not in esi.see("/mine/plan/?empty")
    esi.send(PLAN, WORDS | {"revision": "0"})
    assert drafts == {}


def test_the_device_check_keeps_nothing_and_can_be_left_anywhere(esi: Actor) -> None:
    page = esi.see("/mine/phone/")
    for words in (
        "Who is signed in here",
        "Shared accounts",
        "What the browser remembers",
        "Where the phone is",
    ):
        assert words in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
