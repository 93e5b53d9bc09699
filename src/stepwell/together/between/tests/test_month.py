"""A month to read together: the same for both, out of what both can read, on the screen and on paper."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stepwell.ground.spaces.api import HeldSpace, couple_of
from stepwell.together.between import month as months
from stepwell.together.between.tests.cast import Actor, Days, words

MARKUP = '= #eval("1+1") $x$ @nobody <b>'


def test_both_read_the_same_month(alma: Actor, ben: Actor, days: Days) -> None:
    today = timezone.now().date()
    days.said = [(today, "A cup of tea."), (today - timedelta(days=400), "Long ago.")]
    pages = [one.see("/between/month/") for one in (alma, ben)]
    main = [page.split("<main", 1)[1].split("</main>")[0] for page in pages]
    assert main[0] == main[1]
    assert "What was said A cup of tea. Alma" in words(pages[0])
    assert "Long ago." not in pages[0]


def test_an_empty_month_is_kind_and_has_no_paper(alma: Actor, days: Days) -> None:
    said = words(alma.see("/between/month/?month=1999-99"))
    assert "Nothing stands here for this month. That is fine." in said
    assert "print" not in said


def test_months_go_back_to_the_first_of_the_space(
    alma: Actor, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldSpace(couple_of(alma.keyring).circle, timezone.now().date() - timedelta(days=70), open=True)
    monkeypatch.setattr(months, "my_spaces", lambda _keyring: (held,))
    page = alma.see("/between/month/")
    assert page.count("<option") in (3, 4)
    assert page.count("selected") == 1


def test_on_paper_it_is_a_pdf_and_words_are_never_markup(alma: Actor, days: Days) -> None:
    days.said = [(timezone.now().date(), MARKUP), *[(timezone.now().date(), f"Line {n}.") for n in range(60)]]
    answer = alma.browser.get("/between/month/paper/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert answer.content == alma.browser.get("/between/month/paper/").content
    assert "There is more of it in its own place." in alma.see("/between/month/")


def test_while_the_space_rests_and_alone_there_is_none(
    alma: Actor, ben: Actor, esi: Actor, days: Days
) -> None:
    days.said = [(timezone.now().date(), "A cup of tea.")]
    ben.pause()
    for one, said in ((alma, "no month is put together"), (esi, "needs an open space for two")):
        page = one.see("/between/month/")
        assert said in page
        assert "A cup of tea." not in page
        assert one.browser.get("/between/month/paper/").status_code == 303


def test_nothing_in_a_month_counts(alma: Actor, days: Days) -> None:
    days.said = [(timezone.now().date(), "A cup of tea.")] * 3
    said = words(alma.see("/between/month/"))
    assert not any(word in said.lower() for word in ("score", "streak", "in a row", "times", "%", "!"))
    assert months.MOST_LINES <= 60
