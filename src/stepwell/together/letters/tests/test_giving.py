"""A letter is given, given back, answered, and taken back."""

import re
from uuid import uuid4

import pytest

from stepwell.own.selfcare.testing import keep_now
from stepwell.together.letters.models import Said, Sent
from stepwell.together.letters.tests.cast import BLANK, Actor

pytestmark = pytest.mark.django_db
WORDS, HEARD = "I wake at four and look for your shoes.", "You lie awake and check whether I am there."


@pytest.fixture
def given(alma: Actor, ben: Actor) -> str:
    page = alma.gives(alma.writes(WORDS))
    assert ben.finds() == [page]
    return page


def test_given_back_once_and_then_answered(alma: Actor, ben: Actor, given: str) -> None:
    assert "Your answer" not in ben.see(given)
    ben.says(given, 1, HEARD)
    assert "An answer opens then" in ben.see(given)
    assert HEARD in alma.see(given)
    alma.says(given, 2, verdict="yes")
    assert "Yes, that is it." in ben.see(given)
    ben.says(given, 5, "I will wake you when I get up.")
    for reader in (alma, ben):
        seen = reader.see(given)
        for part in (WORDS, HEARD, "Yes, that is it.", "I will wake you when I get up."):
            assert part in seen
        assert 'action="' + given + 'say/"' not in seen


def test_not_quite_once_more_and_an_answer_may_come_all_the_same(alma: Actor, ben: Actor, given: str) -> None:
    ben.says(given, 1, "You sleep badly.")
    alma.says(given, 2, "It is not the sleep.", "not-quite")
    assert "It is not the sleep." in ben.see(given)
    ben.says(given, 5, "But I am there.", status=409)
    ben.says(given, 3, HEARD)
    alma.says(given, 4, verdict="not-quite")
    ben.says(given, 5, "I hear that some of it is still missing.")
    assert Said.objects.within(ben.keyring).count() == 5


@pytest.mark.parametrize("step", [2, 3, 4, 5])
def test_nobody_answers_before_giving_back(alma: Actor, ben: Actor, given: str, step: int) -> None:
    """Of whoever's step it is, and of no step at all, the words come back."""
    for who in (alma, ben):
        answer = who.says(
            given, step, "What I had typed.", "yes", status=404 if _not_theirs(who, alma, step) else 409
        )
        assert "What I had typed." in answer.content.decode()
    assert not Said.objects.within(ben.keyring).exists()


def _not_theirs(who: Actor, writer: Actor, step: int) -> bool:
    return (who is writer) != (step in {2, 4})


def test_silence_not_now_and_putting_aside_are_the_same_bytes(alma: Actor, ben: Actor, given: str) -> None:
    silent = alma.see(given), alma.see("/letters/")
    assert BLANK in silent[0]
    ben.see(given)
    for verb in ("aside/", "back/"):
        ben.send(f"{given}{verb}")
        assert (alma.see(given), alma.see("/letters/")) == silent
    assert ben.finds() == [given]


def test_put_aside_it_can_be_found_again(ben: Actor, given: str) -> None:
    ben.send(f"{given}aside/")
    seen = ben.see("/letters/")
    assert seen.index("What you put out of your sight") < seen.index(given)


def test_only_what_was_given_goes_along(alma: Actor, ben: Actor) -> None:
    alma.writes("Only for me.")
    letter = alma.writes(WORDS)
    given = alma.gives(letter)
    alma.send(f"{letter}change/", {"part-words": "Another wording, later.", "revision": "1"})
    seen = ben.see(given) + ben.see("/letters/") + ben.takes_everything()
    assert "Only for me." not in seen
    assert "Another wording" not in seen
    assert letter.split("/")[2] not in seen, "the id of the private letter holds the moment it was written"
    assert WORDS in alma.see(given)


def test_taking_back_is_asked_first_also_without_a_script(alma: Actor, ben: Actor, given: str) -> None:
    page = alma.see(given)
    (fold,) = re.findall(r"<details(?:(?!</details>).)*take-back/.*?</details>", page, re.DOTALL)
    assert "cannot be taken up again" in fold
    assert page.count("take-back/") == 1


def test_where_it_is_given_back_no_sentence_of_one_s_own_is_offered(
    alma: Actor, ben: Actor, given: str
) -> None:
    assert "I feel … when … because …" not in ben.see(given)
    assert "Look at the words" in ben.see(given)
    ben.says(given, 1, HEARD)
    assert "I feel … when … because …" in alma.see(given)


def test_taken_back_later_reading_stops(alma: Actor, ben: Actor, given: str) -> None:
    for _ in range(2):
        assert alma.send(f"{given}take-back/")["Location"] == "/letters/"
    assert ben.finds() == []
    assert ben.see(given, 404) == ben.see(f"/letters/given/{uuid4()}/", 404)
    assert WORDS not in ben.takes_everything()
    late = ben.says(given, 1, "What I had written so far.", status=404).content.decode()
    assert "What I had written so far." in late
    assert "Nothing was sent." in late
    assert not Said.objects.within(ben.keyring).exists()


def test_taken_back_after_words_were_said_these_stay_their_own(alma: Actor, ben: Actor, given: str) -> None:
    ben.says(given, 1, HEARD)
    alma.says(given, 2, "It is not the sleep.", "not-quite")
    alma.send(f"{given}take-back/")
    for reader in (alma, ben):
        seen = reader.see(given)
        assert HEARD in seen
        assert WORDS not in seen
        assert "It is not the sleep." not in seen
        assert "A letter that was taken back" in seen
        assert HEARD in reader.takes_everything()
    ben.send(f"{given}unsay/", {"step": "1"})
    alma.see(given, 404)


def test_given_again_after_it_was_taken_back(alma: Actor, ben: Actor) -> None:
    letter = alma.writes(WORDS)
    first = alma.gives(letter)
    alma.send(f"{first}take-back/")
    second = alma.gives(letter)
    assert second != first
    assert ben.finds() == [second]


def test_given_once_and_only_the_wording_that_was_seen(alma: Actor, ben: Actor) -> None:
    letter = alma.writes(WORDS)
    alma.send(f"{letter}change/", {"part-words": "Sharper than I meant.", "revision": "1"})
    late = alma.send(f"{letter}give/", {"revision": "1"}, 409).content.decode()
    assert "Sharper than I meant." in late
    assert not Sent.objects.within(alma.keyring).exists()
    assert alma.gives(letter, 2) == alma.gives(letter, 2)
    assert len(ben.finds()) == 1


def test_a_word_taken_back_opens_its_step_again(alma: Actor, ben: Actor, given: str) -> None:
    ben.says(given, 1, HEARD)
    alma.says(given, 2, verdict="yes")
    for _ in range(2):
        alma.send(f"{given}unsay/", {"step": "2"})
    assert "Yes, that is it." not in ben.see(given)
    ben.says(given, 5, "An answer.", status=409)
    alma.send(f"{given}unsay/", {"step": "1"})
    assert HEARD in ben.see(given), "another's words are not mine to take back"


def test_the_same_form_twice_is_one_word(ben: Actor, given: str) -> None:
    form = {"form_id": str(uuid4()), "step": "1", "words": HEARD}
    for _ in range(2):
        ben.send(f"{given}say/", form)
    assert Said.objects.within(ben.keyring).count() == 1


def test_too_much_just_now_keeps_the_letter_and_tells_nobody(alma: Actor, ben: Actor) -> None:
    letter, before = alma.writes(WORDS), ben.see("/letters/")
    keep_now(alma.keyring, "numb")
    assert "it is a lot just now" in alma.see(f"{letter}give/")
    alma.gives(letter, status=422)
    assert ben.see("/letters/") == before
    assert not Sent.objects.within(alma.keyring).exists()


@pytest.mark.parametrize("words", ["", "x" * 9000], ids=["nothing", "too long"])
def test_what_does_not_fit_stays_in_the_form(ben: Actor, given: str, words: str) -> None:
    assert words in ben.says(given, 1, words, status=422).content.decode()


def test_a_day_holds_so_many(alma: Actor, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = alma.writes("One more.")
    monkeypatch.setattr("stepwell.together.letters.giving.MOST_A_DAY", 1)
    assert "One more." in alma.send(f"{letter}give/", {"revision": "1"}, 429).content.decode()
    assert Sent.objects.within(alma.keyring).count() == 1


def test_no_stranger_can_do_anything(chidi: Actor, esi: Actor, alma: Actor, given: str) -> None:
    for stranger in (chidi, esi):
        stranger.see(given, 404)
        stranger.says(given, 1, "No.", status=404)
        for verb in ("aside/", "back/"):
            stranger.send(f"{given}{verb}", status=404)
        for verb in ("take-back/", "unsay/"):
            assert stranger.send(f"{given}{verb}", {"step": "1"})["Location"] == "/letters/"
    alma.send(f"{given}aside/", status=404)
    assert Sent.objects.within(alma.keyring).count() == 1
