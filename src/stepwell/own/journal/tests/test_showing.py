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


def test_the_copy_follows_a_change_and_waits_while_the_space_rests(alma: Actor, ben: Actor) -> None:
    page = alma.writes(TEXT)
    alma.shows(page, "happened")
    alma.changes(page, "It was half an hour.", revision=1)
    assert "It was half an hour." in ben.see(SHOWN)
    ben.pause()
    resting = ben.see(SHOWN)
    assert "half an hour" not in resting
    alma.changes(page, "A quarter of one.", revision=2)
    assert ben.see(SHOWN) == resting
    assert "?waits=rests" in alma.send(f"{page}show/", {"parts": ["happened"], "sure": "yes"})["Location"]
    for who in (alma, ben):
        who.send("/together/space/ready/")
    assert "A quarter of one." in ben.see(SHOWN)


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
