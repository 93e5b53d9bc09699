"""The steps of a letter, in the order in which they are said: nobody answers before giving back.

1 the reader gives back → 2 the writer: that is it, or not quite → (3 gives back once more → 4 the writer) →
5 an answer. Plain computation, with no row in it.
"""

from collections.abc import Mapping

from stepwell.together.letters.content import Verdict

BACK, WORD, BACK_AGAIN, WORD_AGAIN, ANSWER = 1, 2, 3, 4, 5
OF_WRITER = frozenset({WORD, WORD_AGAIN})
GIVES_BACK = frozenset({BACK, BACK_AGAIN})
VERDICTS: tuple[Verdict, ...] = ("yes", "not-quite")


def next_step(said: Mapping[int, Verdict]) -> int | None:
    """The step that is open, by what was said so far (step to verdict). None: nothing more is said here."""
    last = max(said, default=0)
    if last == ANSWER:
        return None
    if last == WORD:
        return ANSWER if said[WORD] == "yes" else BACK_AGAIN
    # Once more, and no oftener: what is still not heard after that is for a talk, and no bolt on an answer.
    return last + 1


def is_theirs(step: int, *, writer: bool) -> bool:
    return writer == (step in OF_WRITER)
