"""A part of a page shown to the other, after a look at it; and taken back."""

from uuid import UUID

from stepwell.ground.spaces.testing import leave
from stepwell.ground.vault.api import CannotOpen, read
from stepwell.own.journal.models import Shared
from stepwell.own.journal.tests.cast import Actor

TEXT = "I sat in the car for an hour."
SHOWN = "/journal/shown/"


def test_alma_sees_it_as_ben_would_and_then_shows_it(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT, triggers=["late"], helped=["walk"])
    nothing = ben.see(SHOWN)
    preview = alma.page_after(f"{page}show/", {"parts": ["triggers"]}, 200)
    assert "What Ben would read" in preview
    assert "late without word" in preview
    assert TEXT not in preview
    assert ben.see(SHOWN) == nothing
    alma.shows(page, "triggers")
    assert "late without word" in ben.see(SHOWN)
    assert TEXT not in ben.see(SHOWN)
    assert "a walk" not in ben.see(SHOWN)
    assert "Ben and you" in alma.see(page)


def test_taken_back_is_as_if_it_had_never_been(alma: Actor, ben: Actor) -> None:
    nothing = ben.see(SHOWN)
    page = alma.writes(TEXT, helped=["walk"])
    alma.shows(page, "happened", "helped")
    assert TEXT in ben.see(SHOWN)
    for _ in range(2):
        alma.send(f"{page}stop/")
    assert ben.see(SHOWN) == nothing
    assert not Shared.objects.exists()


def test_bens_page_tells_no_hour_no_id_and_no_order_of_showing(alma: Actor, ben: Actor) -> None:
    pages = [alma.writes(f"{TEXT} {n}") for n in range(3)]
    for page in reversed(pages):
        alma.shows(page, "happened")
    seen = ben.see(SHOWN)
    for page in pages:
        assert page.strip("/").rpartition("/")[2] not in seen
    for row in Shared.objects.all():
        assert UUID(str(row.id)).version == 4
        assert str(row.id) not in seen
    # Changed and shown anew it stands where it stood.
    places = [seen.index(f"{TEXT} {n}") for n in range(3)]
    alma.changes(pages[0], f"{TEXT} 0", revision=1, helped=["walk"])
    alma.shows(pages[0], "happened", "helped")
    after = ben.see(SHOWN)
    again = [after.index(f"{TEXT} {n}") for n in range(3)]
    assert sorted(range(3), key=places.__getitem__) == sorted(range(3), key=again.__getitem__)


def test_what_was_not_looked_at_is_not_shown(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT)
    alma.page_after(f"{page}show/", {"parts": ["happened"]}, 200)
    alma.changes(page, "Something else, written on the phone.", revision=1)
    stale = {"parts": ["happened"], "revision": "1", "sure": "yes"}
    assert "nothing was shown" in alma.page_after(f"{page}show/", stale, 409)
    assert not Shared.objects.exists()
    assert "Nothing here." in ben.see(SHOWN)


def test_nothing_is_ticked_that_was_not_chosen(alma: Actor) -> None:
    page = alma.writes(TEXT, helped=["walk"])
    seen = alma.see(page)
    assert 'name="parts"' in seen
    assert " checked" not in seen
    assert "No part is ticked." in alma.page_after(f"{page}show/", {}, 422)


def test_a_change_is_read_by_the_other_only_after_another_look_at_it(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT, helped=["walk"])
    alma.shows(page, "happened")
    before = ben.see(SHOWN)
    answer = alma.changes(page, "It was half an hour.", revision=1)
    assert answer["Location"] == f"{page}show/?kept=change"
    preview = alma.see(answer["Location"])
    assert "What Ben would read" in preview
    assert "It was half an hour." in preview
    assert "Ben still reads what you showed before." in preview
    assert "a walk" not in preview, "what was not shown before is not shown now"
    assert f'data-saved="journal-{page.split("/")[2]}"' in preview, "the words are kept, and the draft may go"
    assert ben.see(SHOWN) == before
    alma.shows(page, "happened")
    assert "It was half an hour." in ben.see(SHOWN)
    assert TEXT not in ben.see(SHOWN)


def test_a_no_leaves_the_earlier_wording_and_loses_nothing(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT)
    alma.shows(page, "happened")
    before = ben.see(SHOWN)
    alma.changes(page, "More private words.", revision=1)
    assert f'href="{page}">Leave it as it was for Ben</a>' in alma.see(f"{page}show/")
    seen = alma.see(page)
    assert "More private words." in seen
    assert "Ben goes on reading it like this" in seen
    assert TEXT in seen.split("What Ben reads")[1]
    assert "Ben and you" not in seen, "nothing of it as it stands now is read by him"
    assert ben.see(SHOWN) == before
    alma.changes(page, TEXT, revision=2)
    assert "What Ben reads" not in alma.see(page), "it says the same again"
    assert "Ben and you" in alma.see(page)


def test_what_is_not_shown_is_changed_without_a_look(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT, helped=["walk"])
    alma.shows(page, "helped")
    answer = alma.changes(page, "Other words.", revision=1, helped=["walk"])
    assert alma.browser.get(answer["Location"])["Location"] == f"{page}?kept=change"
    plain = alma.writes("Mine alone.")
    assert alma.changes(plain, "Still mine.", revision=1)["Location"] == f"{plain}?kept=change"
    assert alma.browser.get(f"{plain}show/")["Location"] == plain


def test_chosen_words_in_another_order_are_no_change(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT, helped=["walk", "friend"])
    alma.shows(page, "helped")
    alma.changes(page, TEXT, revision=1, helped=["friend", "walk"])
    assert "What Ben reads" not in alma.see(page)
    alma.changes(page, TEXT, revision=2, helped=["friend"])
    assert "What Ben reads" in alma.see(page)


def test_another_day_is_a_change_as_well(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT)
    alma.shows(page, "happened")
    before = ben.see(SHOWN)
    alma.changes(page, TEXT, revision=1, day="2025-03-09")
    assert "9 March 2025" in alma.see(f"{page}show/")
    assert ben.see(SHOWN) == before
    alma.shows(page, "happened")
    assert "9 March 2025" in ben.see(SHOWN)


def test_where_all_that_was_shown_is_gone_it_can_only_be_taken_back(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT, helped=["walk"])
    alma.shows(page, "helped")
    alma.changes(page, TEXT, revision=1)
    assert alma.browser.get(f"{page}show/")["Location"] == page
    seen = alma.see(page)
    assert "See the new wording" not in seen
    assert "Stop showing it" in seen
    assert "a walk" in ben.see(SHOWN)
    alma.send(f"{page}stop/")
    assert "a walk" not in ben.see(SHOWN)


def test_changed_while_the_space_rests_it_waits_for_a_look_too(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT)
    alma.shows(page, "happened")
    before = ben.see(SHOWN)
    ben.pause()
    resting = ben.see(SHOWN)
    assert TEXT not in resting
    answer = alma.changes(page, "A quarter of one.", revision=1)
    assert answer["Location"] == f"{page}?kept=change"
    assert "What you showed before can be read again when it opens." in alma.see(page)
    assert alma.browser.get(f"{page}show/")["Location"] == page
    assert ben.see(SHOWN) == resting
    assert "?waits=rests" in alma.send(f"{page}show/", {"parts": ["happened"], "sure": "yes"})["Location"]
    for who in (alma, ben):
        who.send("/together/space/ready/")
    assert ben.see(SHOWN) == before
    assert "A quarter of one." in alma.see(f"{page}show/")


def test_leaving_keeps_or_takes_as_was_asked(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT)
    alma.shows(page, "happened")
    leave(alma.keyring, take_back=False)
    copy = Shared.objects.get()
    assert read(ben.keyring, copy).said.happened == TEXT
    seen = alma.see(page)
    assert "Left in a space that has ended" in seen
    alma.send(f"{page}stop/")
    assert not Shared.objects.exists()


def test_the_copy_opens_for_the_two_alone(alma: Actor, chidi: Actor) -> None:
    alma.shows(alma.writes(TEXT), "happened")
    try:
        read(chidi.keyring, Shared.objects.get())
    except CannotOpen:
        return
    raise AssertionError("Chidi opened it")


def test_alone_there_is_a_quiet_page(esi: Actor) -> None:
    assert "Your pages are yours alone." in esi.see(SHOWN)
    page = esi.writes(TEXT)
    assert "?waits=over" in esi.send(f"{page}show/", {"parts": ["happened"]})["Location"]
