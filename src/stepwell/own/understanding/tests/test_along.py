"""What Esi reads of her days: what goes along, what turned, what is too early, what no longer holds."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from stepwell.ground.people.api import today_of
from stepwell.ground.vault.api import CannotOpen, read
from stepwell.own.understanding import finding, sources
from stepwell.own.understanding.models import Found
from stepwell.own.understanding.privacy import erase, export
from stepwell.own.understanding.sources import Told
from stepwell.own.understanding.testing import other, signal, tell, turn
from stepwell.own.understanding.tests.cast import START, Actor, Days, enter

UNSAID = ("cause", "because of", "leads to", "makes you", "proves", "guarantees", "fault", "blame", "!")
TOGETHER = "This shows that they go together, not why."


def words(page: str) -> str:
    """The page as it is read: without marks, and with each run of spaces as one."""
    main = page.split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", "", re.sub(r"</?(?:span|li|p|h2)\b[^>]*>", " ", main)).split())


def test_what_goes_along_is_told_with_number_range_and_days(esi: Actor, days: Days) -> None:
    days.live(260)
    page = esi.see("/along/")
    said = words(page)
    assert "With harder days" in said
    found = re.search(
        r"On days with “a bad night”, your felt safety was about ([\d.]+) lower\. "
        r"Likely between ([\d.]+) and ([\d.]+) lower\. (\d+) days with, (\d+) without\. "
        + re.escape(TOGETHER),
        said,
    )
    assert found
    size, near, far = (float(found[n]) for n in (1, 2, 3))
    assert near < size < far
    assert near < 1.7 < far
    rated = [told for told in days.told if "safety" in told.rated]
    assert int(found[4]) == sum("t:night" in told.noted for told in rated)
    assert int(found[4]) + int(found[5]) == len(rated)
    # The walk goes along with nothing, and is said to, without a number.
    assert re.search(r"Nothing clear \d+ days a walk", said)
    for unsaid in UNSAID:
        assert unsaid not in said.lower()


def test_the_picture_holds_each_day_and_its_table_the_same(esi: Actor, days: Days) -> None:
    days.live(120, night=-3.5)
    page = esi.see("/along/")
    figure = page.split("<figure", 1)[1].split("</figure>")[0]
    rated = [told for told in days.told if "safety" in told.rated]
    with_ = [told for told in rated if "t:night" in told.noted]
    assert figure.count('class="day with"') == len(with_)
    assert figure.count('class="day"') == len(rated) - len(with_)
    table = page.split("<tbody>", 1)[1].split("</tbody>")[0]
    cells = [int(cell) for cell in re.findall(r"<td>(\d+)</td>", table)]
    assert sum(cells[::2]) == len(with_)
    assert sum(cells[1::2]) == len(rated) - len(with_)
    mean = sum(told.rated["safety"] for told in with_) / len(with_)
    assert f'aria-label="Felt safety. {len(with_)} days with, average {mean:.1f}.' in figure


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "nothing to look at yet"), (20, "several months of days"), (45, "too early to tell")],
)
def test_early_days_are_met_kindly_and_nothing_is_drawn(
    esi: Actor, days: Days, count: int, said: str
) -> None:
    days.live(count, night=-1)
    page = esi.see("/along/")
    assert said in words(page)
    assert "<figure" not in page
    more = [int(n) for n in re.findall(r"bout (\d+) more day", words(page))]
    if count == 45:
        rated = sum("safety" in told.rated for told in days.told)
        assert min(more) >= 48 - rated, "of all, and of each"
    else:
        assert not more, "with so few days nothing can be reckoned"
    assert not re.search(r"[\d.]+ (?:lower|higher)", words(page))


def test_a_turn_has_a_span_of_dates_and_no_day(esi: Actor, days: Days) -> None:
    days.live(300, turn=3.0)
    page = esi.see("/along/")
    said = words(page)
    assert re.search(r"Some time between .+ and .+, your felt safety settled about [\d.]+ higher\.", said)
    assert "No single day can be named" in said
    one = next(one for one in finding.found(esi.keyring).signals if one.key == "safety")
    (turn,) = one.turns
    assert turn.first < START + timedelta(days=150) < turn.last
    assert turn.last - turn.first >= timedelta(days=7)
    assert turn.after[1] - turn.before[1] >= 2


def test_each_signal_has_its_page_and_an_unknown_one_is_the_first(esi: Actor, days: Days) -> None:
    days.live(60)
    assert "What seems to go with your trust" in words(esi.see("/along/?signal=trust"))
    assert "What seems to go with your felt safety" in words(esi.see("/along/?signal=nobody"))
    assert "What is looked at" in words(esi.see("/along/how/"))


def test_nothing_is_computed_again_until_something_changes(esi: Actor, days: Days) -> None:
    days.live(100)
    first = words(esi.see("/along/"))
    row = Found.objects.get()
    assert words(esi.see("/along/")) == first
    assert days.asked == 1
    assert Found.objects.get().id == row.id
    days.live(200, from_=100, seed=8)
    assert words(esi.see("/along/")) != first
    assert days.asked == 2
    assert Found.objects.count() == 1
    finding.drop(esi.keyring)
    assert not Found.objects.exists()


def test_this_no_longer_holds_is_said_openly(esi: Actor, days: Days) -> None:
    days.live(110, night=-2.2)
    assert "With harder days" in words(esi.see("/along/"))
    days.live(140, from_=110, seed=9, night=2.2)
    said = words(esi.see("/along/"))
    assert re.search(r"This no longer holds .*a bad night", said)
    assert "With harder days" not in said


def test_nothing_large_shows_is_said_only_of_what_has_days_enough(esi: Actor, days: Days) -> None:
    early = other("t:night", "too_early", n_with=6, more=40)
    tell(
        esi.keyring,
        signal("safety", early, days=60),
        signal("trust", early, other("h:walk", "nothing_clear")),
    )
    said = words(esi.see("/along/"))
    assert "nothing large shows" not in said
    assert "Nothing stands out" not in said
    assert "After about 40 more days with an answer, something large could show." in said
    assert "6 days a bad night about 40 more days" in said
    said = words(esi.see("/along/?signal=trust"))
    assert "Where there are days enough, nothing stands out that could not be chance." in said
    assert "There are days enough, and nothing large shows." in said
    assert said.index("a bad night about 40 more days") < said.index("12 days a walk")


def test_without_anything_noted_no_days_are_promised(esi: Actor, days: Days) -> None:
    days.told = [Told(START + timedelta(days=n), {"safety": 5.0 + n % 3}) for n in range(90)]
    assert "Nothing was noted yet on these days" in words(esi.see("/along/"))


def test_what_comes_on_the_same_days_is_said_not_to_be_told_apart(esi: Actor, days: Days) -> None:
    days.live(260)
    days.told = [
        replace(one, noted=(*one.noted, "h:told")) if "t:night" in one.noted else one for one in days.told
    ]
    said = words(esi.see("/along/"))
    assert "mostly came on the same days here, so they cannot be told apart." in said
    told = said.split("Not told apart")[1]
    assert "“a bad night”" in told
    assert "“told before I asked”" in told
    assert "With harder days" not in said


def test_each_that_is_not_told_apart_stands_once_and_not_under_nothing_clear(esi: Actor, days: Days) -> None:
    pair = (
        other("t:night", "emerging", overlaps=("h:told",)),
        other("h:told", "emerging", overlaps=("t:night",)),
    )
    tell(esi.keyring, signal("safety", *pair, other("h:walk", "nothing_clear", overlaps=("h:told",))))
    said = words(esi.see("/along/"))
    assert said.count("cannot be told apart") == 2
    assert "There are days enough" not in said
    esi.send("/along/away/", {"signal": "safety", "key": "h:told", "why": "later"})
    assert said.count("cannot be told apart") == 2, "what is not told with a number is not put away"


def test_a_weekend_is_told_with_its_days_and_drawn(esi: Actor, days: Days) -> None:
    for n in range(300):
        day = START + timedelta(days=n)
        days.told.append(
            Told(day, {"safety": 4.0 + n * 7 % 3 + 3 * (day.weekday() > 4)}, ("h:walk",) * (n % 2))
        )
    page = esi.see("/along/")
    said = words(page).split("What comes round each week")[1]
    assert re.search(r"On Saturdays and Sundays, your felt safety was about [\d.]+ higher", said)
    assert "85 days at a weekend, 215 others. How far this may be off is not worked out." in said
    assert "<figure" in page.split("What comes round each week")[1]
    assert "At a weekend" in said


def test_a_turn_says_how_far_and_which_way_to_whoever_does_not_see_it(esi: Actor, days: Days) -> None:
    tell(esi.keyring, signal("safety", turns=[turn(-2.2)]))
    (label,) = re.findall(r'aria-label="(Felt safety[^"]*)"', esi.see("/along/"))
    assert "It settled about 2.2 lower: in the middle 5.0 before, 2.8 after." in label


def test_it_is_for_one_person_alone(esi: Actor, days: Days) -> None:
    days.live(60)
    esi.see("/along/")
    chidi = enter("Chidi")
    with pytest.raises(CannotOpen):
        read(chidi.keyring, Found.objects.get())


def test_taken_out_and_gone(esi: Actor, days: Days) -> None:
    days.live(260)
    esi.send("/along/watch/?signal=safety", {"factors": ["t:night"]})
    told = export(esi.keyring)
    today = today_of(esi.member.id).isoformat()
    assert told["watched"] == {"felt safety": [{"what": "a bad night", "named-on": today}]}
    (sentence,) = [one for one in told["told"] if "a bad night" in one]
    assert sentence.endswith(TOGETHER)
    assert "<" not in sentence
    erase(esi.keyring)
    assert not Found.objects.exists()
    assert export(esi.keyring)["watched"] == {}


def test_a_days_rating_is_its_mean_and_a_promise_counts_from_the_first(esi: Actor, days: Days) -> None:
    from stepwell.own.understanding.days import days_of, diary_of

    days.told = [Told(START, {"safety": 2.0}), Told(START, {"safety": 5.0}, ("t:night",))]
    days.told += [Told(START + timedelta(days=n), {"safety": 5.0}) for n in (1, 3)]
    days.told += [
        Told(START + timedelta(days=2), noted=("h:walk",)),
        Told(START + timedelta(days=1), noted=("p:to_me",)),
    ]
    diary = diary_of(days_of(esi.keyring), frozenset())
    assert diary is not None
    me = diary.partners["A"]
    assert me.outcomes[:, 0].tolist()[:2] == [3.5, 5.0]
    assert me.outcomes[2, 0] != me.outcomes[2, 0], "a day without an answer stays open"
    assert diary.factors == ("p:to_me", "t:night"), "what was noted on no answered day is not looked at"
    marks = me.factors.tolist()
    assert marks[0][0] != marks[0][0]
    assert [marks[1][0], marks[3][0]] == [1.0, 0.0]
    assert [marks[0][1], marks[1][1]] == [1.0, 0.0]


def test_a_factor_nobody_names_any_more_is_shown_as_it_stands(days: Days) -> None:
    assert sources.name_of("t:night") == "a bad night"
    assert sources.name_of("h:an_old_word") == "an old word"
