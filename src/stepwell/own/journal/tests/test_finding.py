"""Looking for something: by post, in memory, in one's own pages alone."""

import logging

import pytest

from stepwell.own.journal.tests.cast import Actor


def test_words_of_the_text_and_chosen_words_are_found(esi: Actor) -> None:
    train = esi.writes("The Train to Ulm was late. " + "filler " * 60 + "and the heron stood there")
    car = esi.writes("Nothing much", triggers=["phone"], new_helped="the old oak")
    for words, page in (
        ("train", train),
        ("HERON ulm", train),
        ("phone", car),
        ("oak", car),
        ("nothing turned", car),
    ):
        seen = esi.finds(words)
        assert f'href="{page}"' in seen, words
        assert seen.count('class="notes"') == 1
    assert "stood there" in esi.finds("heron")
    assert "Nothing was found." in esi.finds("zeppelin")
    assert "Nothing was found." in esi.finds("train oak")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("cafe", "In the Café again"),
        ("CAFÉ", "in the cafe\u0301 again"),
        ("naïve", "How naive of me"),
        ("naive", "How naïve of me"),
        ("STRASSE", "Die Straße war leer"),
        ("Straße", "die strasse war leer"),
        ("istanbul", "İstanbul"),
        ("שלום", "שָׁלוֹם"),
    ],
)
def test_capitals_and_accents_make_no_difference(esi: Actor, words: str, written: str) -> None:
    page = esi.writes(written)
    assert f'href="{page}"' in esi.finds(words)


def test_chosen_and_own_words_are_found_without_their_accents(esi: Actor) -> None:
    page = esi.writes("Nothing much", new_helped="Zoë and a crêpe")
    assert f'href="{page}"' in esi.finds("zoe CREPE")


def test_the_passage_is_where_the_word_stands(esi: Actor) -> None:
    esi.writes("e\u0301" * 300 + " ﬃﬃﬃ the heron stood there " + "filler " * 60)
    passage = esi.finds("heron").split('class="notes"')[1]
    assert "the heron stood there" in passage


def test_the_newest_day_comes_first_and_the_rest_further_back(esi: Actor) -> None:
    for n in range(1, 33):
        esi.writes(f"goose {n}.", day=f"2024-{n % 12 + 1:02d}-11")
    seen = esi.finds("goose")
    days = [part[:10] for part in seen.split('datetime="')[1:]]
    assert days == sorted(days, reverse=True)
    assert len(days) == 30
    further = esi.page_after("/journal/find/", {"words": "goose", "after": "30"}, 200)
    assert further.count('<a href="/journal/0') == 2
    assert "Further back" not in further


def test_what_is_looked_for_stands_in_no_address_and_no_log(
    esi: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page = esi.see("/journal/find/?words=heron")
    assert "heron" not in page
    assert 'method="post" action="/journal/find/"' in page
    esi.finds("heron")
    assert "heron" not in caplog.text


def test_nothing_of_another_is_found(alma: Actor, ben: Actor) -> None:
    page = alma.writes("a heron")
    alma.shows(page, "happened")
    assert "Nothing was found." in ben.finds("heron")


@pytest.mark.parametrize("words", ["", "   ", "x" * 101])
def test_what_cannot_be_looked_for_is_said(esi: Actor, words: str) -> None:
    esi.page_after("/journal/find/", {"words": words}, 422)
