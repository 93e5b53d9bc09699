"""One's own list: marks, lines of one's own, bounds in clear words, and nothing lost."""

import re

import pytest

from stepwell.together.menu.limits import LONGEST, MOST_OWN
from stepwell.together.menu.models import Sheet
from stepwell.together.menu.same import same
from stepwell.together.menu.sheet import lines, sheet_of
from stepwell.together.menu.tests.cast import Actor


def own(actor: Actor) -> list[str]:
    return [one.text for one in sheet_of(actor.keyring).own]


def marked(actor: Actor) -> dict[str, str]:
    return {line.text: line.mark for line in lines(sheet_of(actor.keyring)) if line.mark != "-"}


def form(actor: Actor, **marks: str) -> dict[str, str]:
    """What the page would send, with these ideas marked."""
    kept = sheet_of(actor.keyring)
    sent = {f"mark-{line.id}": marks.get(line.idea, line.mark) for line in lines(kept)}
    return {**sent, "revision": str(kept.revision)}


def test_a_list_begins_with_ideas_that_nobody_has_answered(esi: Actor) -> None:
    page = esi.see()
    assert "A shared look" in page
    assert page.count('value="-" checked') == 40
    assert not Sheet.objects.exists(), "looking writes nothing"


def test_marks_are_kept_and_changed(esi: Actor) -> None:
    esi.send("/menu/marks/", form(esi, look="w", tea="m", walk="n"))
    assert marked(esi) == {"A shared look": "w", "A cup of tea brought to me": "m", "A walk together": "n"}
    assert esi.see().count('value="w" checked') == 1
    esi.send("/menu/marks/", form(esi, look="-"))
    assert "A shared look" not in marked(esi)


def test_alone_there_is_a_list_and_no_empty_seat(esi: Actor) -> None:
    page = esi.see()
    for words in ("round", "both", "Both", "partner"):
        assert words not in page.partition("<main")[2].partition("</main>")[0]
    assert esi.browser.get("/menu/round/").status_code == 303
    esi.send("/menu/round/")
    esi.send("/menu/round/take-back/")


def test_before_marking_the_page_says_what_a_yes_to_everything_shows(alma: Actor) -> None:
    page = alma.see()
    assert "would be shown all that the other welcomes" in page
    assert page.index("would be shown all") < page.index('type="radio"')
    assert "would be shown all that the other welcomes" in alma.see("/menu/round/")


def test_lines_of_ones_own(alma: Actor) -> None:
    alma.writes("Dancing in the rain", "", "  Tea   in the garden ")
    assert own(alma) == ["Dancing in the rain", "Tea in the garden"]
    page = alma.see()
    assert "Tea in the garden" in page
    line = sheet_of(alma.keyring).own[0]
    alma.see(f"/menu/line/{line.id}/")
    for _ in range(2):
        alma.send(f"/menu/line/{line.id}/", {"do": "off"})
    assert own(alma) == ["Tea in the garden"]
    alma.see(f"/menu/line/{line.id}/", 404)


def test_what_stands_there_already_is_not_doubled(alma: Actor) -> None:
    alma.writes("Tea in the garden", "tea in the  GARDEN.", "A shared look!", "Tea in the garden")
    alma.writes("Tea in the garden…")
    assert own(alma) == ["Tea in the garden"]


def test_ten_thousand_lines_are_given_back_with_clear_words(alma: Actor) -> None:
    texts = [f"line number {number}" for number in range(10_000)]
    page = alma.writes(*texts, status=422).content.decode()
    assert f"Only {MOST_OWN} more lines fit" in page
    assert "line number 9999" in page
    assert not own(alma)
    alma.writes(*texts[: MOST_OWN - 1])
    assert "Only 1 more line fits" in alma.writes("one", "two", status=422).content.decode()
    alma.writes("one")
    page = alma.writes("two", status=422).content.decode()
    assert "The list is full." in page
    assert ">\ntwo</textarea>" in page
    assert len(own(alma)) == MOST_OWN


def test_a_line_that_is_too_long_is_given_back_with_its_length(alma: Actor) -> None:
    page = alma.writes("short", "x" * 101, status=422).content.decode()
    assert "(101)" in page
    assert "x" * 101 in page
    assert not own(alma)
    alma.writes("ü" * LONGEST)
    assert own(alma) == ["ü" * LONGEST]
    assert "x" * 2_000 in alma.writes("x" * 2_000, status=422).content.decode()


@pytest.mark.parametrize("texts", [[""], ["   "], ["...", "!?"], ["\u200b"]])
def test_no_words_are_no_line(alma: Actor, texts: list[str]) -> None:
    alma.writes(*texts, status=422)
    assert not own(alma)


def test_a_full_list_of_the_longest_words_fits(alma: Actor) -> None:
    """In a script of four bytes a sign, with signs that are written twice as long inside."""
    longest = ["𒀀" * 95 + f"{number:05}" for number in range(MOST_OWN)]
    alma.writes(*longest)
    alma.marks_words(dict.fromkeys(longest, "w"))
    small = Sheet.objects.get()
    assert len(own(alma)) == MOST_OWN
    other = ['"' * 50 + "\\" * 40 + f"a{number:05}" for number in range(MOST_OWN)]
    for one in sheet_of(alma.keyring).own:
        alma.send(f"/menu/line/{one.id}/", {"do": "off"})
    alma.writes(*other)
    assert len(own(alma)) == MOST_OWN
    assert len(Sheet.objects.get().sealed) == len(small.sealed)


def test_a_second_tab_with_old_answers_changes_nothing_and_shows_both(alma: Actor) -> None:
    old = form(alma, look="w", walk="m")
    alma.send("/menu/marks/", form(alma, look="n"))
    page = alma.send("/menu/marks/", old, 409).content.decode()
    assert marked(alma) == {"A shared look": "n"}
    assert "Nothing of this was kept yet." in page
    assert "Kept now: Not now" in page
    assert page.count('value="w" checked') == 1
    assert page.count('value="m" checked') == 1
    alma.send("/menu/marks/", {**old, "revision": str(sheet_of(alma.keyring).revision)})
    assert marked(alma) == {"A shared look": "w", "A walk together": "m"}


def test_the_same_form_twice_is_kept_once(alma: Actor) -> None:
    sent = form(alma, look="w")
    alma.send("/menu/marks/", sent)
    alma.send("/menu/marks/", sent)
    assert sheet_of(alma.keyring).revision == 1


def test_marks_that_are_none_are_left_out(alma: Actor) -> None:
    line = lines(sheet_of(alma.keyring))[0]
    alma.send("/menu/marks/", {f"mark-{line.id}": "everything", "mark-x": "w", "revision": "soon"})
    assert not Sheet.objects.exists()


def test_another_has_no_way_to_a_list(alma: Actor, ben: Actor, chidi: Actor) -> None:
    alma.writes("Dancing in the rain")
    line = sheet_of(alma.keyring).own[0].id
    for one in (ben, chidi):
        one.see(f"/menu/line/{line}/", 404)
        one.send(f"/menu/line/{line}/", {"do": "off"})
        assert "in the rain" not in one.see()
    assert own(alma) == ["Dancing in the rain"]


def test_everything_can_be_taken_out_and_goes_with_the_account(alma: Actor, ben: Actor) -> None:
    alma.writes("Dancing in the rain")
    alma.marks_words({"dancing in the rain": "m"})
    taken = alma.takes_everything()
    assert "Dancing in the rain" in taken
    assert "Maybe" in taken
    assert "in the rain" not in ben.takes_everything()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tea in bed", " tea  IN bed. "),
        ("It’s raining", "It's raining"),
        ("Straße", "STRASSE"),
        ("Café", "Cafe\u0301"),
        ("“A walk”", "a walk"),
    ],
)
def test_the_same_words_in_another_spelling(one: str, other: str) -> None:
    assert same(one) == same(other) != ""


@pytest.mark.parametrize(("one", "other"), [("A walk", "A walk at night"), ("Tea", "Teas"), ("a b", "ab")])
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert same(one) != same(other)


def open_folds(page: str) -> list[str]:
    return re.findall(r'<details class="fold" id="list-(\d)" open>', page)


def test_the_list_lies_in_folds_and_stands_open_where_somebody_was(alma: Actor) -> None:
    assert open_folds(alma.see()) == ["0"], "on a new list one shows how it goes"
    led = alma.send("/menu/marks/", {**form(alma, look="w"), "at": "2"})["Location"]
    assert led == "/menu/?kept=marks&at=2#list-2"
    page = alma.see(led)
    assert open_folds(page) == ["2"]
    assert page.count("Kept, for you alone.") == 1
    assert open_folds(alma.see()) == [], "nothing of it is to be seen in passing"
    assert alma.send("/menu/marks/", form(alma, tea="w"))["Location"] == "/menu/?kept=marks#list"
    assert "Kept, for you alone." in alma.see("/menu/?kept=marks")
    led = alma.writes("Dancing in the rain")["Location"]
    assert open_folds(alma.see(led)) == ["4"], "what was written just now can be marked"
    for strange in ("5", "-1", "x", "9" * 30, "²"):
        assert open_folds(alma.see(f"/menu/?kept=marks&at={strange}")) == []


def test_what_could_not_be_kept_stands_open_and_marked(alma: Actor) -> None:
    old = form(alma, walk="w", night="m")
    alma.send("/menu/marks/", form(alma, tea="n"))
    page = alma.send("/menu/marks/", {**old, "at": "0"}, 409).content.decode()
    assert open_folds(page) == ["0", "1"], "where something differs from what is kept"
    assert page.count('value="w" checked') == page.count('value="m" checked') == 1
    assert "Kept, for you alone." not in page


def test_what_was_marked_is_read_in_one_place_and_again_before_a_round(alma: Actor) -> None:
    assert "What you marked" not in alma.see()
    assert "You have marked nothing as welcome." in alma.see("/menu/round/")
    alma.writes("<b>Rain</b>")
    alma.marks(look="w", tea="n")
    alma.marks_words({"<b>Rain</b>": "w"})
    marks = alma.see().partition("What you marked")[2].partition("</details>")[0]
    assert [*re.findall(r"<dt>([^<]+)<", marks)] == ["Welcome", "Not now"]
    assert "&lt;b&gt;Rain" in marks
    before_a_round = alma.see("/menu/round/").partition("What you marked as welcome")[2].partition("</ul>")[0]
    assert "A shared look" in before_a_round
    assert "A cup of tea" not in before_a_round
