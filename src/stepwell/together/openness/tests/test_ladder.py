"""A ladder of one's own: how deep one goes, topics in one's own words, and one step back."""

from uuid import uuid4

import pytest

from stepwell.together.openness import leaf
from stepwell.together.openness.limits import MOST_OWN
from stepwell.together.openness.models import Leaf, Opening
from stepwell.together.openness.prompts import own_of
from stepwell.together.openness.tests.cast import KITCHEN, Actor, standing, tell

DEEP, DEEPER = "home-rules", "comforted"


def test_at_first_only_what_is_light_is_offered(alma: Actor) -> None:
    page = alma.see()
    assert KITCHEN in page
    assert "What nobody spoke about" not in page
    assert "Shame" not in page, "a family that begins deeper is not there"
    assert "One step back" not in page


def test_one_goes_deeper_after_it_went_well_and_never_before(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    assert alma.depth == 1
    ben.says(opening, "well", "listened")
    assert (alma.depth, ben.depth) == (1, 1), "how it was for who listened moves nobody"
    alma.says(opening, "well", "listened", "time")
    assert (alma.depth, ben.depth) == (2, 1)
    assert "What nobody spoke about" in alma.see()
    assert "What nobody spoke about" not in ben.see()


@pytest.mark.parametrize("went", ["not-well", "unsaid"])
def test_where_it_did_not_go_well_it_stays(alma: Actor, ben: Actor, went: str) -> None:
    opening = tell(alma, ben)
    alma.says(opening, went, "pause")
    assert alma.depth == 1


def test_leaving_the_question_is_no_answer(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    alma.send(f"/openness/{opening}/after/", {"went": "well", "helped": ["time"], "do": "leave"})
    assert alma.depth == 1
    assert "You told it" not in alma.see()
    assert '"helped"' not in alma.takes_everything().partition('"openness"')[2].partition('"questions"')[0]


def test_what_is_told_again_at_a_lighter_place_opens_nothing_deeper(alma: Actor, ben: Actor) -> None:
    alma.says(tell(alma, ben), "well")
    alma.says(tell(alma, ben, "smell"), "well")
    assert alma.depth == 2
    alma.says(tell(alma, ben, DEEP), "well")
    assert alma.depth == 3


def test_five_is_as_deep_as_it_goes(alma: Actor, ben: Actor) -> None:
    for key in ("kitchen", DEEP, DEEPER, "harsh-voice", "be-seen"):
        alma.says(tell(alma, ben, key), "well")
    assert alma.depth == 5
    assert "Deeper ones are shown" not in alma.see()


def test_said_twice_it_is_said_once(alma: Actor, ben: Actor) -> None:
    opening = tell(alma, ben)
    for _ in range(3):
        alma.says(opening, "well", "listened")
    assert alma.depth == 2
    assert alma.takes_everything().count("being listened to") == 1


def test_a_deeper_one_cannot_be_chosen_and_is_as_if_it_were_not_there(alma: Actor) -> None:
    alma.asks(DEEP, status=404)
    alma.send(f"/openness/choose/{DEEP}/write/", status=404)
    assert alma.see(f"/openness/choose/{DEEP}/", 404) == alma.see("/openness/choose/never-was/", 404)
    assert not Opening.objects.exists()


def test_one_step_back_is_at_once_and_pressed_twice_it_is_one(alma: Actor, ben: Actor) -> None:
    for key in ("kitchen", DEEP):
        alma.says(tell(alma, ben, key), "well")
    before = ben.see()
    assert alma.depth == 3
    for _ in range(2):
        alma.send("/openness/step-back/", {"since": "3"})
    assert alma.depth == 2
    assert ben.see() == before
    alma.send("/openness/step-back/", {"since": "2"})
    alma.send("/openness/step-back/", {"since": "1"})
    assert alma.depth == 1


def test_stepping_back_takes_back_what_lies_deeper_even_where_both_said_yes(alma: Actor, ben: Actor) -> None:
    alma.says(tell(alma, ben), "well")
    nothing = ben.see()
    alma.asks(DEEP)
    ben.agrees(standing())
    alma.send("/openness/step-back/", {"since": "2"})
    assert not Opening.objects.filter(told=False).exists()
    assert ben.see() == nothing


def test_an_answer_that_comes_after_a_step_back_does_not_undo_it(alma: Actor, ben: Actor) -> None:
    alma.says(tell(alma, ben), "well")
    opening = tell(alma, ben, DEEP)
    alma.send("/openness/step-back/", {"since": "2"})
    alma.says(opening, "well")
    assert alma.depth == 1


def test_own_words_are_hers_alone_and_count_as_deep_as_she_says(alma: Actor, ben: Actor) -> None:
    alma.writes("The red scarf", 1)
    alma.writes("What I said at the lake", 4)
    light, deep = own_of(leaf.leaf_of(alma.keyring))
    page = alma.see()
    assert "The red scarf" in page
    assert "What I said at the lake" in page
    assert f"/openness/choose/{deep.key}/" not in page
    alma.asks(deep.key, status=404)
    for one in (light, deep):
        assert one.text not in ben.see()
        ben.see(f"/openness/own/{one.own}/", 404)
        ben.see(f"/openness/choose/{one.key}/", 404)
        ben.asks(one.key, status=404)
    alma.asks(light.key, "listen")
    assert "The red scarf" in ben.see()
    alma.says(_through(alma, ben), "well")
    assert alma.depth == 2, "her own words opened the next"


def _through(one: Actor, other: Actor) -> object:
    opening = standing()
    other.agrees(opening)
    one.told(opening)
    return opening


def test_own_words_are_let_go_once(alma: Actor) -> None:
    alma.writes("The red scarf")
    own = own_of(leaf.leaf_of(alma.keyring))[0].own
    assert "The red scarf" in alma.see(f"/openness/own/{own}/")
    for _ in range(2):
        alma.send(f"/openness/own/{own}/")
    assert "The red scarf" not in alma.see()
    alma.send(f"/openness/own/{uuid4()}/")


@pytest.mark.parametrize("text", ["", "   ", "\u0000\u200b", "x" * 241])
def test_what_cannot_be_kept_stays_in_the_field(alma: Actor, text: str) -> None:
    answered = alma.writes(text, status=422).content.decode()
    assert text.strip("\u0000\u200b ") in answered
    assert not Leaf.objects.exists()


def test_a_depth_that_is_none_is_said_so(alma: Actor) -> None:
    for depth in ("0", "6", "x", ""):
        answered = alma.send("/openness/own/", {"text": "The red scarf", "depth": depth}, 422)
        assert "The red scarf" in answered.content.decode()


def test_the_same_words_twice_are_one_topic_and_sixty_are_enough(alma: Actor) -> None:
    for _ in range(2):
        alma.writes("The red scarf")
    assert len(leaf.leaf_of(alma.keyring).own) == 1
    for number in range(MOST_OWN - 1):
        leaf.add(alma.keyring, f"Topic {number}", 1)
    answered = alma.writes("One more", status=422).content.decode()
    assert "as many as fit" in answered
    assert "One more" in answered
    assert len(leaf.leaf_of(alma.keyring).own) == MOST_OWN


def test_alone_there_is_all_that_needs_no_other(esi: Actor) -> None:
    page = esi.see()
    assert KITCHEN in page
    for word in ("invit", "partner", "Between you"):
        assert word not in page.partition("<main")[2]
    assert "Ask" not in esi.see("/openness/choose/kitchen/").partition("<main")[2]
    esi.asks("kitchen")
    assert not Opening.objects.exists()
    where = esi.send("/openness/choose/kitchen/write/")["Location"]
    assert "kitchen" not in where.lower(), "no word stands in an address"
    assert KITCHEN in esi.see(where)


def test_topics_lie_in_folds_and_only_a_new_ladder_shows_some(alma: Actor, ben: Actor) -> None:
    new = alma.see()
    assert new.count('<details class="fold" open>') == 1
    alma.asks()
    assert '<details class="fold" open>' not in alma.see()
    alma.takes_back()
    assert alma.see() == new
    led = alma.writes("What I would say", depth=3)["Location"]
    assert '<details class="fold" id="own" open>' in alma.see(led)
    page = alma.see()
    assert '<details class="fold" id="own">' in page
    assert "Half way down. Not to be chosen while you go less deep." in page
    assert "What I would say</a>" not in page


def test_alone_ones_own_topics_lie_open_however_deep(esi: Actor, alma: Actor) -> None:
    for one in (esi, alma):
        one.writes("What I never said", depth=5)
    own = leaf.leaf_of(esi.keyring).own[0].id
    page = esi.see()
    assert f'href="/openness/choose/{own}/"' in page
    for words in ("told one of these", "be heard", "step back"):
        assert words not in page, "nobody is missing here"
    assert "A topic for yourself" in esi.see(f"/openness/choose/{own}/")
    assert esi.send(f"/openness/choose/{own}/write/")
    hers = leaf.leaf_of(alma.keyring).own[0].id
    alma.see(f"/openness/choose/{hers}/", 404)
