"""What check-ins hand to the page of what goes along, and the words they lend to a journal."""

from datetime import UTC, datetime

from stepwell.ground.people.testing import make_person
from stepwell.own.understanding.api import Told
from stepwell.together.checkins import telling, writing
from stepwell.together.checkins.content import AnswersV1
from stepwell.together.checkins.lending import lent
from stepwell.together.checkins.testing import keep_one

NOW = datetime(2026, 3, 4, 18, tzinfo=UTC)


def test_ratings_and_marks_of_a_day_are_handed_in_and_no_text(db: None) -> None:
    esi, alma = make_person("Esi"), make_person("Alma")
    answers = AnswersV1(safety=0, hard=("late", "own:grey"), helped=("walk",), noticed="Not for this.")
    keep_one(esi.keyring, answers, now=NOW)
    keep_one(alma.keyring, AnswersV1(safety=9), now=NOW)
    source = telling.source()
    told = list(source.days(esi.keyring))
    assert told == [Told(NOW.date(), {"safety": 0.0}, ("t:late", "t:own:grey", "h:walk"))]
    assert source.name("t:late") == "late without word"
    assert source.name("t:own:grey") == "grey"
    assert source.name("h:late") == source.name("p:late") == ""


def test_the_stamp_changes_with_every_writing_and_with_nothing_else(db: None) -> None:
    esi, alma, source = make_person("Esi"), make_person("Alma"), telling.source()
    stamps = [source.stamp(esi.keyring)]
    one = keep_one(esi.keyring, AnswersV1(safety=3), now=NOW)
    stamps.append(source.stamp(esi.keyring))
    writing.correct(esi.keyring, one, answers=AnswersV1(safety=4), revision=1, couple=None)
    stamps.append(source.stamp(esi.keyring))
    keep_one(alma.keyring, AnswersV1(safety=9), now=NOW)
    assert source.stamp(esi.keyring) == stamps[-1]
    keep_one(esi.keyring, AnswersV1(safety=3), now=NOW)
    stamps.append(source.stamp(esi.keyring))
    writing.delete(esi.keyring, one)
    stamps.append(source.stamp(esi.keyring))
    assert len(set(stamps)) == 5


def test_words_have_the_same_keys_in_a_journal(db: None) -> None:
    words = lent()
    assert words["triggers"].words["late"] == telling.source().name("t:late")
    assert set(words) == {"feelings", "body", "triggers", "helped"}
