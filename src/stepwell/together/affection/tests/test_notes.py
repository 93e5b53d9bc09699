"""Notes: laid down, read without a receipt, let go of by either."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine

from stepwell.ground.people.testing import sign_in
from stepwell.ground.spaces.testing import leave
from stepwell.ground.vault.api import CannotOpen, read
from stepwell.together.affection.models import Note, Own, Word
from stepwell.together.affection.noting import MOST
from stepwell.together.affection.testing import lay_note, write_line
from stepwell.together.affection.tests.cast import NOTE, Actor

pytestmark = pytest.mark.usefixtures("welcome")
WORDS = "You sat with me on the stairs."
DAY = date(2026, 11, 20)
SPRING = datetime(2027, 3, 27, 22, 50, tzinfo=UTC)


def test_alma_lays_one_down_and_ben_reads_it(alma: Actor, ben: Actor) -> None:
    assert alma.lays(WORDS)["Location"] == "/affection/?laid"
    page = ben.see()
    assert WORDS in page
    assert "Glad of this" in page
    assert "Let it go" in page
    for word in ("Answer", "Reply", "ago", "since"):
        assert word not in re.sub(r"<[^>]*>", "", page.partition("<main")[2]).replace("no answer", "")


def test_over_the_night_that_the_clocks_change(alma: Actor, ben: Actor) -> None:
    """The hour that comes twice is of one day, and no page moves with it; nor where an hour is missing."""
    for evening, hours in ((datetime(2026, 10, 24, 21, 50, tzinfo=UTC), (1, 3, 4)), (SPRING, (1, 2, 3))):
        with time_machine.travel(evening, tick=False):
            for one in (alma, ben):
                sign_in(one.browser, one.member)
                one.is_well()
            alma.lays("Before midnight.")
        pages = set()
        for hour in hours:
            with time_machine.travel(evening + timedelta(hours=hour), tick=False):
                if hour == hours[0]:
                    alma.lays("After midnight.")
                pages.add(ben.see())
        (page,) = pages
        assert page.index("After midnight.") < page.index("Before midnight."), "the day is that of who wrote"
        for way in alma.ways():
            alma.send(way)


def test_nothing_tells_that_it_was_read_or_let_go(alma: Actor, ben: Actor) -> None:
    alma.lays(WORDS)
    before, rows = alma.see(), list(Note.objects.values())
    ben.see()
    assert alma.see() == before
    for _ in range(2):
        ben.send(f"/affection/note/{rows[0]['id']}/let-go/")
    assert WORDS not in ben.see()
    assert alma.see() == before
    assert list(Note.objects.values()) == rows
    assert WORDS not in ben.takes_everything()


def test_taken_back_it_is_as_if_it_had_never_been(alma: Actor, ben: Actor) -> None:
    nothing = ben.see()
    alma.lays(WORDS)
    assert ben.see() != nothing
    way = alma.ways()[0]
    for _ in range(2):
        alma.send(way)
    assert ben.see() == nothing
    assert not Note.objects.exists()


def test_what_is_gone_is_forgotten_from_what_was_let_go(alma: Actor, ben: Actor) -> None:
    first = lay_note(alma.keyring, "one", today=DAY)
    ben.send(f"/affection/note/{first}/let-go/")
    alma.send(f"/affection/note/{first}/let-go/")
    second = lay_note(alma.keyring, "two", today=DAY)
    ben.send(f"/affection/note/{second}/let-go/")
    row = Own.objects.within(ben.keyring, ben.keyring.own).get()
    assert read(ben.keyring, row).put_away == (second,)


def test_a_form_sent_often_lays_one(alma: Actor) -> None:
    form_id = str(uuid4())
    for _ in range(3):
        alma.lays(WORDS, form_id=form_id)
    assert Note.objects.count() == 1


def test_ids_tell_no_hour_and_the_newest_day_stands_first(alma: Actor, ben: Actor) -> None:
    for day in (2, 9, 5):
        lay_note(alma.keyring, f"of the {day}th", today=DAY.replace(day=day))
    page = ben.see()
    assert re.findall(r"of the (\d)th</p>", page) == ["9", "5", "2"]
    assert all(UUID(str(row.id)).version == 4 for row in Note.objects.all())
    assert "November" not in page, "a note has no date"


def test_what_does_not_fit_comes_back_whole(alma: Actor) -> None:
    long = "a" * 1_001
    assert long in alma.lays(long, status=422).content.decode()
    assert "no words here yet" in alma.lays("  ", status=422).content.decode()
    assert WORDS in alma.lays(WORDS, sort="else", status=422).content.decode()
    for n in range(MOST):
        lay_note(alma.keyring, f"note {n}", today=DAY)
    page = alma.lays(WORDS, status=429).content.decode()
    assert WORDS in page
    assert "take one back first" in page
    assert Note.objects.count() == MOST


def test_letting_go_by_the_reader_makes_no_room_for_the_writer_to_see(alma: Actor, ben: Actor) -> None:
    notes = [lay_note(alma.keyring, f"note {n}", today=DAY) for n in range(MOST)]
    ben.send(f"/affection/note/{notes[0]}/let-go/")
    alma.lays(WORDS, status=429)


def test_a_line_of_ones_list_begins_a_note(alma: Actor, ben: Actor) -> None:
    write_line(alma.keyring, "receive", "The window seat")
    way = re.findall(r'href="(/affection/note/\?from=[^"]+)"', alma.see())[0]
    page = alma.see(way)
    assert "The window seat" in page
    assert re.search(r'value="receive"[^>]*checked', page) or re.search(r'checked[^>]*value="receive"', page)
    assert "The window seat" not in ben.see(way), "the number of another's line begins nothing"


def test_nobody_else_opens_or_lets_go(alma: Actor, ben: Actor, chidi: Actor) -> None:
    note = lay_note(alma.keyring, WORDS, today=DAY)
    chidi.send(f"/affection/note/{note}/let-go/")
    chidi.send(f"/affection/note/{uuid4()}/let-go/")
    assert WORDS in ben.see()
    with pytest.raises(CannotOpen):
        read(chidi.keyring, Note.objects.get())


def test_while_the_space_rests_nothing_is_read_or_laid_down(alma: Actor, ben: Actor) -> None:
    nothing = alma.lays(WORDS)
    ben.pause()
    assert WORDS not in ben.see()
    assert WORDS not in ben.takes_everything()
    assert WORDS in alma.see(), "one's own may be taken back"
    assert "Another." in alma.lays("Another.", status=409).content.decode()
    assert nothing.status_code == 303
    alma.send(alma.ways()[0])
    for one in (alma, ben):
        one.go_on()
    assert WORDS not in ben.see()
    assert ben.may_lay(), "both words stand as before"


@pytest.mark.parametrize("take_back", [False, True])
def test_leaving_keeps_or_takes_as_was_asked(alma: Actor, ben: Actor, take_back: bool) -> None:
    for one in (alma, ben):
        one.lays(f"{WORDS} {one.member.name}")
    leave(alma.keyring, take_back=take_back)
    assert Note.objects.count() == 2 - take_back
    assert not Word.objects.filter(person_id=alma.member.id).exists()
    page = ben.see()
    assert f"{WORDS} Alma" not in page
    assert "Left in a space that has ended" in page
    ben.send(ben.ways()[0])
    assert not Note.objects.filter(person_id=ben.member.id).exists()
    assert (f"{WORDS} Alma" in ben.takes_everything()) is not take_back
    assert ben.send(NOTE, {"sort": "thanks", "words": "Late."}, 409)
