"""Writing a page, changing it, letting it go."""

from uuid import uuid4

from stepwell.ground.vault.api import read
from stepwell.own.journal.content import EntryV1
from stepwell.own.journal.models import Entry
from stepwell.own.journal.tests.cast import Actor
from stepwell.own.journal.writing import MOST_A_DAY

KEPT = "The train was late and nobody rang."


def kept(actor: Actor) -> list[EntryV1]:
    keyring = actor.keyring
    return [read(keyring, row) for row in Entry.objects.within(keyring, keyring.own).order_by("id")]


def test_esi_writes_a_page_and_reads_it_again(esi: Actor) -> None:
    page = esi.writes(
        KEPT, feelings=["sad"], triggers=["late"], touched=["trust"], new_helped="my sister, a walk"
    )
    seen = esi.see(page)
    assert KEPT in seen
    for word in ("sad", "late without word", "trust", "my sister, a walk", "Only you can read this."):
        assert word in seen
    # Alone there is nobody to show it to, and no empty seat is drawn.
    assert "Who may read it" not in seen


def test_a_form_sent_often_makes_one_page(esi: Actor) -> None:
    sent = {"form_id": str(uuid4()), "happened": KEPT, "day": "2025-03-04"}
    assert len({esi.send("/journal/new/", sent)["Location"] for _ in range(4)}) == 1
    assert len(kept(esi)) == 1


def test_a_word_alone_is_enough_and_nothing_at_all_is_not(esi: Actor) -> None:
    assert "silence" in esi.see(esi.writes(triggers=["silence"]))
    empty = {"form_id": str(uuid4()), "happened": "  \n ", "day": "2025-03-04"}
    assert "There is nothing to keep yet." in esi.page_after("/journal/new/", empty, 422)


def test_each_sort_asks_its_own_and_takes_no_more(esi: Actor) -> None:
    esi.writes("Tea.", at="/journal/new/good/", triggers=["late"], helped=["friend"])
    esi.writes("I held back.", at="/journal/new/self/", hindered=["shame"])
    good, self_ = kept(esi)
    assert (good.sort, good.said.triggers, good.said.helped) == ("gratitude", (), ("friend",))
    assert (self_.sort, self_.said.hindered) == ("reflection", ("shame",))
    assert 'name="triggers"' not in esi.see("/journal/new/good/")


def test_what_does_not_fit_comes_back_whole(esi: Actor) -> None:
    long = "a" * 12_001
    for sent, why in (
        ({"happened": long, "day": "2025-03-04"}, "At most 12000 characters fit here."),
        ({"happened": KEPT, "day": "2999-01-01"}, "This day is still to come."),
        ({"happened": KEPT, "day": "1650-01-01"}, "longer ago than the pages reach"),
        ({"happened": KEPT, "day": "soon"}, "not a day that can be read"),
        ({"happened": KEPT, "day": "2025-03-04", "new_helped": "x" * 41}, "up to 40 letters"),
        ({"happened": KEPT, "day": "2025-03-04", "new_helped": "a,b,c,d,e,f,g"}, "up to 6 at a time"),
        ({"happened": KEPT, "day": "2025-03-04", "helped": ["no such word"]}, "choose one of the answers"),
    ):
        page = esi.page_after("/journal/new/", {"form_id": str(uuid4()), **sent}, 422)
        assert why in page
        assert sent["happened"] in page
    assert not kept(esi)


def test_a_day_holds_so_many_and_the_words_stay(esi: Actor) -> None:
    for _ in range(MOST_A_DAY):
        esi.writes("again")
    sent = {"form_id": str(uuid4()), "happened": KEPT, "day": "2024-01-01"}
    assert KEPT in esi.page_after("/journal/new/", sent, 429)


def test_words_that_were_used_stand_on_the_page_next_time(esi: Actor) -> None:
    before = esi.see("/journal/new/").count('name="triggers"')
    esi.writes(new_triggers="the blue car", more_triggers=["dream"])
    page = esi.see("/journal/new/")
    assert page.count('name="triggers"') == before + 2
    assert 'value="own:the blue car"' in page
    assert "the blue car" in esi.see("/journal/words/")
    esi.send("/journal/words/", {"kind": "triggers", "word": "own:the blue car"})
    assert "the blue car" not in esi.see("/journal/words/") + esi.see("/journal/new/")


def test_own_words_of_a_check_in_are_words_of_the_journal(esi: Actor) -> None:
    esi.send("/check-ins/new/", {"form_id": str(uuid4()), "new_hard": "the tenth of May"})
    assert 'name="triggers" type="checkbox" value="own:the tenth of May"' in esi.see("/journal/new/")


def test_changed_in_two_places_both_wordings_are_kept(esi: Actor) -> None:
    page = esi.writes("first")
    esi.changes(page, "from the phone", revision=1)
    clash = esi.changes(page, "from the desk", revision=1, status=409).content.decode()
    assert "from the phone" in clash
    assert "from the desk" in clash
    seen = esi.see(page)
    assert "from the phone" in seen
    assert "from the desk" in seen
    aside = kept(esi)[0].aside[0].id
    for _ in range(2):  # a second press changes nothing
        esi.send(f"{page}aside/{aside}/let-go/")
    assert "from the desk" not in esi.see(page)


def test_a_page_deleted_meanwhile_gives_the_words_back(esi: Actor) -> None:
    page = esi.writes("first")
    for _ in range(2):
        assert esi.send(f"{page}delete/")["Location"] == "/journal/"
    assert KEPT in esi.changes(page, KEPT, revision=1, status=404).content.decode()
    esi.see(page, 404)


def test_nobody_else_finds_it(alma: Actor, ben: Actor, chidi: Actor) -> None:
    page = alma.writes(KEPT)
    for other in (ben, chidi):
        for way in ("", "change/", "delete/"):
            other.see(f"{page}{way}", 404)
        for way in ("show/", "stop/"):
            other.send(f"{page}{way}", status=404)
        other.send(f"{page}delete/")
        other.changes(page, "theirs", revision=1, status=404)
    assert KEPT in alma.see(page)
