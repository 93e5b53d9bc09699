"""One line shown to the other, after a look at it; and taken back."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine

from stepwell.ground.people.testing import sign_in
from stepwell.ground.spaces.testing import leave
from stepwell.ground.vault.api import CannotOpen, read
from stepwell.own.pace import showing
from stepwell.own.pace.models import Line
from stepwell.own.pace.testing import show_line, write_leaf
from stepwell.own.pace.tests.cast import SHOWN, Actor

TEXT = "Not in the dark.\nNot from behind."
ONE, OTHER = TEXT.splitlines()


def test_alma_sees_it_as_ben_would_and_then_shows_it(alma: Actor, ben: Actor) -> None:
    nothing = ben.see(SHOWN)
    alma.writes("not-now", what=TEXT)
    preview = alma.page_after("/pace/not-now/show/", {"part": "what", "words": ONE}, 200)
    assert "What Ben would read" in preview
    assert "Show this to Ben" in preview
    assert ONE in preview
    assert OTHER not in preview
    assert ben.see(SHOWN) == nothing
    alma.shows("not-now", "what", ONE)
    seen = ben.see(SHOWN)
    assert ONE in seen
    assert "What they do not want at present" in seen, "without its heading it could say the opposite"
    assert OTHER not in seen
    assert "Ben and you can read this." in alma.see("/pace/not-now/")


def test_taken_back_is_as_if_it_had_never_been(alma: Actor, ben: Actor) -> None:
    nothing = ben.see(SHOWN)
    alma.writes("safe", now=TEXT)
    alma.shows("safe", "now", ONE)
    assert ONE in ben.see(SHOWN)
    alma.takes_back()
    assert ben.see(SHOWN) == nothing
    assert not Line.objects.exists()


@pytest.mark.parametrize(
    "midnight", [datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2027, 3, 27, 23, tzinfo=UTC)]
)
def test_over_the_night_that_the_clocks_change_nothing_moves(
    alma: Actor, ben: Actor, midnight: datetime
) -> None:
    with time_machine.travel(midnight, tick=False):
        for one in (alma, ben):
            sign_in(one.browser, one.member)
        alma.writes("safe", now=TEXT)
        alma.shows("safe", "now", ONE)
    seen = set()
    for minutes in (1, 119, 121, 179, 181, 241):
        with time_machine.travel(midnight + timedelta(minutes=minutes), tick=False):
            seen.add((ben.see(SHOWN), alma.see("/pace/"), alma.see("/pace/safe/")))
    assert len(seen) == 1
    with time_machine.travel(midnight + timedelta(hours=4), tick=False):
        alma.writes("safe", now=OTHER)
        assert ONE not in ben.see(SHOWN)


def test_shown_twice_it_is_shown_once(alma: Actor) -> None:
    alma.writes("safe", now=TEXT)
    for _ in range(3):
        alma.shows("safe", "now", ONE)
    assert Line.objects.count() == 1


@pytest.mark.parametrize("change", ["Not in the dark, please.", "", OTHER])
def test_a_line_that_was_changed_is_not_shown_any_more(alma: Actor, ben: Actor, change: str) -> None:
    nothing = ben.see(SHOWN)
    alma.writes("like", much=TEXT)
    alma.shows("like", "much", ONE)
    alma.writes("like", much=f"{TEXT}\nA third line.")
    assert ONE in ben.see(SHOWN), "what stands there still is shown still"
    alma.writes("like", much=change)
    assert ben.see(SHOWN) == nothing


def test_what_was_not_looked_at_is_not_shown(alma: Actor) -> None:
    alma.writes("safe", now=TEXT)
    for part, words in (("now", "Another line."), ("helps", ONE), ("nowhere", ONE), ("now", TEXT), ("", "")):
        for sure in ({}, {"sure": "yes"}):
            answer = alma.send("/pace/safe/show/", {"part": part, "words": words, **sure})
            assert "waits=changed" in answer["Location"]
    assert not Line.objects.exists()
    assert "does not stand here any more" in alma.see("/pace/safe/?waits=changed")


def test_emptied_it_is_shown_nowhere(alma: Actor, ben: Actor) -> None:
    alma.writes("safe", now=TEXT)
    alma.shows("safe", "now", ONE)
    assert "What you showed of it goes too." in alma.see("/pace/safe/empty/")
    alma.send("/pace/safe/empty/")
    assert not Line.objects.exists()


def test_bens_page_tells_no_hour_no_id_and_no_order_of_showing(alma: Actor, ben: Actor) -> None:
    alma.writes("safe", now=TEXT)
    alma.writes("body", no="A held breath.")
    alma.shows("body", "no", "A held breath.")
    alma.shows("safe", "now", OTHER)
    alma.shows("safe", "now", ONE)
    seen = ben.see(SHOWN)
    for row in Line.objects.all():
        assert UUID(str(row.id)).version == 4
        assert str(row.id) not in seen
    assert seen.index(OTHER) < seen.index("A held breath.")


def test_while_the_space_rests_nothing_of_it_is_read_and_it_can_be_taken_back(
    alma: Actor, ben: Actor
) -> None:
    alma.writes("safe", now=TEXT)
    alma.shows("safe", "now", ONE)
    ben.send("/together/space/pause/")
    resting = ben.see(SHOWN)
    assert ONE not in resting
    sent = {"part": "now", "words": OTHER, "sure": "yes"}
    assert "?waits=rests" in alma.send("/pace/safe/show/", sent)["Location"]
    assert "rests now" in alma.see("/pace/safe/?waits=rests")
    alma.takes_back()
    assert ben.see(SHOWN) == resting
    assert not Line.objects.exists()


def test_leaving_keeps_or_takes_as_was_asked(alma: Actor, ben: Actor) -> None:
    alma.writes("safe", now=TEXT)
    alma.shows("safe", "now", ONE)
    leave(alma.keyring, take_back=False)
    assert read(ben.keyring, Line.objects.get()).words == ONE
    assert "Left in a space that has ended" in alma.see(SHOWN)
    alma.takes_back()
    assert not Line.objects.exists()


def test_leaving_and_taking_back(alma: Actor, ben: Actor) -> None:
    for one in (alma, ben):
        one.writes("safe", now=TEXT)
        one.shows("safe", "now", ONE)
    leave(alma.keyring, take_back=True)
    assert Line.objects.get().person_id == ben.member.id


def test_nobody_else_takes_it_back_or_opens_it(alma: Actor, ben: Actor, chidi: Actor) -> None:
    alma.writes("safe", now=TEXT)
    alma.shows("safe", "now", ONE)
    line = Line.objects.get()
    for other in (ben, chidi):
        for asked in (str(line.id), str(uuid4()), "soon", ""):
            other.send("/pace/shown/take-back/", {"line": asked})
    assert Line.objects.get() == line
    with pytest.raises(CannotOpen):
        read(chidi.keyring, line)


def test_alone_there_is_nobody_to_show_it_to(esi: Actor) -> None:
    assert "nobody has to be" in esi.see(SHOWN)
    esi.writes("safe", now=TEXT)
    sent = {"part": "now", "words": ONE, "sure": "yes"}
    assert "?waits=over" in esi.send("/pace/safe/show/", sent)["Location"]


def test_so_many_lines_are_shown_and_no_more(alma: Actor) -> None:
    lines = [f"Line {n}" for n in range(showing.MOST + 1)]
    write_leaf(alma.keyring, "safe", {"now": "\n".join(lines)})
    for line in lines[:-1]:
        show_line(alma.keyring, "safe", "now", line)
    sent = {"part": "now", "words": lines[-1], "sure": "yes"}
    assert "?waits=many" in alma.send("/pace/safe/show/", sent)["Location"]
    assert "You may take one back first." in alma.see("/pace/safe/?waits=many")
