"""From a word as typed to words as meant: contractions spelt out, text-speak, slips of the hand."""

import re

from stepwell.insight.phrasing.language import SHORTEST_SLIP, Language, Phrase

THREE = re.compile(r"(.)\1{2,}")
APOSTROPHES = re.compile("[’ʼ`´]")
LONGEST_WORD = 24


class Speller:
    """Remembers what it has spelt, because people repeat themselves. One for each draft."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._known: dict[str, Phrase] = {}

    def sign(self, typed: str) -> str:
        return self._language.signs.get(typed, "")

    def spell(self, typed: str) -> Phrase:
        known = self._known.get(typed)
        if known is None:
            word = APOSTROPHES.sub("'", typed.lower())
            known = self._known[typed] = self._spelt(word)
        return known

    def _spelt(self, word: str) -> Phrase:
        spellings, vocabulary = self._language.spellings, self._language.vocabulary
        if word in spellings:
            return spellings[word]
        if "'" in word:
            return self._apart(word)
        for shape in (word, self._calm(word)):
            if shape in spellings:
                return spellings[shape]
            if shape in vocabulary:
                return (shape,)
        word = shape
        if word.endswith("in") and word + "g" in vocabulary:
            return (word + "g",)
        return (self._slip(word),)

    def _apart(self, word: str) -> Phrase:
        """The two words of "you're", and of "sister's"."""
        for ending, meant in self._language.endings.items():
            if word.endswith(ending) and len(word) > len(ending):
                stem = word[: -len(ending)]
                if ending == "'s" and stem not in self._language.before_is:
                    return (*self.spell(stem), "'s")
                return (*self.spell(stem), *meant)
        bare = word.replace("'", "")
        return self._language.spellings.get(bare, (bare,))

    def _calm(self, word: str) -> str:
        """What was drawn out for feeling ("sooooo") is the same word."""
        if not THREE.search(word):
            return word
        twice, once = THREE.sub(r"\1\1", word), THREE.sub(r"\1", word)
        known = self._language.vocabulary
        return twice if twice in known and once not in known else once

    def _slip(self, word: str) -> str:
        """The word of the rules that this one misses by one letter too many, one too few, or two swapped."""
        if not SHORTEST_SLIP - 1 <= len(word) <= LONGEST_WORD or not word.isalpha():
            return word
        meant = self._language.slips.get(word)
        if meant or len(word) <= SHORTEST_SLIP:
            return meant or word
        for at in range(1, len(word) - 1):
            shorter = word[:at] + word[at + 1 :]
            if len(shorter) >= SHORTEST_SLIP and shorter in self._language.vocabulary:
                return shorter
        return word
