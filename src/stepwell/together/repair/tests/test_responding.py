"""A line for the plan for storms, out of what Alma found in her own days."""

from stepwell.own.safety.testing import answer, clear
from stepwell.own.selfcare.testing import keep_now
from stepwell.own.understanding.testing import link, signal, tell
from stepwell.together.repair import keeping
from stepwell.together.repair.errors import LONGEST_LIST
from stepwell.together.repair.tests.cast import Actor

ASK = {"signal": "safety", "factor": "t:own:the late train"}
WORDS = "The late train: ring from the platform."
HELPS, WORSE = "“What helps me”, in the plan for storms", "“What makes it worse”, in that plan"


def found(actor: Actor) -> None:
    tell(actor.keyring, signal("safety", link("t:own:the late train", -1.6), link("h:walk", 1.1)))


def asked(actor: Actor, **ask: str) -> str:
    return str(actor.send("/along/respond/", {**ASK, **ask}, 200).content.decode()).split("<main", 1)[1]


def test_the_line_lies_with_her_own_and_is_read_over_there(alma: Actor, ben: Actor) -> None:
    clear(alma.keyring)
    alma.writes(helps="A walk.")
    before = ben.plan
    found(alma)
    page = asked(alma)
    assert HELPS in page
    assert WORSE in page
    answer = alma.send("/along/respond/", {**ASK, "to": "repair.helps", "text": WORDS})
    assert answer["Location"] == "/repair/mine/"
    assert WORDS in alma.see("/repair/mine/")
    kept = keeping.mine(alma.keyring)
    assert kept is not None
    assert kept.part.helps == f"A walk.\n{WORDS}"
    # Nobody is told before she puts it forward.
    assert ben.plan == before
    alma.send("/along/respond/", {**ASK, "to": "repair.worse", "text": "A joke about it."})
    assert keeping.mine(alma.keyring).part.worse == "A joke about it."  # type: ignore[union-attr]


def test_what_helps_goes_to_what_helps(alma: Actor) -> None:
    clear(alma.keyring)
    found(alma)
    page = asked(alma, factor="h:walk")
    assert HELPS in page
    assert WORSE not in page


def test_alone_resting_behind_the_gate_or_with_too_much_only_the_practice_stands(
    alma: Actor, ben: Actor, esi: Actor
) -> None:
    clear(alma.keyring)
    clear(esi.keyring)
    for actor in (alma, ben, esi):
        found(actor)
    unanswered, alone = asked(ben), asked(esi)
    answer(ben.keyring, yes=("a",))
    assert asked(ben) == unanswered, "the gate has one page, whatever it came from"
    assert HELPS in asked(alma)
    keep_now(alma.keyring, "over", distress=8)
    much = asked(alma)
    alma.pause()
    found(alma)
    for page in (unanswered, alone, much, asked(alma)):
        assert "The plan" not in page
        assert "storm" not in page
        assert "promise" not in page
        assert "/pause/with/" in page
    assert keeping.mine(ben.keyring) is None
    page = ben.send("/along/respond/", {**ASK, "to": "repair.helps", "text": WORDS}, 404).content.decode()
    assert WORDS in page
    assert keeping.mine(ben.keyring) is None


def test_a_full_part_gives_the_words_back(alma: Actor) -> None:
    clear(alma.keyring)
    alma.writes(helps="x" * (LONGEST_LIST - 10))
    found(alma)
    page = alma.send("/along/respond/", {**ASK, "to": "repair.helps", "text": WORDS}, 422).content.decode()
    assert WORDS in page
    assert "There is no place left there." in page
