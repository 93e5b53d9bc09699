"""Thoughts to begin with: passed over, refused for the day, for good, or all of them."""

import re
from datetime import date, timedelta
from uuid import uuid4

from stepwell.own.journal.content import HabitsV1
from stepwell.own.journal.prompts import PROMPTS, offered
from stepwell.own.journal.tests.cast import FORM_ID, Actor

TEXT = "Half a sentence"


def thought(page: str) -> str:
    found = re.search(r'<p class="thought">(.*?)</p>', page)
    return found[1] if found else ""


def prompt(page: str) -> str:
    return re.findall(r'name="prompt"[^>]*? value="(\w*)"', page)[0]


def says(actor: Actor, wish: str, now: str) -> str:
    sent = {"happened": TEXT, "helped": ["walk"], "prompt": now, "thought": wish, "form_id": str(uuid4())}
    page = actor.page_after("/journal/new/", sent, 200)
    # Whatever is half-written stays, and so does the id that makes it one page.
    assert TEXT in page
    assert 'value="walk" id="id_helped' in page or re.search(r'value="walk"[^>]* checked', page)
    assert FORM_ID.findall(page) == [sent["form_id"]]
    return page


def test_another_thought_comes_and_the_words_stay(esi: Actor) -> None:
    first = esi.see("/journal/new/")
    second = says(esi, "other", prompt(first))
    assert thought(first)
    assert thought(second) not in ("", thought(first))


def test_none_today_is_for_today(esi: Actor) -> None:
    assert not thought(says(esi, "today", prompt(esi.see("/journal/new/"))))
    assert not thought(esi.see("/journal/new/self/"))
    today = date(2026, 3, 4)
    quiet = HabitsV1(quiet_on=today)
    assert not offered("day", quiet, today)
    assert offered("day", quiet, today + timedelta(days=1))


def test_one_refused_for_good_never_comes_again_until_it_is_asked_for(esi: Actor) -> None:
    page = esi.see("/journal/new/")
    said, key = thought(page), prompt(page)
    says(esi, "never", key)
    refused = HabitsV1(refused=(key,))
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(40)]
    assert key not in {offered("day", refused, day) for day in days}
    assert thought(esi.see("/journal/new/")) != said
    assert said in esi.see("/journal/words/")
    esi.send("/journal/words/", {"allow": key})
    assert thought(esi.see("/journal/new/")) == said


def test_all_refused_is_an_empty_page_without_a_word_about_it(esi: Actor) -> None:
    for key in PROMPTS["gratitude"]:
        esi.page_after("/journal/new/good/", {"prompt": key, "thought": "never"}, 200)
    assert not thought(esi.see("/journal/new/good/"))
    esi.send("/journal/words/", {"quiet": "yes"})
    assert not thought(esi.see("/journal/new/"))
    esi.send("/journal/words/", {"quiet": "no"})
    assert thought(esi.see("/journal/new/"))


def test_the_thought_stays_with_the_words_it_led_to(esi: Actor) -> None:
    page = esi.see("/journal/new/")
    assert thought(page) in esi.see(esi.writes(TEXT, prompt=prompt(page)))
    assert thought(page) not in esi.see(esi.writes(helped=["walk"], prompt=prompt(page)))
    assert "no-such" not in esi.see(esi.writes(TEXT, prompt="no-such"))
