"""Every address, every method, every visitor: what they get, what they see, and what may change by it."""

from typing import Any

import pytest

from tests.house.matrix.addresses import PARTS, address, has_owners
from tests.house.matrix.asking import Answer, ask
from tests.house.matrix.cast import VISITORS, Cast
from tests.house.matrix.sending import form_for
from tests.house.matrix.table import METHODS, TABLE

pytestmark = pytest.mark.django_db

# Nobody's words are theirs before they are wholly signed in.
MEMBER_OF = {"locked": "", "half": "", "nobody": ""}


def test_every_address_has_its_row_and_every_row_its_address() -> None:
    assert set(PARTS) - set(TABLE) == set(), "addresses without a row in expected.txt"
    assert set(TABLE) - set(PARTS) == set(), "rows in expected.txt whose address is gone"


@pytest.mark.parametrize("name", TABLE)
def test_a_row_is_whole(name: str) -> None:
    row = TABLE[name]
    assert len(row.cells) == len(METHODS) * len(VISITORS)
    assert bool(row.owner) == has_owners(name)


@pytest.mark.parametrize("name", TABLE)
def test_everybody_gets_what_the_table_says(name: str, cast: Cast, before: dict[str, Any]) -> None:
    row, wrong = TABLE[name], []
    url, _ = address(name, cast, row.owner or "alma")
    sent = form_for(name, cast)
    for (method, visitor), expected in row.cells.items():
        answer = ask(cast.browser(visitor), method, url, sent, before)
        got = answer.word + ("*" if answer.changed else "")
        where = f"{method} by {visitor}"
        if got != expected:
            wrong.append(f"{where}: {got} instead of {expected}")
        wrong += [f"{where} shows {words!r}" for words in not_theirs(cast, visitor, answer, sent)]
        wrong += [f"{where} {fault}" for fault in misplaced(name, method, visitor, answer)]
    assert not wrong, f"{url}\n" + "\n".join(wrong)


def not_theirs(cast: Cast, visitor: str, answer: Answer, sent: dict[str, Any]) -> list[str]:
    """Words in the answer that this visitor may never read. What they sent themselves is theirs."""
    who = MEMBER_OF.get(visitor, visitor)
    closed = [words for words, readers in cast.words.items() if who not in readers]
    return [words for words in closed if words.encode() in answer.body and words not in sent.values()]


def misplaced(name: str, method: str, visitor: str, answer: Answer) -> list[str]:
    """What no answer of any address may do."""
    headers = dict(answer.headers)
    faults = []
    if answer.status >= 500:
        faults.append("is a failure")
    if method == "HEAD" and answer.body:
        faults.append("has a body")
    if "default-src 'none'" not in headers.get("Content-Security-Policy", ""):
        faults.append("has no content policy")
    theirs = visitor not in {"nobody", "half"} and not name.startswith("ui:")
    stored = "no-store" not in headers.get("Cache-Control", "")
    if theirs and stored and answer.word in {"page", "unlock", "kept", "none"}:
        faults.append("may be kept by the browser")
    return faults
