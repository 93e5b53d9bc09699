"""Whatever two people write, in whatever script: it is recorded as it was, taken away, and verifies."""

import json
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stepwell.ground.record import verify
from stepwell.ground.record.bound import bound, lines, next_event
from stepwell.ground.record.example import MadeUp
from stepwell.ground.record.plain import canonical_words
from stepwell.ground.record.shapes import NOTHING

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LEAVES = st.none() | st.booleans() | WORDS | st.integers(-(10**15) + 1, 10**15 - 1)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4)
)
TEXTS = st.dictionaries(WORDS, VALUES, max_size=5)
ESI, SPACE = MadeUp("Esi"), uuid4()
# How busy the machine is says nothing of the record.
CALM = [HealthCheck.too_slow]


@settings(max_examples=80, suppress_health_check=CALM)
@given(TEXTS)
def test_canonical_words_come_back_as_they_were(text):
    words = canonical_words(text)
    assert json.loads(words) == text
    assert canonical_words(json.loads(json.dumps(text, indent=3))) == words


@settings(max_examples=15, suppress_health_check=CALM)
@given(TEXTS, WORDS)
def test_any_words_verify(tmp_path_factory, text, name):
    event = next_event(
        SPACE, NOTHING, "2026-11-21T09:50:00Z", "a.b", ESI.id, text, r=bytes(32), signs=ESI.sign
    )
    from dataclasses import replace

    file = bound(SPACE, [replace(ESI.somebody, name=name)], [event], "2026-11-21T10:00:00Z", ESI.id, ESI.sign)
    path = tmp_path_factory.getbasetemp() / "any.json"
    for written in ("".join(lines(file)), json.dumps(file, indent=1, sort_keys=True)):
        path.write_text(written, encoding="utf-8", newline="")
        assert verify.check(str(path)).events == 1


@settings(max_examples=100, suppress_health_check=CALM)
@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_bytes_whatever_make_a_trace(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "bytes"
    path.write_bytes(data)
    assert verify.main([str(path)]) == 1
