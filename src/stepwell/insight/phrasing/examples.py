"""The labelled examples of the project, and which of them are kept apart from tuning."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "examples"
OWNED = "owned feeling"
# Sentences written to teach the weights, and for nothing else: nothing is measured on them.
LESSONS = "lessons"
# Measured whole when they were new, and then read whole to better the rules: no part of them is apart.
READ_WHOLE = ("second", "fifth", LESSONS)
# Measured and never read by whoever betters the rules: all of it is apart.
NEVER_READ = ("eighth",)


@dataclass(frozen=True, slots=True)
class Example:
    """`kinds` is empty where there is nothing to mark; `note` says what sort of draft it is."""

    id: str
    text: str
    kinds: frozenset[str]
    note: str
    batch: str

    @property
    def held_apart(self) -> bool:
        """A third, by the hash of the id: it stays the same third whatever is added."""
        if self.batch in NEVER_READ:
            return True
        if self.batch in READ_WHOLE:
            return False
        return int(sha256(self.id.encode()).hexdigest(), 16) % 3 == 0


def teaching() -> list[Example]:
    """What rules and weights may learn from: nothing kept apart, nor its twin that somebody else wrote."""
    every = examples()
    apart = {one.text for one in every if one.held_apart}
    return [one for one in every if not one.held_apart and one.text not in apart]


def examples(name: str = "") -> list[Example]:
    """Those of one file, or all, in the order of files and lines."""
    return list(_read(name))


def _read(name: str) -> Iterator[Example]:
    for path in sorted(FOLDER.glob(f"{name or '*'}.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            given = json.loads(line)
            yield Example(given["id"], given["text"], frozenset(given["kinds"]), given["note"], path.stem)
