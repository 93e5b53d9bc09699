"""Ways to alter a record that was taken away, by chance: 2,000 in the tests, 100,000 in the bench.

Each takes the text of a whole record and gives another. What is altered is not always what is said: one more
space says the same, and `says_the_same` tells which it is.
"""

import json
import re
from collections.abc import Callable
from random import Random
from typing import Any
from uuid import UUID

from stepwell.ground.record.bound import next_event
from stepwell.ground.record.example import MadeUp
from stepwell.ground.record.shapes import Head
from stepwell.ground.record.verify import Export, link, receipt_words

Told = dict[str, Any]
STRANGER = MadeUp("Somebody else")
SIGNS = " \t\n{}[]:,\"'\\0123456789abcdefABCDEFeE+-.ntrué\u0000\u200b\ud7ff"


def says_the_same(one: str, other: str) -> bool:
    """Whether both are the same JSON values, types and all, each name standing once."""
    try:
        return _typed(one) == _typed(other)
    except (ValueError, RecursionError):
        return False


def _typed(text: str) -> str:
    def once(pairs: list[tuple[str, Any]]) -> Told:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError
        return found

    return json.dumps(json.loads(text, object_pairs_hook=once), sort_keys=True)


def byte(chance: Random, text: str) -> str:
    """A sign changed, put in or left out, anywhere in the file."""
    at, sign = chance.randrange(len(text)), chance.choice(SIGNS)
    how = chance.randrange(3)
    return text[:at] + ("" if how == 0 else sign) + text[at + (how != 1) :]


def bit(chance: Random, text: str) -> str:
    data = bytearray(text.encode())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data.decode("utf-8", errors="surrogateescape")


def _leaf(chance: Random, value: Any) -> Any:
    """Another value of nearly the same look."""
    if isinstance(value, bool) or value is None:
        return chance.choice([not value, 0, "null"])
    if isinstance(value, int):
        return chance.choice([value + 1, -value or 7, float(value), str(value), True, None, 10**20])
    if isinstance(value, str):
        at = chance.randrange(len(value) + 1)
        other = chance.choice("0123456789abcdefxyzABCDEF ä\u0301")
        return chance.choice(
            [
                value[:at] + other + value[at + 1 :],
                value + other,
                value[1:],
                value.upper(),
                value.title(),
                [value],
                "",
            ]
        )
    return chance.choice([[], {}, None, "x", [value]])


def field(chance: Random, text: str) -> str:
    """A field somewhere, in the file around the events or deep in one."""
    file = json.loads(text)
    here: Any = file
    while True:
        key = chance.choice(list(here)) if isinstance(here, dict) else chance.randrange(len(here))
        if isinstance(here[key], dict | list) and here[key] and chance.random() < 0.9:
            here = here[key]
            continue
        here[key] = _leaf(chance, here[key])
        return _dump(chance, file)


def name(chance: Random, text: str) -> str:
    """A name too many, too few, twice, or spelt otherwise."""
    file = json.loads(text)
    here = chance.choice([file, file["receipt"], file["people"][0], chance.choice(file["events"])])
    key = chance.choice(list(here))
    how = chance.randrange(3)
    if how == 0:
        here["note"] = "more"
    elif how == 1:
        del here[key]
    else:
        here[key.upper()] = here.pop(key)
    return _dump(chance, file)


def twice(chance: Random, text: str) -> str:
    """The same name twice in one object, the second time with another value or the same."""
    key = chance.choice(["i", "time", "kind", "signer", "c", "h", "signature", "by", "made", "space"])
    mark = f'"{key}":'
    places = [at for at in range(len(text)) if text.startswith(mark, at)]
    at = chance.choice(places)
    return text[:at] + mark + chance.choice(['"x",', "1,", "null,"]) + text[at:]


def drop(chance: Random, text: str) -> str:
    """Events left out: the last, the first, any, with the receipt put right or not."""
    file = json.loads(text)
    count = len(file["events"])
    gone = chance.choice([{count - 1}, {0}, {chance.randrange(count)}, {count - 1, count - 2}])
    file["events"] = [event for at, event in enumerate(file["events"]) if at not in gone]
    return _dump(chance, _receipt(file) if chance.random() < 0.5 else file)


def swap(chance: Random, text: str) -> str:
    """Two events in each other's place, with their numbers put right or not."""
    file = json.loads(text)
    events = file["events"]
    one, other = chance.sample(range(len(events)), 2)
    events[one], events[other] = events[other], events[one]
    if chance.random() < 0.5:
        for number, event in enumerate(events, start=1):
            event["i"] = number
    return _dump(chance, file)


def again(chance: Random, text: str) -> str:
    """An event twice."""
    file = json.loads(text)
    at = chance.randrange(len(file["events"]))
    file["events"].insert(chance.choice([at, at + 1, len(file["events"])]), dict(file["events"][at]))
    return _dump(chance, file)


def words(chance: Random, text: str) -> str:
    """What was said is said otherwise, or erased by half, or taken from another event."""
    file = json.loads(text)
    event = chance.choice([event for event in file["events"] if event["text"]])
    other = chance.choice([other for other in file["events"] if other["text"] and other is not event])
    match chance.randrange(4):
        case 0:
            event["text"] = {**event["text"], "of": "something else"}
        case 1:
            event[chance.choice(["text", "r"])] = None
        case 2:
            event["text"], event["r"], event["c"] = other["text"], other["r"], other["c"]
        case _:
            event["signer"] = next(one["id"] for one in file["people"] if one["id"] != event["signer"])
    return _dump(chance, file)


def relinked(chance: Random, text: str) -> str:
    """Words altered, and every hash after it made to fit again: only the signatures are in the way."""
    file = json.loads(text)
    at = chance.randrange(len(file["events"]))
    file["events"][at]["time"] = file["events"][max(at - 1, 0)]["time"]
    file["events"][at]["kind"] = "promise.kept-gladly"
    return _dump(chance, _receipt(_linked(file)))


def signed_by_another(chance: Random, text: str) -> str:
    """A stranger signs: an event, the file, all events of one person; with or without a key of that name."""
    file = json.loads(text)
    person = chance.choice(file["people"])
    match chance.randrange(6):
        case 0:
            event = chance.choice(file["events"])
            event["signature"] = STRANGER.sign(bytes.fromhex(event["h"])).hex()
        case 1:
            _sign(file)
        case 2:
            person["bundle"] = STRANGER.somebody.bundle.hex()
            _sign(file)
        case 3:
            person["name"] = "Another name"
            _join(file)
            _sign(file)
        case 4:
            _join(file)
            _add(file)
            _sign(_receipt(file))
        case _:
            person["bundle"] = MadeUp("x", id=STRANGER.id).somebody.bundle.hex()
    return _dump(chance, file)


def receipt(chance: Random, text: str) -> str:
    """The receipt of another event, or words of another hash."""
    file = json.loads(text)
    event = chance.choice(file["events"][:-1])
    file["receipt"] = chance.choice(
        [
            {"i": event["i"], "h": event["h"], "words": receipt_words(bytes.fromhex(event["h"]))},
            {**file["receipt"], "h": event["h"]},
            {**file["receipt"], "words": receipt_words(bytes.fromhex(event["h"]))},
            {**file["receipt"], "words": file["receipt"]["words"].upper()},
            {**file["receipt"], "i": file["receipt"]["i"] + 1},
        ]
    )
    return _dump(chance, file)


def large_hex(chance: Random, text: str) -> str:
    """One letter of a hash, a key, a signature or an id written large: for a careless reader the same."""
    hexed = chance.choice(re.findall(r'"([0-9a-f-]{32,})"', text))
    places = [at for at, sign in enumerate(hexed) if sign in "abcdef"]
    at = text.index(hexed) + chance.choice(places)
    return text[:at] + text[at].upper() + text[at + 1 :]


def layout(chance: Random, text: str) -> str:
    """Another layout, the same words: it must verify."""
    return _dump(chance, json.loads(text))


WAYS: tuple[Callable[[Random, str], str], ...] = (
    byte, bit, field, name, twice, drop, swap, again, words, relinked, signed_by_another, receipt, large_hex,
    layout,
)  # fmt: skip


def _dump(chance: Random, file: Told) -> str:
    return json.dumps(
        file,
        ensure_ascii=chance.random() < 0.5,
        indent=chance.choice([None, None, 1, 4]),
        sort_keys=chance.random() < 0.3,
    )


def _join(file: Told) -> None:
    """The stranger stands among the people, with a key that is really theirs, and takes the file away."""
    file["people"].append(
        {"id": str(STRANGER.id), "name": STRANGER.name, "bundle": STRANGER.somebody.bundle.hex()}
    )
    file["by"] = str(STRANGER.id)


def _add(file: Told) -> None:
    """An event of the stranger's own, which follows from the last as it has to."""
    last = file["events"][-1]
    before = Head(last["i"], bytes.fromhex(last["h"]))
    text = {"promise": "Anything."}
    file["events"].append(
        next_event(
            UUID(file["space"]), before, last["time"], "promise.made", STRANGER.id, text,
            r=bytes(32), signs=STRANGER.sign,
        )
    )  # fmt: skip


def _sign(file: Told) -> None:
    export = Export()
    for event in file["events"]:
        export.add(event)
    file["signature"] = STRANGER.sign(export.message(file)).hex()


def _receipt(file: Told) -> Told:
    last = file["events"][-1] if file["events"] else {"i": 0, "h": "00" * 32}
    file["receipt"] = {"i": last["i"], "h": last["h"], "words": receipt_words(bytes.fromhex(last["h"]))}
    return file


def _linked(file: Told) -> Told:
    space, before = bytes.fromhex(file["space"].replace("-", "")), bytes(32)
    for event in file["events"]:
        signer, c = bytes.fromhex(event["signer"].replace("-", "")), bytes.fromhex(event["c"])
        before = link(space, event["i"], before, event["time"], event["kind"], signer, c)
        event["h"] = before.hex()
    return file
