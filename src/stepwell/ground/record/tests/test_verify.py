"""A record that was taken away: whole it verifies, in any layout; altered it does not."""

import json
from collections import Counter
from random import Random

import pytest

from stepwell.ground.record import verify
from stepwell.ground.record.bound import bound, lines
from stepwell.ground.record.example import MadeUp, example
from stepwell.ground.record.tests import mutations
from stepwell.ground.record.tests.mutations import WAYS, says_the_same

EACH = 160


@pytest.fixture(scope="module")
def text():
    return "".join(lines(example()))


@pytest.fixture
def whole(tmp_path):
    def ask(text):
        file = tmp_path / "record.json"
        file.write_bytes(text.encode("utf-8", errors="surrogateescape"))
        try:
            verify.check(str(file))
        except (verify.Bad, ValueError):
            return False
        return True

    return ask


def test_the_example_is_whole_and_says_what_it_is(text, tmp_path):
    file = tmp_path / "record.json"
    file.write_text(text, encoding="utf-8")
    found = verify.check(str(file))
    assert found.events >= 20
    assert found.erased == 1
    assert [name for name, _mark in found.people] == ["Alma", "Ben"]
    assert (found.first, found.last) == ("2026-03-07T19:42:10Z", "2026-07-03T19:12:20Z")
    assert text.count("\n") == found.events + 8 + 1, "one event on a line"


def test_what_is_not_altered_is_whole_in_any_layout(text, whole):
    file = json.loads(text)
    backwards = {key: file[key] for key in reversed(file)}
    for other in (
        json.dumps(file),
        json.dumps(file, indent=4),
        json.dumps(file, sort_keys=True, indent="\t"),
        json.dumps(backwards, ensure_ascii=False),
        text.replace("\n", "\r\n"),
        "\ufeff" + text,
        " \n" * 100_000 + text + "\n" * 100_000,
    ):
        assert whole(other)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_what_is_altered_is_found(text, whole, way):
    """With the other classes, 2,080 altered records, and 160 that only look otherwise."""
    chance, seen = Random(way.__name__), Counter()
    for _ in range(EACH):
        other = way(chance, text)
        same = says_the_same(text, other)
        seen[same] += 1
        assert whole(other) is same, other[:3000]
    assert EACH * (len(WAYS) - 1) >= 2000
    assert seen[way is mutations.layout] > EACH * 0.6, "this class alters, or does not, as it says"


def test_the_first_bad_event_is_named(text, tmp_path, capsys):
    file = json.loads(text)
    file["events"][6]["text"]["title"] = "Phones at noon"
    path = tmp_path / "record.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert verify.main([str(path)]) == 1
    said = capsys.readouterr().out
    assert "event 7: its words are not those that were signed" in said


def test_a_clock_that_ran_backwards_is_found(tmp_path, whole):
    from uuid import uuid4

    from stepwell.ground.record.bound import next_event
    from stepwell.ground.record.shapes import NOTHING, Head

    esi, space = MadeUp("Esi"), uuid4()
    events, head = [], NOTHING
    for time in ("2026-05-02T10:00:00Z", "2026-05-02T10:00:00Z", "2026-05-02T09:59:59Z"):
        event = next_event(space, head, time, "a.b", esi.id, {"a": 1}, r=bytes(32), signs=esi.sign)
        events.append(event)
        head = Head(event["i"], bytes.fromhex(event["h"]))

    def file(events):
        return json.dumps(bound(space, [esi.somebody], events, "2026-06-01T00:00:00Z", esi.id, esi.sign))

    assert whole(file(events[:2]))
    assert not whole(file(events))
    assert whole(file([])), "nothing signed yet is whole too"


def test_signed_by_a_stranger_all_through_is_another_record_with_other_keys(text, tmp_path):
    """What no verifier can see alone: everything made anew, by other keys. The keys it prints are others."""
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.write_text(text, encoding="utf-8")
    theirs.write_text("".join(lines(example())), encoding="utf-8")
    one, other = verify.check(str(mine)), verify.check(str(theirs))
    assert not {mark for _name, mark in one.people} & {mark for _name, mark in other.people}
    assert one.head != other.head


NOT_RECORDS = {
    "nothing": b"",
    "spaces": b" \n ",
    "words": b"Dear Ben,",
    "a list": b"[]",
    "null": b"null",
    "an object": b"{}",
    "another object": b'{"a": 1}',
    "bytes": bytes(range(256)),
    "other text": "{}".encode("utf-16"),
    "half an object": b'{"stepwell-record":1,',
    "no colon": b'{"stepwell-record" 1}',
    "deep": b'{"people":' + b"[" * 300_000,
    "deep objects": b'{"people":' + b'{"a":' * 300_000,
    "a long word": b'{"' + b"a" * 6_000_000,
    "a long number": b'{"stepwell-record":' + b"1" * 100_000 + b"}",
    "a small part": b'{"stepwell-record":1.5}',
    "no number": b'{"stepwell-record":NaN}',
    "names that are none": b'{"events":[],"events":[]}',
    "a number for a name": b"{1:2}",
    "no list": b'{"events":{}}',
    "two in one": b'{"events":[{}{}]}',
}


@pytest.mark.parametrize("data", NOT_RECORDS.values(), ids=NOT_RECORDS)
def test_what_is_no_record_gets_one_plain_line(data, tmp_path, capsys):
    path = tmp_path / "file"
    path.write_bytes(data)
    assert verify.main([str(path)]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("This record is not whole: ")
    assert said.out.count("\n") == 1
    assert not said.err


@pytest.mark.parametrize("cut", [1, 2, 3, 50, 700, 5000, 15000])
def test_half_a_file_is_found(text, whole, cut):
    assert not whole(text[: -cut - 1])


def test_no_file_gets_one_plain_line(tmp_path, capsys):
    for words in ([str(tmp_path / "nowhere")], [str(tmp_path)], [], ["a", "b"]):
        assert verify.main(words) == 1
        assert capsys.readouterr().out.count("\n") == 1


def test_names_do_not_move_the_cursor(capsys, tmp_path):
    file = json.loads("".join(lines(example())))
    file["by"] = "\x1b[2Jhello"
    file["\x1b[31m"] = 1
    path = tmp_path / "record.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert verify.main([str(path)]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_the_pictures_of_what_is_hashed_never_change():
    """These values are in files that people took away."""
    from uuid import UUID

    space, signer = UUID(int=7).bytes, UUID(int=9).bytes
    c = verify.committed(bytes(32), verify.canonical({"b": ["ä", 1, None, True], "a": "\u2028"}))
    assert verify.canonical({"b": ["ä", 1, None, True], "a": "\u2028"}).hex() == (
        "7b2261223a22e280a8222c2262223a5b22c3a4222c312c6e756c6c2c747275655d7d"
    )
    h = verify.link(space, 1, verify.START, "2026-11-21T09:50:00Z", "agreement.signed", signer, c)
    assert (c.hex(), h.hex()) == (
        "bd4f2cb1ffc56833f40e321ba0bf5dd180a3f9912a33ad4884e5c6074cea943c",
        "e2f48cd069bd78d28f1f09a018b69bd4aec840cdfb3476f100e5d38bb8fd7dcd",
    )
    assert verify.receipt_words(bytes(range(32))) == "babad bamag bibaj bimal boban bomar bubat bumaz"
