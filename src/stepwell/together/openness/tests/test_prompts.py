"""The prompts: from light to deep in families, and none of them digs. tests/house walks their words."""

import re

import pytest

from stepwell.together.openness.prompts import FAMILIES

# A prompt is no place for a confession told piece by piece.
DIGS = re.compile(
    r"\b(secret\w*|lie|lied|lies|hid|hidden|affair\w*|cheat\w*|guilt\w*|confess\w*|wronged|victim\w*|"
    r"betray\w*|forgiv\w*|never told|not told)\b",
    re.IGNORECASE,
)
PROMPTS = [(str(name), key, depth, str(words)) for name, family in FAMILIES for key, depth, words in family]


def test_the_ladder_goes_from_light_to_deep_in_families() -> None:
    assert len(PROMPTS) >= 55
    assert len({key for _name, key, _depth, _words in PROMPTS}) == len(PROMPTS)
    assert len({words for _name, _key, _depth, words in PROMPTS}) == len(PROMPTS)
    assert {depth for _name, _key, depth, _words in PROMPTS} == {1, 2, 3, 4, 5}
    assert sum(depth == 1 for _name, _key, depth, _words in PROMPTS) >= 12
    for name, family in FAMILIES:
        depths = [depth for _key, depth, _words in family]
        assert depths == sorted(depths), str(name)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt[1])
def test_no_prompt_asks_for_a_confession(prompt: tuple[str, str, int, str]) -> None:
    assert not DIGS.search(prompt[3])
