"""What became of what I said: a story in sentences, one's own first, and nothing in it is counted."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from stepwell.together.promises.tests.cast import BLANK, TUESDAY, Actor, at

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
STORY = "/promises/story/"
WHY = "The train does not run that late."


def told(page: str) -> str:
    """The text of the page's own part."""
    body = page.split("<main")[1].split("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_ben_reads_his_own_first_and_alma_hers(alma: Actor, ben: Actor) -> None:
    ben.says(ben.promises("I ring at six."), TUESDAY, "kept")
    alma.promises("I say when I need quiet.")
    his, hers = told(ben.see(STORY)), told(alma.see(STORY))
    assert "You said this to Alma, for Tuesday 3 March. You kept it." in his
    assert his.index("I ring at six.") < his.index("I say when I need quiet.")
    assert "Ben said this to you, for Tuesday 3 March. Ben kept it." in hers
    assert hers.index("I say when I need quiet.") < hers.index("I ring at six.")


def test_changed_with_its_reason_and_its_plan_and_the_plan_kept(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I ring at six.", first=TUESDAY + 2 * DAY)
    plan = {"plan_what": "I ring from the car.", "plan_day": TUESDAY + 3 * DAY}
    ben.says(page, TUESDAY + 2 * DAY, "changed", reason=WHY, **plan)
    (plan_page,) = set(re.findall(r"/promises/[0-9a-f-]{36}/", ben.see(STORY))) - {page}
    with at(TUESDAY + 3 * DAY):
        ben.says(plan_page, TUESDAY + 3 * DAY, "kept")
        hers = told(alma.see(STORY))
    assert f"Ben said in time that it would not work: “ {WHY} ”" in hers.replace(f"“{WHY}”", f"“ {WHY} ”")
    assert "In its place Ben said, for Friday 6 March:" in hers
    assert "in place of what Ben had said for Thursday 5 March. Ben kept it." in hers


def test_what_comes_back_is_one_piece_a_month(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I tell where I am.", repeat="daily", until=TUESDAY + 60 * DAY)
    for number in (0, 1, 2, 5):
        with at(TUESDAY + number * DAY):
            ben.says(page, TUESDAY + number * DAY, "kept")
    with at(TUESDAY + 30 * DAY):
        ben.comes_back().says(page, TUESDAY + 30 * DAY, "kept", reason="From the bridge.")
        his = told(ben.see(STORY))
    assert "You kept it on 3 to 5 and 8 March." in his
    assert "You kept it on 2 April. “From the bridge.”" in his
    assert his.index("April 2026") < his.index("March 2026")


def test_what_was_said_later_shows_that_it_was(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I ring at six.")
    ben.says(page, TUESDAY, "kept")
    with at(TUESDAY + 3 * DAY):
        plan = {"plan_what": "I set an alarm.", "plan_day": TUESDAY + 4 * DAY}
        ben.says(page, TUESDAY, "not_kept", reason="I rang on Wednesday.", known="1", **plan)
        hers = told(alma.see(STORY))
    first = hers.index("Ben kept it.")
    assert first < hers.index("Later, on 6 March, Ben said of 3 March: not kept: “I rang on Wednesday.”")


def test_an_end_is_told_with_its_word(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I tell where I am.", repeat="daily", until=TUESDAY + 60 * DAY)
    ben.send(f"{page}end/", {"form_id": str(UUID(int=5)), "reason": "It was too large."})
    assert "On 3 March Ben ended it: “It was too large.”" in told(alma.see(STORY))


def test_silence_leaves_a_day_out(alma: Actor, ben: Actor) -> None:
    ben.promises("I ring at six.")
    with at(TUESDAY + 5 * DAY):
        hers = told(alma.see(STORY))
    assert "Ben said this to you, for Tuesday 3 March." in hers
    assert not re.search(r"kept it|not keep|missed|nothing was said of it", hers)


def test_months_further_back_are_on_pages_of_their_own(alma: Actor, ben: Actor) -> None:
    ben.says(ben.promises("I ring at six."), TUESDAY, "kept")
    with at(TUESDAY + 150 * DAY):
        assert "I ring at six." not in ben.comes_back().see(STORY)
        assert 'href="?until=2026-04"' in ben.see(STORY)
        assert "I ring at six." in ben.see(f"{STORY}?until=2026-04")
        assert 'href="?until=2026-07"' in ben.see(f"{STORY}?until=2026-04")
    for odd in ("", "x", "2026-13", "9999-01", "0001-01", "2026-04-01", "२०२६-०४"):
        ben.see(f"{STORY}?until={odd}")


def test_esi_alone_reads_her_own_and_no_seat_is_drawn(esi: Actor) -> None:
    assert BLANK in esi.see(STORY)
    esi.says(esi.promises("I walk to the bridge.", who=""), TUESDAY, "kept")
    page = esi.see(STORY)
    assert "You said this to yourself, for Tuesday 3 March. You kept it." in told(page)
    assert BLANK not in page


def test_after_the_end_ones_own_is_still_told_and_the_others_is_not_drawn(alma: Actor, ben: Actor) -> None:
    ben.says(ben.promises("I ring at six."), TUESDAY, "kept")
    alma.send("/together/space/leave/")
    assert "You said this in a space that has ended, for Tuesday 3 March. You kept it." in told(
        ben.see(STORY)
    )
    assert "I ring at six." not in alma.see(STORY)
    assert "I ring at six." in alma.takes_everything()
    assert "Ben" not in told(alma.see(STORY))


COUNTS = re.compile(
    r"%|\b\d+ (?:of|out of|from) \d+\b|\b\d+/\d+\b|\bin a row\b|\btimes\b|\btotal\b", re.IGNORECASE
)


def test_nothing_is_counted_on_any_page(alma: Actor, ben: Actor) -> None:
    page = ben.promises("I tell where I am.", repeat="daily", until=TUESDAY + 9 * DAY)
    for number in range(5):
        with at(TUESDAY + number * DAY):
            day = TUESDAY + number * DAY
            plan = {"reason": WHY, "plan_what": "I ring.", "plan_day": day} if number % 2 else {}
            ben.says(page, day, "not_kept" if number % 2 else "kept", **plan)
    with at(TUESDAY + 5 * DAY):
        for reader in (alma, ben):
            for path in ("/promises/", page, STORY):
                assert not COUNTS.search(told(reader.see(path))), (
                    path,
                    COUNTS.search(told(reader.see(path))),
                )
