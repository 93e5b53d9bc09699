"""When two people's own words are the same words: capitals, spaces and marks at the ends do not matter."""

import unicodedata

ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"})
ENDS = " .,;:!?-'\"()…*•"


def same(text: str) -> str:
    """The form in which words are compared. Empty for text that has no words in it."""
    plain = unicodedata.normalize("NFKC", text).translate(ALIKE).casefold()
    return unicodedata.normalize("NFKC", " ".join(plain.split()).strip(ENDS))
