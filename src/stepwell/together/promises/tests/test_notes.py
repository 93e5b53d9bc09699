"""Private notes: the other's pages are the same bytes with one and without."""

import re
from uuid import uuid4

import pytest

from stepwell.ground.people.testing import PASSWORD
from stepwell.together.promises.models import Note
from stepwell.together.promises.tests.cast import TUESDAY, Actor

pytestmark = pytest.mark.django_db
WORDS = "He said it in the kitchen, and looked at me."


def pages_of(reader: Actor, promise: str) -> list[str]:
    return [reader.see(path) for path in ("/promises/", promise, "/promises/story/", "/together/", "/mine/")]


def test_alma_notes_and_ben_sees_nothing_of_it(alma: Actor, ben: Actor) -> None:
    page = ben.promises()
    before, taken = pages_of(ben, page), ben.takes_everything()
    alma.notes(page, WORDS)
    assert WORDS in alma.see(page)
    assert pages_of(ben, page) == before
    assert WORDS not in ben.takes_everything()
    assert WORDS in alma.takes_everything()
    assert taken


def test_a_note_goes_when_its_owner_lets_it_go(alma: Actor, ben: Actor) -> None:
    page = ben.promises()
    alma.notes(page, WORDS)
    note = Note.objects.within(alma.keyring).get()
    never = f"/promises/{uuid4()}/note/{uuid4()}/forget/"
    for url in (f"{page}note/{note.id}/forget/", never):
        assert ben.send(url)["Location"] == "/promises/"
    assert WORDS in alma.see(page)
    assert alma.send(f"{page}note/{note.id}/forget/")["Location"] == page
    assert WORDS not in alma.see(page)
    assert alma.send(f"{page}note/{note.id}/forget/")["Location"] == "/promises/", "pressed twice, done once"


def test_one_may_note_beside_ones_own(ben: Actor) -> None:
    page = ben.promises(who="me")
    ben.notes(page, WORDS)
    assert WORDS in ben.see(page)


def test_a_stranger_notes_nowhere(ben: Actor, chidi: Actor) -> None:
    page = ben.promises()
    chidi.send(f"{page}note/", {"form_id": str(uuid4()), "text": WORDS}, 404)
    assert not Note.objects.within(chidi.keyring).exists()


@pytest.mark.parametrize("text", ["", "x" * 2001], ids=["nothing", "too long"])
def test_what_does_not_fit_stays_in_the_form(alma: Actor, ben: Actor, text: str) -> None:
    page = ben.promises()
    alma.refused(f"{page}note/", {"form_id": str(uuid4()), "text": text})


def test_the_same_note_twice_is_one_and_a_day_holds_so_many(
    alma: Actor, ben: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stepwell.together.promises.noting.MOST_A_DAY", 1)
    page = ben.promises()
    form = {"form_id": str(uuid4()), "text": WORDS}
    for _ in range(2):
        alma.send(f"{page}note/", form)
    assert Note.objects.within(alma.keyring).count() == 1
    alma.refused(f"{page}note/", {"form_id": str(uuid4()), "text": "one more note beside it"}, 429)


def test_it_stays_with_its_writer_when_the_space_ends(alma: Actor, ben: Actor) -> None:
    page = ben.promises(first=TUESDAY)
    alma.notes(page, WORDS)
    alma.send("/together/space/leave/")
    assert WORDS in alma.takes_everything()
    assert WORDS not in ben.takes_everything()


@pytest.mark.parametrize("ends", ["he leaves", "she leaves", "his account ends"])
def test_beside_what_is_out_of_sight_it_is_read_and_let_go_on_the_list(
    alma: Actor, ben: Actor, ends: str
) -> None:
    page = ben.promises()
    alma.notes(page, WORDS)
    alma.notes(alma.promises("I say when I need quiet."), "Beside her own.")
    assert WORDS not in alma.see("/promises/")
    if ends == "his account ends":
        ben.send("/settings/delete/", {"password": PASSWORD}, 200)
    else:
        (ben if ends == "he leaves" else alma).send("/together/space/leave/")
    alma.see(page, 404)
    listed = alma.see("/promises/")
    assert WORDS in listed
    assert "Beside her own." not in listed, "what she can open has its notes on its page"
    assert "I ring at six." not in listed
    (forget,) = re.findall(r'action="([^"]+/forget/)"', listed)
    assert alma.send(forget)["Location"] == "/promises/"
    assert WORDS not in alma.see("/promises/") + alma.takes_everything()


def test_one_that_is_written_while_the_space_ends_is_kept_all_the_same(alma: Actor, ben: Actor) -> None:
    page = ben.promises()
    form = {"form_id": str(uuid4()), "text": WORDS}
    ben.send("/together/space/leave/")
    for _ in range(2):
        kept = alma.send(f"{page}note/", form)["Location"]
    assert WORDS in alma.see(kept)
    assert f'data-saved="promise-note-{page.split("/")[2]}"' in alma.see(kept)
    assert alma.see("/promises/?kept=odd")
    assert Note.objects.within(alma.keyring).count() == 1
    assert WORDS not in ben.takes_everything()


def test_what_cannot_be_kept_any_more_is_given_back(
    alma: Actor, ben: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, own = ben.promises(), ben.promises(who="me")
    ben.send("/together/space/leave/")
    for path in (own, f"/promises/{uuid4()}/"):
        alma.refused(f"{path}note/", {"form_id": str(uuid4()), "text": WORDS}, 404)
    alma.refused(f"{page}note/", {"form_id": str(uuid4()), "text": "a long note " * 200}, 404)
    monkeypatch.setattr("stepwell.together.promises.noting.MOST_A_DAY", 0)
    alma.refused(f"{page}note/", {"form_id": str(uuid4()), "text": WORDS}, 404)
    assert not Note.objects.within(alma.keyring).exists()
