"""A look at the words: marked for the writer alone, another wording taken or left, and nothing kept."""

import logging
from uuid import uuid4

import pytest
from django.apps import apps

from stepwell.together.letters.marking import look_at, taken
from stepwell.together.letters.models import Letter
from stepwell.together.letters.tests.cast import Actor

pytestmark = pytest.mark.django_db
NEW = "/letters/new/letter/"
BLOW = "You always lie to me, you are such a liar."
PAIN = "I am so angry that I shook when I saw the message."


def _rows() -> int:
    return sum(model._default_manager.count() for model in apps.get_models())


def test_the_same_page_comes_back_marked_with_every_word(alma: Actor) -> None:
    sent = {"form_id": str(uuid4()), "part-words": f"{PAIN} {BLOW}", "do": "look"}
    page = alma.send(NEW, sent, 200).content.decode()
    assert "<mark>" in page
    assert page.count(PAIN) >= 2, "in the marked text, and in the field"
    assert f"{sent['form_id']}" in page, "it is the same form"
    assert not Letter.objects.within(alma.keyring).exists()


def test_owned_anger_has_nothing_to_mark(alma: Actor) -> None:
    page = alma.send("/words/", {"text": PAIN}, 200).content.decode()
    assert "<mark>" not in page
    assert "Nothing is marked here." in page


def test_it_holds_nobody_up(alma: Actor, ben: Actor) -> None:
    page = alma.writes(BLOW)
    preview = alma.see(f"{page}give/")
    assert "Some words may land as a blow" in preview
    given = alma.gives(page)
    assert BLOW in ben.see(given)
    assert "land as a blow" not in ben.see(given), "the other never learns that something was marked"


@pytest.mark.parametrize("text", ["😀👩‍👩‍👧 " + BLOW, "שלום عليكم. " + BLOW, f"Dear you,\r\n\r\n{BLOW}\r\n"])
def test_marks_stand_at_the_words_themselves(text: str) -> None:
    looked = look_at({"text": ("", text)}).texts[0]
    assert "".join(piece.words for piece in looked.pieces) == text.replace("\r\n", "\n")
    marked = [piece.words for piece in looked.pieces if piece.note]
    assert marked == [note.words for note in looked.notes]
    assert all(words in BLOW for words in marked)


def test_a_wording_is_taken_and_the_rest_stays(alma: Actor) -> None:
    text = f"😀 Dear Ben,\r\n{BLOW} I was waiting."
    note = next(one for one in look_at({"part-words": ("", text)}).texts[0].notes if one.take)
    sent = {"form_id": str(uuid4()), "part-words": text, "take": note.take}
    page = alma.send(NEW, sent, 200).content.decode()
    changed = taken({"part-words": text}, note.take)
    assert changed
    assert "Yesterday, when …, I felt …" in changed[1]
    assert "Say it of this one time" not in changed[1], "advice is no wording"
    assert changed[1].startswith("😀 Dear Ben,\n")
    assert changed[1].endswith(" I was waiting.")
    assert not Letter.objects.within(alma.keyring).exists()
    assert "Your text is as you left it." not in page


def test_a_wording_that_ends_a_sentence_ends_it_once() -> None:
    text = "You never listen to me. I wait."
    note = next(one for one in look_at({"text": ("", text)}).texts[0].notes if one.take)
    changed = taken({"text": text}, note.take)
    assert changed == ("text", "On … I needed …, and it did not come. I wait.")


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("", "I am sorry you feel that way, truly.", ""),
        (
            "Thanks for the soup. ",
            "I did it because you were cold and I only did it because you left.",
            " I wait.",
        ),
        ("Dear you,\n", "You always lie to me 😀 about the phone", "\nAt 3.30 I wait"),
        ("😀👩‍👩‍👧 שלום. ", "You always lie to me!?", " I wait."),
        ("Hm... ", "You never listen", " 😀\nAt 3.30"),
        ("- ", "At 3.30 you never listen", "\n- the bins"),
        ("(", "You never listen.", ") The bins are out."),
    ],
)
def test_a_wording_stands_for_the_whole_sentence_and_touches_no_other(
    before: str, words: str, after: str
) -> None:
    text = before + words + after
    for note in look_at({"text": ("", text)}).texts[0].notes:
        _name, changed = taken({"text": text}, note.take) or ("", "")
        assert changed.startswith(before)
        assert changed.endswith(after)
        wording = changed[len(before) : len(changed) - len(after)]
        assert wording.rstrip(".") in note.instead, "nothing of the sentence is left beside it"


def test_a_sentence_too_long_to_lose_is_left_to_its_writer() -> None:
    text = "You never listen " + "and there was the lake and the boat and the rain " * 8
    looked = look_at({"text": ("", text)})
    assert looked.texts[0].notes[0].instead
    assert not any(note.take for note in looked.texts[0].notes)


def test_a_gap_in_a_taken_wording_is_pointed_out_kindly(alma: Actor) -> None:
    note = next(one for one in look_at({"part-words": ("", BLOW)}).texts[0].notes if one.take)
    page = alma.send(
        NEW, {"form_id": str(uuid4()), "part-words": BLOW, "take": note.take}, 200
    ).content.decode()
    assert "your own words are still to come" in page
    assert (
        "your own words are still to come"
        not in alma.send("/words/", {"text": "I wait… I wait."}, 200).content.decode()
    )
    kept = alma.writes("Yesterday, when …, I felt sad.")
    assert "You may want to fill it in first" in alma.see(f"{kept}give/")
    assert "fill it in first" not in alma.see(f"{alma.writes('Yesterday I felt sad.')}give/")


@pytest.mark.parametrize(
    "take", ["", "x", "part-words|0|gone", "part-words|999999999|", "other|0|You", "|||"]
)
def test_a_wording_for_words_that_are_gone_changes_nothing(alma: Actor, take: str) -> None:
    sent = {"form_id": str(uuid4()), "part-words": "All is well.", "take": take}
    page = alma.send(NEW, sent, 200).content.decode()
    assert "Your text is as you left it." in page
    assert "All is well." in page


def test_a_wording_taken_in_a_text_too_long_to_keep_loses_nothing(alma: Actor) -> None:
    text = BLOW + " I wait." + " x" * 20_000 + " The end."
    note = next(one for one in look_at({"part-words": ("", text)}).texts[0].notes if one.take)
    sent = {"form_id": str(uuid4()), "part-words": text, "take": note.take}
    page = alma.send(NEW, sent, 200).content.decode()
    assert " x The end." in page.split("<textarea")[1]


def test_danger_gets_help_and_no_wording(alma: Actor) -> None:
    text = "You always lie. I will hit you if you talk to her again."
    for url, name in ((NEW, "part-words"), ("/words/", "text")):
        page = alma.send(url, {"form_id": str(uuid4()), name: text, "do": "look"}, 200).content.decode()
        assert "People you can call" in page
        assert "<mark>" not in page
        assert 'name="take"' not in page


def test_nothing_of_a_look_is_kept_or_logged(alma: Actor, caplog: pytest.LogCaptureFixture) -> None:
    alma.see("/today/")
    before = _rows()
    with caplog.at_level(logging.DEBUG):
        alma.send("/words/", {"text": BLOW}, 200)
        alma.send("/words/i-feel/", {"feel": "that you are a liar", "when": "x", "because": "y"}, 200)
    assert _rows() == before
    assert "liar" not in caplog.text


def test_a_hundred_thousand_characters_come_back_in_bounded_time(alma: Actor) -> None:
    text = "You always lie. " * 6250
    page = alma.send("/words/", {"text": text}, 422).content.decode()
    assert text.strip() in page
    assert "At most 20000 characters fit here. These are 100000." in page
    page = alma.send(NEW, {"form_id": str(uuid4()), "part-words": text, "do": "look"}, 200).content.decode()
    assert text.strip() in page


def test_i_feel_when_because_is_put_together_with_a_kind_word(alma: Actor) -> None:
    sent = {
        "feeling": "afraid",
        "when": "the phone lit up at dinner on Tuesday",
        "because": "it was as in May",
    }
    page = alma.send("/words/i-feel/", sent, 200).content.decode()
    assert "I feel afraid, when the phone lit up at dinner on Tuesday, because it was as in May." in page
    page = alma.send("/words/i-feel/", sent | {"feel": "that you are a liar"}, 200).content.decode()
    assert "begins a thought about the other" in page
    page = alma.send("/words/i-feel/", sent | {"feel": "betrayed by your selfishness"}, 200).content.decode()
    assert '<b>I feel …</b> <span dir="auto">your selfishness</span>' in page
    whole = {"feel": "I feel sad.", "when": "when it rained", "because": "Because of May"}
    page = alma.send("/words/i-feel/", whole, 200).content.decode()
    assert "I feel sad, when it rained, because of May." in page
    alma.send("/words/i-feel/", {"feel": "x" * 5000}, 422)
    assert "nothing written here" in alma.send("/words/i-feel/", {}, 422).content.decode()


def test_the_sentence_begins_a_letter(alma: Actor) -> None:
    sent = {"form_id": str(uuid4()), "part-words": "I feel sad, when it rained.", "then": "change"}
    change = alma.send(NEW, sent)["Location"]
    assert change.endswith("/change/")
    assert "I feel sad, when it rained." in alma.see(change)
