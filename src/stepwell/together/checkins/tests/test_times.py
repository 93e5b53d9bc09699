"""Times: one's own need nobody, those for two hold only while both say yes."""

from datetime import UTC, datetime, time
from uuid import UUID, uuid4

import pytest

from stepwell.ground.notices.api import next_of_all
from stepwell.ground.spaces.api import couple_of, pause
from stepwell.together.checkins import times
from stepwell.together.checkins.leaving import somebody_leaves
from stepwell.together.checkins.models import Times, Yes
from stepwell.together.checkins.rules import rules as rules_of
from stepwell.together.checkins.tests.cast import Actor, bare, body, enter_two, inputs

pytestmark = pytest.mark.django_db
PAGE = "/check-ins/times/"
EVENING = {"at": "20:30", "weekdays": ["0", "2", "4"]}
FOR_TWO = {"two-at": "20:30", "two-weekdays": [str(day) for day in range(7)]}


@pytest.fixture
def rearmed(monkeypatch: pytest.MonkeyPatch) -> list[UUID]:
    told: list[UUID] = []
    monkeypatch.setattr(times, "rearm", told.append)
    return told


def suggested(actor: Actor) -> UUID:
    before = set(Times.objects.values_list("id", flat=True))
    actor.send(f"{PAGE}suggest/", FOR_TWO)
    [new] = set(Times.objects.values_list("id", flat=True)) - before
    return new


def ats(actor: Actor) -> list[time]:
    return [rule.at for rule in rules_of(actor.member.id)]


def test_ones_own_times_come_and_go_and_notices_are_told(esi: Actor, rearmed: list[UUID]) -> None:
    esi.send(f"{PAGE}add/", EVENING)
    assert "Monday, Wednesday, Friday" in esi.see(PAGE)
    [rule] = rules_of(esi.member.id)
    assert (rule.at, rule.weekdays, rule.zone.key) == (time(20, 30), {0, 2, 4}, "Europe/Berlin")
    esi.send(f"{PAGE}{Times.objects.get().id}/remove/")
    assert rules_of(esi.member.id) == []
    assert rearmed == [esi.member.id] * 2


def test_the_same_time_again_changes_its_days(esi: Actor) -> None:
    esi.send(f"{PAGE}add/", EVENING)
    esi.send(f"{PAGE}add/", {**EVENING, "weekdays": ["6"]})
    [rule] = rules_of(esi.member.id)
    assert rule.weekdays == {6}


@pytest.mark.parametrize(
    "spoilt", [{"at": "half past"}, {"at": ""}, {"at": "25:00"}, {"weekdays": []}, {"weekdays": ["7"]}]
)
def test_a_bad_time_says_what_to_write_and_keeps_what_was_typed(
    esi: Actor, spoilt: dict[str, object]
) -> None:
    page = body(esi.send(f"{PAGE}add/", {**EVENING, **spoilt}, status=422))
    assert 'role="alert"' in page
    assert inputs(page, "at") in ([str(spoilt.get("at", "20:30"))], [])
    assert Times.objects.count() == 0


def test_there_is_an_end_to_ones_own_times(esi: Actor) -> None:
    for hour in range(times.MOST_OWN):
        esi.send(f"{PAGE}add/", {**EVENING, "at": f"{hour:02}:00"})
    assert "You may remove one first" in body(esi.send(f"{PAGE}add/", EVENING, status=422))
    assert Times.objects.count() == times.MOST_OWN


def test_times_for_two_hold_when_both_said_yes_and_not_before(
    alma: Actor, ben: Actor, rearmed: list[UUID]
) -> None:
    wanted = suggested(alma)
    assert ats(alma) == ats(ben) == []
    assert "You suggested" in alma.see(PAGE)
    assert "Alma suggests" in ben.see(PAGE)
    ben.send(f"{PAGE}{wanted}/yes/")
    assert ats(alma) == ats(ben) == [time(20, 30)]
    assert set(rearmed) == {alma.member.id, ben.member.id}
    assert "both said yes" in alma.see(PAGE)


def test_what_both_said_yes_to_stands_in_the_calendar_of_both_and_rests_with_the_space(
    alma: Actor, ben: Actor
) -> None:
    week = "/calendar/week/2026-11-23/"
    wanted = suggested(alma)
    assert "A check-in" not in alma.see(week)
    ben.send(f"{PAGE}{wanted}/yes/")
    assert "A check-in" in alma.see(week)
    assert "A check-in" in ben.see(week)
    pause(ben.keyring)
    assert "A check-in" not in alma.see(week) + ben.see(week)


def test_each_is_invited_by_their_own_clock(db: None) -> None:
    chidi, dara = enter_two("Chidi", "Dara", ("Europe/Berlin", "America/New_York"))
    dara.send(f"{PAGE}{suggested(chidi)}/yes/")
    after = datetime(2026, 11, 21, tzinfo=UTC)
    falls = [next_of_all(rules_of(actor.member.id), after) for actor in (chidi, dara)]
    assert falls == [datetime(2026, 11, 21, 19, 30, tzinfo=UTC), datetime(2026, 11, 21, 1, 30, tzinfo=UTC)]


def test_no_not_yet_and_silence_are_the_same_page_to_the_other(alma: Actor, ben: Actor) -> None:
    wanted = suggested(alma)
    silence = alma.see(PAGE)
    ben.see(PAGE)
    assert alma.see(PAGE) == silence
    ben.send(f"{PAGE}{wanted}/put-aside/")
    assert alma.see(PAGE) == silence
    assert "Alma suggests" not in ben.see(PAGE)
    assert Yes.objects.count() == 1


def test_put_out_of_sight_leaves_nothing_in_clear(alma: Actor, ben: Actor) -> None:
    wanted = suggested(alma)
    before = list(Times.objects.values()), list(Yes.objects.values())
    ben.send(f"{PAGE}{wanted}/put-aside/")
    assert (list(Times.objects.values()), list(Yes.objects.values())) == before


def test_either_takes_their_yes_back_and_it_ends_at_once_for_both(
    alma: Actor, ben: Actor, rearmed: list[UUID]
) -> None:
    for who in (alma, ben):
        wanted = suggested(alma)
        ben.send(f"{PAGE}{wanted}/yes/")
        rearmed.clear()
        who.send(f"{PAGE}{wanted}/take-back/")
        assert ats(alma) == ats(ben) == []
        assert set(rearmed) == {alma.member.id, ben.member.id}
        assert "both said yes" not in ben.see(PAGE)
        assert Times.objects.count() == Yes.objects.count() == 0


def test_what_was_agreed_stays_until_both_agree_on_other_times(alma: Actor, ben: Actor) -> None:
    ben.send(f"{PAGE}{suggested(alma)}/yes/")
    ben.send(f"{PAGE}suggest/", {**FOR_TWO, "two-at": "07:00"})
    assert ats(alma) == [time(20, 30)]
    other = Times.objects.get(made_by=ben.member.id).id
    alma.send(f"{PAGE}{other}/yes/")
    assert ats(alma) == ats(ben) == [time(7, 0)]
    assert Times.objects.count() == 1


def test_a_new_suggestion_takes_the_place_of_ones_own_earlier_one(alma: Actor) -> None:
    first = suggested(alma)
    suggested(alma)
    assert Times.objects.count() == Yes.objects.count() == 1
    assert not Times.objects.filter(id=first).exists()


def test_one_person_cannot_say_yes_for_two(alma: Actor) -> None:
    wanted = suggested(alma)
    for _ in range(3):
        alma.send(f"{PAGE}{wanted}/yes/")
    assert ats(alma) == []


def test_somebody_elses_times_are_not_found(alma: Actor, ben: Actor, chidi: Actor, esi: Actor) -> None:
    wanted = suggested(alma)
    esi.send(f"{PAGE}add/", EVENING)
    own = Times.objects.get(person_id=esi.member.id).id
    for verb in ("yes", "take-back", "put-aside", "remove"):
        for other in (chidi, esi) if verb != "remove" else (alma, chidi):
            target = wanted if verb != "remove" else own
            theirs, none = (other.browser.post(f"{PAGE}{one}/{verb}/") for one in (target, uuid4()))
            assert theirs.status_code == none.status_code == 404
            assert bare(theirs) == bare(none)
    assert ben.browser.post(f"{PAGE}{wanted}/take-back/").status_code == 404
    assert esi.browser.post(f"{PAGE}suggest/", FOR_TWO).status_code == 404
    assert Times.objects.count() == 2


def test_when_somebody_leaves_times_for_two_end(alma: Actor, ben: Actor, circle: UUID) -> None:
    ben.send(f"{PAGE}{suggested(alma)}/yes/")
    alma.send(f"{PAGE}add/", EVENING)
    somebody_leaves(ben.keyring, circle, False)
    assert ats(ben) == []
    assert [rule.weekdays for rule in rules_of(alma.member.id)] == [{0, 2, 4}]


def test_a_yes_to_what_was_taken_back_is_not_found(alma: Actor, ben: Actor) -> None:
    wanted = suggested(alma)
    alma.send(f"{PAGE}{wanted}/take-back/")
    ben.send(f"{PAGE}{wanted}/yes/", status=404)
    assert couple_of(ben.keyring) is not None


def test_alone_no_seat_is_drawn(esi: Actor, alma: Actor) -> None:
    assert "suggest" not in esi.see(PAGE)
    assert "suggest/" in alma.see(PAGE)


def test_the_id_on_the_others_page_tells_no_moment(alma: Actor, ben: Actor) -> None:
    wanted = suggested(alma)
    assert str(wanted) in ben.see(PAGE)
    assert wanted.version == 4
