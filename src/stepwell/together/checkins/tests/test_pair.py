"""Side by side. No, not yet, not shared and silence are the same blank, to the byte."""

import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine

from stepwell.together.checkins.models import Shared
from stepwell.together.checkins.testing import keep_one
from stepwell.together.checkins.tests.cast import Actor

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 11, 21, 19, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def evening():
    with time_machine.travel(EVENING, tick=False) as clock:
        yield clock


def mine(actor: Actor) -> None:
    actor.keep(
        safety="4",
        noticed="I noticed.",
        intend="I intend.",
        who="both",
        parts=["ratings", "noticed", "intend"],
    )


def test_the_same_page_for_silence_not_shared_not_these_parts_and_withdrawn(alma: Actor, ben: Actor) -> None:
    mine(alma)
    silence = alma.see("/together/")
    kept = ben.keep(safety="9", noticed="Private.")
    assert alma.see("/together/") == silence
    ben.send(f"/check-ins/{kept}/show/", {"who": "both", "parts": ["body"]})
    assert alma.see("/together/") == silence
    ben.send(f"/check-ins/{kept}/show/", {"who": "both", "parts": ["noticed"]})
    assert alma.see("/together/") != silence
    ben.send(f"/check-ins/{kept}/stop/")
    assert alma.see("/together/") == silence
    ben.send(f"/check-ins/{kept}/delete/")
    assert alma.see("/together/") == silence


def test_a_blank_within_a_shown_day_is_the_same_blank(alma: Actor, ben: Actor) -> None:
    mine(alma)
    blanks = set(re.findall(r'<p class="blank">.*?</p>', alma.see("/together/")))
    ben.keep(safety="9", intend="", who="both", parts=["ratings", "intend"])
    within = set(re.findall(r'<p class="blank">.*?</p>', alma.see("/together/")))
    assert within == blanks
    assert len(blanks) == 1


def test_nothing_tells_when_the_other_wrote_beyond_the_day(alma: Actor, ben: Actor) -> None:
    mine(alma)
    ben.keep(noticed="Seen.", who="both", parts=["noticed"])
    page = alma.see("/together/")
    assert "20:30" not in page
    row = Shared.objects.get(person_id=ben.member.id)
    assert str(row.origin_id) not in page
    assert str(row.id) not in page


def test_the_hour_at_which_the_other_wrote_changes_no_byte(alma: Actor, ben: Actor, circle: UUID) -> None:
    pages = []
    for hour in (7, 22):
        at = EVENING.replace(hour=hour) - timedelta(hours=1)
        kept = keep_one(ben.keyring, now=at, show=["noticed"], couple_circle=circle)
        pages.append(alma.see("/together/"))
        ben.send(f"/check-ins/{kept}/delete/")
    assert pages[0] == pages[1]


def test_day_by_day_older_and_newer(alma: Actor, ben: Actor, evening) -> None:
    mine(alma)
    evening.move_to(EVENING + timedelta(days=3))
    ben.keep(noticed="Three days on.", who="both", parts=["noticed"])
    latest = alma.see("/together/")
    assert "Three days on." in latest
    assert "/together/2026-11-21/" in latest
    earlier = alma.see("/together/2026-11-21/")
    assert "I noticed." in earlier
    assert "Three days on." not in earlier
    assert "/together/2026-11-24/" in earlier


def test_a_day_without_anything_is_a_blank_and_no_day_is_not_found(alma: Actor) -> None:
    assert 'class="blank"' in alma.see("/together/2019-02-03/")
    for nonsense in ("2019-02-30", "yesterday", "20190203x"):
        alma.see(f"/together/{nonsense}/", status=404)


def test_each_reads_their_own_column_first(alma: Actor, ben: Actor) -> None:
    mine(alma)
    ben.keep(noticed="Ben noticed.", who="both", parts=["noticed"])
    for reader, first, second in ((alma, "Alma", "Ben"), (ben, "Ben", "Alma")):
        assert f"<p>{first}</p><p>{second}</p>" in reader.see("/together/")


def test_several_check_ins_of_a_day_stand_in_one_column(alma: Actor, ben: Actor) -> None:
    for rating, word in (("3", "sad"), ("7", "hopeful")):
        alma.keep(safety=rating, feelings=[word, "tired"], who="both", parts=["ratings", "feelings"])
    page = ben.see("/together/")
    assert "3 of 10" in page
    assert "7 of 10" in page
    assert page.count("<li>tired</li>") == 1


def test_alone_a_quiet_page_with_a_way_on(esi: Actor) -> None:
    page = esi.see("/together/")
    assert "/invite/" in page or "invit" in page
    assert page == esi.see("/together/2026-11-21/")
    for reproach in ("yet", "missing", "waiting", "pending"):
        assert reproach not in page.split("<main")[1]


def test_words_of_the_other_are_never_markup(alma: Actor, ben: Actor) -> None:
    ben.keep(
        noticed="<b>bold</b><script>1</script>",
        new_feelings="<i>x</i>",
        who="both",
        parts=["noticed", "feelings"],
    )
    page = alma.see("/together/")
    assert "<b>bold" not in page
    assert "<script>1" not in page
    assert "<i>x" not in page
