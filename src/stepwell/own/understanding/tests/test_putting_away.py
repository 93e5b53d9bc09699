"""What Esi does not want before her goes out of sight, stays out of sight, and comes back when she says."""

import re
from datetime import date, timedelta

from stepwell.own.understanding import finding
from stepwell.own.understanding.models import Away
from stepwell.own.understanding.privacy import erase, export
from stepwell.own.understanding.putting_away import away, is_of, turn_key
from stepwell.own.understanding.testing import link, signal, tell, turn
from stepwell.own.understanding.tests.cast import Actor, Days
from stepwell.own.understanding.tests.test_along import words

NIGHT = {"signal": "safety", "key": "t:night"}


def told(esi: Actor, **more: object) -> None:
    tell(esi.keyring, signal("safety", link("t:night", -1.6), link("h:walk", 1.2), **more))  # type: ignore[arg-type]


def shown(esi: Actor) -> str:
    return words(esi.see("/along/")).split("Put away")[0]


def test_put_away_it_is_named_below_and_can_be_brought_back(esi: Actor, days: Days) -> None:
    told(esi)
    assert "1.6 lower" in shown(esi)
    for _ in range(2):
        esi.send("/along/away/", {**NIGHT, "why": "no_help"})
    assert "1.6 lower" not in shown(esi)
    assert "1.2 higher" in shown(esi)
    page = words(esi.see("/along/"))
    assert "Not helpful to me a bad night Bring it back" in page
    assert "1.6" not in page
    for _ in range(2):
        esi.send("/along/back/", NIGHT)
    assert "1.6 lower" in shown(esi)
    assert "Put away" not in words(esi.see("/along/"))


def test_there_is_no_count_of_them(esi: Actor, days: Days) -> None:
    told(esi)
    for key in ("t:night", "h:walk"):
        esi.send("/along/away/", {"signal": "safety", "key": key, "why": "later"})
    page = words(esi.see("/along/")).split("Put away")[1].split("What you look at")[0]
    assert not re.search(r"\d", page)
    # With everything put away nothing is said to be missing.
    assert "Nothing stands out" not in words(esi.see("/along/"))


def test_it_stays_away_when_new_days_come_in(esi: Actor, days: Days) -> None:
    days.live(260)
    assert "a bad night" in shown(esi).split("With harder days")[1]
    esi.send("/along/away/", {**NIGHT, "why": "later"})
    before = away(esi.keyring)
    days.live(40, from_=260, seed=3)
    assert "With harder days" not in shown(esi)
    assert days.asked == 2
    assert away(esi.keyring) == before


def test_a_turn_stays_away_though_its_dates_shift(esi: Actor, days: Days) -> None:
    first, last = date(2026, 4, 6), date(2026, 5, 10)
    told(esi, turns=[turn(2.1, first=first, last=last)])
    assert "settled about 2.1 higher" in shown(esi)
    esi.send("/along/away/", {"signal": "safety", "key": turn_key(turn(2.1)), "why": "later"})
    assert "settled about" not in shown(esi)
    told(esi, turns=[turn(1.9, first=first + timedelta(days=9), last=last + timedelta(days=9))])
    assert "settled about" not in shown(esi)
    told(esi, turns=[turn(-1.9, first=first, last=last)])
    assert "settled about 1.9 lower" in shown(esi)
    assert not is_of(turn_key(turn(1.0)), turn_key(turn(1.0, first=date(2026, 6, 1), last=date(2026, 7, 1))))


def test_weekends_too_and_what_is_not_told_is_not_put_away(esi: Actor, days: Days) -> None:
    told(esi, weekend=0.7)
    assert "Saturdays and Sundays" in shown(esi)
    esi.send("/along/away/", {"signal": "safety", "key": "weekend", "why": "later"})
    assert "On Saturdays and Sundays" not in words(esi.see("/along/"))
    for sent in ({"signal": "trust", "key": "t:night"}, {"signal": "safety", "key": "t:nobody"}, {}):
        esi.send("/along/away/", sent)
        esi.send("/along/back/", sent)
    assert [one.key for one in away(esi.keyring).away] == ["weekend"]


def test_taken_out_in_words_and_gone(esi: Actor, days: Days) -> None:
    told(esi)
    esi.send("/along/away/", {**NIGHT, "why": "no_help"})
    taken = export(esi.keyring)
    assert taken["put_away"] == [{"beside": "felt safety", "what": "a bad night", "why": "Not helpful to me"}]
    finding.drop(esi.keyring)
    assert Away.objects.count() == 1
    erase(esi.keyring)
    assert not Away.objects.exists()
