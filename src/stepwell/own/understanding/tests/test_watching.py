"""Naming up to five things to look at first, each from the day on which it was named."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction

from stepwell.ground.people.api import today_of
from stepwell.ground.vault.api import read
from stepwell.own.understanding import computing, finding, watching
from stepwell.own.understanding.content import WATCH, WatchV2
from stepwell.own.understanding.finding import watched_by
from stepwell.own.understanding.models import Found, Watch
from stepwell.own.understanding.sources import Told
from stepwell.own.understanding.tests.cast import START, Actor, Days

FIRST, LATER = date(2026, 3, 1), date(2026, 4, 2)


def test_what_is_named_is_kept_and_looked_at_first(esi: Actor, days: Days) -> None:
    days.live(60)
    assert "You may name up to five things you suspect." in esi.see("/along/")
    for _ in range(2):
        esi.send("/along/watch/?signal=safety", {"factors": ["t:night", "h:walk"]})
    assert Watch.objects.count() == 1
    today = today_of(esi.member.id)
    assert watched_by(esi.keyring).watched == {"safety": {"t:night": today, "h:walk": today}}
    assert "a bad night, a walk" in esi.see("/along/")
    assert "a bad night, a walk" not in esi.see("/along/?signal=trust")
    esi.send("/along/watch/?signal=safety", {})
    assert watched_by(esi.keyring).watched == {}


def test_what_stays_named_keeps_its_day_and_what_is_new_has_todays(esi: Actor, days: Days) -> None:
    keyring = esi.keyring
    watching.watch(keyring, "safety", ["t:night", "h:walk"], today=FIRST)
    watching.watch(keyring, "safety", ["h:walk", "h:told"], today=LATER)
    assert watched_by(keyring).watched == {"safety": {"h:walk": FIRST, "h:told": LATER}}
    watching.watch(keyring, "safety", ["t:night", "h:walk"], today=LATER)
    assert watched_by(keyring).watched["safety"]["t:night"] == LATER, "named anew"


def test_the_days_are_handed_to_whoever_reads_them(
    esi: Actor, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[Any] = []

    def analysed(diary: Any, watched: Any) -> Any:
        handed.append(watched)
        return analyse(diary, watched)

    analyse = computing.analyse
    monkeypatch.setattr(computing, "analyse", analysed)
    days.live(60)
    watching.watch(esi.keyring, "safety", ["t:night"], today=FIRST)
    esi.see("/along/")
    assert handed == [{"o:safety": {"t:night": FIRST}}]


def test_what_was_named_before_days_were_kept_counts_from_the_first_look_after(
    esi: Actor, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = WATCH.decode(b'{"v":1,"watched":{"safety":["t:night"]}}')
    assert before == WatchV2(watched={"safety": {"t:night": None}})
    keyring = esi.keyring
    watching.watch(keyring, "trust", ["h:walk"], today=FIRST)
    _seal_as_it_was(keyring, WatchV2(watched={**watched_by(keyring).watched, **before.watched}))
    days.live(60)
    esi.see("/along/")
    today = finding.timezone.now().date()
    assert watched_by(keyring).watched == {"trust": {"h:walk": FIRST}, "safety": {"t:night": today}}
    row = Found.objects.get().id
    esi.see("/along/")
    assert Found.objects.get().id == row, "and it is written once"


def _seal_as_it_was(keyring: Any, content: WatchV2) -> None:
    with transaction.atomic():
        row = Watch.objects.get()
        assert read(keyring, row)
        finding.write(keyring, row, content)
        row.save()


def test_naming_what_stands_under_perhaps_makes_it_no_surer(esi: Actor, days: Days) -> None:
    """A link that is weak among many is told sooner when it was named before its days, and not after."""
    days.live(75, night=-1.2, seed=1)
    for n in range(75):
        chips = tuple(f"h:word {k}" for k in range(20) if (n * (k + 3)) % 7 < 2)
        days.told.append(Told(START + timedelta(days=n), noted=chips))
    esi.see("/along/")
    before = Found.objects.get().id
    assert _evidence(esi) == "emerging"
    esi.send("/along/watch/?signal=safety", {"factors": ["t:night"]})
    assert _evidence(esi) == "emerging"
    assert Found.objects.get().id != before, "another choice makes void what was found"
    esi.send("/along/watch/?signal=safety", {})
    watching.watch(esi.keyring, "safety", ["t:night"], today=START)
    assert _evidence(esi) == "supported"


def _evidence(esi: Actor) -> str:
    one = next(one for one in finding.found(esi.keyring).signals if one.key == "safety")
    return next(link.state for link in one.links if link.factor == "t:night")


def test_a_sixth_is_one_too_many_and_the_choice_stays(esi: Actor, days: Days) -> None:
    days.live(30)
    days.told.append(Told(START, noted=tuple(f"h:word {n}" for n in range(6))))
    esi.send("/along/watch/?signal=safety", {"factors": ["t:night"]})
    page = esi.page_after("/along/watch/?signal=safety", {"factors": [f"h:word {n}" for n in range(6)]}, 422)
    assert "You chose 6." in page
    assert page.count(" checked") == 6
    assert "choose one of the answers" in esi.page_after(
        "/along/watch/", {"factors": ["t:nobody noted it"]}, 422
    )
    assert [*watched_by(esi.keyring).watched["safety"]] == ["t:night"]


def test_before_anything_is_noted_the_page_says_where_to(esi: Actor, days: Days) -> None:
    assert "Nothing is noted yet." in esi.see("/along/watch/")
    assert watching.may_be_watched(esi.keyring, "safety") == []


def test_everything_noted_can_be_named_from_the_first_day_on(esi: Actor, days: Days) -> None:
    """Also before anything was rated, and where there are days too few to test it."""
    days.told = [Told(START, noted=("h:walk",))]
    assert "a walk" in esi.see("/along/watch/")
    days.told.append(Told(START + timedelta(days=1), {"safety": 5.0}, ("t:night",)))
    days.stamp += 1
    page = esi.see("/along/watch/")
    assert "a walk" in page
    assert "a bad night" in page
    assert "Nothing is noted yet." not in page
    esi.send("/along/watch/?signal=safety", {"factors": ["h:walk"]})
    assert [*watched_by(esi.keyring).watched["safety"]] == ["h:walk"]
