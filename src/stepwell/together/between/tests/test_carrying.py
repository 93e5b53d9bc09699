"""What carries over between two: told to both at once or to neither, and never who chose what."""

import re
from dataclasses import replace

import numpy as np
import pytest

from stepwell.ground.spaces.testing import leave
from stepwell.ground.vault.api import ChangedIdentity, Content, Keyring, SealedRow, write
from stepwell.own.safety.testing import clear
from stepwell.together.between import choosing, computing
from stepwell.together.between.models import Both, Choice, Found
from stepwell.together.between.privacy import erase, export
from stepwell.together.between.tests.cast import SIGNALS, Actor, Days

TOGETHER = "This shows that they go together, not why."
ALIKE = "These look alike here, on purpose."


def test_it_is_told_to_both_at_once_with_number_range_and_days(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(240)
    alma.chooses("safety")
    assert TOGETHER not in alma.words
    ben.chooses("safety", "trust")
    for one in (alma, ben):
        found = re.search(
            r"After a day on which Ben’s felt safety was a point higher, Alma’s was about ([\d.]+) higher "
            r"the next day\. Likely between ([\d.]+) and ([\d.]+) higher\. From (\d+) days with the day "
            r"before\. " + re.escape(TOGETHER),
            one.words,
        )
        assert found
        size, near, far = (float(found[n]) for n in (1, 2, 3))
        assert near < size < far
        assert near < 0.5 < far
        assert 120 < int(found[4]) < 240
        assert one.words.count(TOGETHER) == 1, "nothing the other way round, nor of what is Ben's alone"
    main = [one.page.split("<main", 1)[1].split("</main>")[0] for one in (alma, ben)]
    assert main[0] == main[1]


def test_the_picture_holds_each_day_and_its_table_the_same(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(200, carry=0.7)
    for one in (alma, ben):
        one.chooses("safety")
    page = ben.page
    pairs = int(re.findall(r"From (\d+) days", page)[0])
    figure = page.split("<figure", 1)[1].split("</figure>")[0]
    table = page.split("<tbody>", 1)[1].split("</tbody>")[0]
    cells = [int(cell) for cell in re.findall(r"<td>(\d+)</td>", table)]
    assert sum(cells) == pairs
    means = [float(said.replace("−", "-")) for said in re.findall(r"average ([+−\d.]+\d)", figure)]
    assert means[0] > 0.2
    assert means[1] < -0.2
    assert "−5 or further" in table
    assert "+5 or further" in table


def test_the_days_that_are_drawn_are_not_pulled_in(alma: Actor, ben: Actor, days: Days) -> None:
    """Wild days count for less in the number, and stand in the picture where they were."""
    days.live(240, carry=0.8)
    wild = [one for one in days.told if one.person == days.one][::17]
    days.told = [replace(one, rated=dict.fromkeys(SIGNALS, 0.0)) if one in wild else one for one in days.told]
    for one in (alma, ben):
        one.chooses("safety")
    page = ben.page
    table = page.split("<tbody>", 1)[1].split("</tbody>")[0]
    rows = re.findall(r'<th scope="row">([^<]*)</th><td>(\d+)</td><td>(\d+)</td>', table)
    counts = {place: int(one) + int(other) for place, one, other in rows}
    assert sum(counts.values()) == int(re.findall(r"From (\d+) days", page)[0])
    assert counts["−5 or further"] + counts["−4"] + counts["−3"] >= len(wild) // 2


def test_days_are_drawn_by_what_least_squares_leaves_of_them(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(200, carry=0.7)
    people = sorted((days.one, days.other))
    said: computing.Said = {one: {"safety": {}} for one in people}
    for one in days.told:
        said[one.person]["safety"].setdefault(one.day, []).append(one.rated["safety"])
    diary = computing._diary(said, people, ("safety",))
    (told,) = [one for one in computing.carried(diary) if one.shown]
    apart = computing._apart(diary, told)
    own, other = (diary.partners[name].outcomes[:, 0] for name in (told.to, told.from_))
    rows = np.flatnonzero(~np.isnan(own[1:]) & ~np.isnan(own[:-1]) & ~np.isnan(other[:-1])) + 1
    assert len(apart) == told.n == len(rows)
    assert abs(apart @ (own[rows - 1] - own[rows - 1].mean())) < 1e-3, (
        "nothing of one's own yesterday is left"
    )
    assert abs(apart.sum()) < 1e-3
    assert 0.6 < np.std(apart) < 2


@pytest.mark.parametrize("count", [0, 20, 60])
def test_early_days_and_no_choice_are_one_page(alma: Actor, ben: Actor, days: Days, count: int) -> None:
    days.live(count, carry=0.0)
    before = ben.page
    assert "It is too early to tell. After about" in before
    assert ALIKE in before
    assert "<figure" not in before
    alma.chooses("safety", "trust", "calm")
    assert ben.page == before
    ben.chooses("safety")
    assert ben.page == before, "with both, and nothing to tell"
    assert not re.search(r"[\d.]+ (?:lower|higher)", ben.words)


def test_taken_back_it_goes_at_once_and_looks_as_if_never_chosen(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(240)
    before = ben.page
    for one in (alma, ben):
        one.chooses("safety")
    assert TOGETHER in ben.page
    assert Found.objects.count() == 1
    alma.chooses()
    assert not Found.objects.exists()
    assert ben.page == before
    assert "checked" in ben.see("/between/choose/"), "his own choice is his own"


def test_a_source_that_is_withdrawn_makes_it_void(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(240)
    for one in (alma, ben):
        one.chooses("safety")
    assert TOGETHER in ben.page
    assert TOGETHER in ben.page
    assert days.asked == 1, "nothing is computed again while nothing changes"
    days.told.clear()
    days.stamp += 1
    assert TOGETHER not in alma.page
    assert days.asked == 2


def test_this_no_longer_holds_is_said_openly(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(150, carry=0.6)
    for one in (alma, ben):
        one.chooses("safety")
    assert TOGETHER in ben.page
    days.live(170, from_=150, seed=8, carry=-0.5)
    for one in (alma, ben):
        assert "This no longer holds" in one.words
        assert "Ben’s felt safety, and Alma’s on the next day" in one.words
        assert TOGETHER not in one.words


def test_while_the_space_rests_nothing_is_told_and_taking_back_works(
    alma: Actor, ben: Actor, days: Days
) -> None:
    days.live(240)
    for one in (alma, ben):
        one.chooses("safety")
    assert TOGETHER in ben.page
    ben.pause()
    assert not Found.objects.exists()
    for one in (alma, ben):
        assert "While the space for two rests, nothing is laid side by side." in one.words
    alma.chooses()
    for one in (alma, ben):
        one.send("/together/space/ready/")
    assert TOGETHER not in ben.page


def test_who_is_not_safe_is_never_laid_beside_and_nothing_tells(alma: Actor, ben: Actor, days: Days) -> None:
    """Her own page is as it would be, and so is the row of the two."""
    days.live(240)
    before = ben.page
    alma.is_in_danger()
    alma.chooses("safety")
    ben.chooses("safety")
    assert ben.page == before
    assert "checked" in alma.see("/between/choose/")
    clear(alma.keyring)
    assert TOGETHER in ben.page, "it counts from when it may"
    alma.is_in_danger()
    assert not Found.objects.exists()
    assert ben.page == before


def test_the_row_of_two_is_as_large_and_written_as_often_whatever_was_chosen(
    alma: Actor, ben: Actor, days: Days
) -> None:
    seen = set()
    for chosen in ((), ("safety",), ("safety", "trust", "calm"), ()):
        before = Both.objects.first()
        alma.chooses(*chosen)
        row = Both.objects.get()
        seen.add((len(row.sealed), len(Choice.objects.get().sealed)))
        if before:
            assert row.version == before.version + 1
    alma.is_in_danger()
    version = Both.objects.get().version
    alma.chooses("safety")
    row = Both.objects.get()
    seen.add((len(row.sealed), len(Choice.objects.get().sealed)))
    assert row.version == version + 1, "one that is kept back is written like one that counts"
    assert len(seen) == 1


def test_a_look_writes_nothing_where_nobody_chose(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(240)
    assert alma.page
    assert not Both.objects.exists()
    assert not Found.objects.exists()


def test_when_somebody_leaves_it_ends_for_both(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(240)
    for one in (alma, ben):
        one.chooses("safety")
    assert TOGETHER in ben.page
    leave(alma.keyring, take_back=False)
    assert not Both.objects.exists()
    assert not Found.objects.exists()
    assert Choice.objects.count() == 1, "his own, which counts nowhere"
    for one in (alma, ben):
        assert "needs an open space for two" in one.words
        assert "There is nothing to choose" in one.see("/between/choose/")


def test_one_alone_and_a_stranger_find_a_calm_page(esi: Actor, chidi: Actor, days: Days) -> None:
    days.live(240)
    assert "needs an open space for two" in esi.words
    esi.chooses("safety")
    assert not Choice.objects.exists()
    chidi.chooses("safety")
    assert TOGETHER not in chidi.page


def test_signed_out_and_unknown_signals(alma: Actor, days: Days) -> None:
    refused = alma.send("/between/choose/", {"signals": ["nobody"]}, 422).content.decode()
    assert "Your choice" in refused
    assert not Choice.objects.exists()
    alma.browser.cookies.clear()
    for url in ("/between/", "/between/choose/", "/between/month/", "/between/month/paper/"):
        assert alma.browser.get(url)["Location"].startswith("/sign-in/")


def test_taken_out_and_gone(alma: Actor, ben: Actor, days: Days) -> None:
    days.live(240)
    alma.chooses("safety", "trust")
    ben.chooses("safety")
    assert TOGETHER in ben.page
    told = export(alma.keyring)
    assert told["my-choice"] == ["felt safety", "trust"]
    (sentence,) = told["told"]
    assert sentence.endswith(TOGETHER)
    assert "<" not in sentence
    assert export(ben.keyring)["my-choice"] == ["felt safety"], "of what only she chose he takes nothing"
    erase(alma.keyring)
    assert not Both.objects.exists()
    assert not Found.objects.exists()
    assert TOGETHER not in ben.page


def test_where_nothing_can_be_sealed_taking_back_works_and_nothing_else_is_seen(
    alma: Actor, ben: Actor, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The eight words have to be compared again first: her own circle takes her choice, theirs does not."""
    days.live(240)
    for one in (alma, ben):
        one.chooses("safety")
    before = ben.page
    assert TOGETHER in before

    def only_own(keyring: Keyring, row: SealedRow, content: Content) -> None:
        if isinstance(row, Both):
            raise ChangedIdentity
        write(keyring, row, content)

    with monkeypatch.context() as changed:
        changed.setattr(choosing, "write", only_own)
        alma.chooses("safety", "trust")
        assert ben.page == before, "a yes of one"
        assert TOGETHER in alma.page
        alma.chooses("trust")
        assert TOGETHER not in ben.page
        assert not Both.objects.exists()
    assert TOGETHER not in ben.page
    alma.chooses("safety")
    assert ben.page == before
