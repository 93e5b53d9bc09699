"""What a plain list of words finds: the measure to beat, in the same run."""

KEYWORDS = {
    "criticism": "always never selfish lazy liar irresponsible thoughtless",
    "contempt": "idiot stupid pathetic disgusting loser bitch bastard useless ridiculous congratulations",
    "defensiveness": "fault but excuse blame supposed",
    "stonewalling": "whatever fine done enough bye",
    "minimising": "just overreacting sensitive nothing dramatic calm",
    "pressure": "must now owe forgive promise answer",
}
SETS = {kind: frozenset(words.split()) for kind, words in KEYWORDS.items()}


def by_keywords(text: str) -> frozenset[str]:
    words = {word.strip(".,!?;:\"'()") for word in text.lower().split()}
    return frozenset(kind for kind, listed in SETS.items() if listed & words)
