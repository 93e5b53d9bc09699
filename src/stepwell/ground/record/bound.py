"""A record bound into one file, and written down. Plain Python: it asks no database and needs no Django."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from stepwell.ground.record.shapes import NOTHING, Head
from stepwell.ground.record.verify import Export, canonical, committed, link

VERSION = 1
Told = dict[str, Any]  # an event as it stands in the file
Signs = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who may have signed: what they are called, and their public bundle."""

    id: UUID
    name: str
    bundle: bytes


def told(head: Head, content: Any) -> Told:
    """`content`: an EventV1, or whatever has its fields."""
    return {
        "i": head.i,
        "time": content.time,
        "kind": content.kind,
        "signer": str(content.signer),
        "c": content.c.hex(),
        "h": head.h.hex(),
        "signature": content.signature.hex(),
        "text": None if content.text is None else json.loads(content.text),
        "r": None if content.r is None else content.r.hex(),
    }


def bound(
    space: UUID,
    people: Iterable[Somebody],
    events: list[Told],
    made: str,
    by: UUID,
    signs: Signs,
    receipt: Head | None = None,
) -> dict[str, Any]:
    """The whole file as one object. `signs` signs as the person `by`.

    receipt: of another event than the last, for a record that is not whole.
    """
    head = receipt or (Head(events[-1]["i"], bytes.fromhex(events[-1]["h"])) if events else NOTHING)
    file: dict[str, Any] = {
        "stepwell-record": VERSION,
        "space": str(space),
        "people": [{"id": str(one.id), "name": one.name, "bundle": one.bundle.hex()} for one in people],
        "receipt": {"i": head.i, "h": head.h.hex(), "words": head.words},
        "events": events,
        "made": made,
        "by": str(by),
    }
    export = Export()
    for event in events:
        export.add(event)
    return {**file, "signature": signs(export.message(file)).hex()}


def lines(file: Mapping[str, Any]) -> Iterator[str]:
    """The file as text, one event on a line, so that it can be read and compared by eye."""
    for number, (name, value) in enumerate(file.items()):
        yield ("{" if number == 0 else ",\n") + _written(name) + ":"
        if name == "events":
            yield "[\n"
            for at, event in enumerate(value):
                yield (",\n" if at else "") + _written(event)
            yield "\n]"
        else:
            yield _written(value)
    yield "}\n"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def next_event(
    space: UUID,
    before: Head,
    time: str,
    kind: str,
    signer: UUID,
    text: Mapping[str, Any],
    *,
    r: bytes,
    signs: Signs,
) -> Told:
    """The event that follows, made by hand: for examples and measurements."""
    c = committed(r, canonical(text))
    h = link(space.bytes, before.i + 1, before.h, time, kind, signer.bytes, c)
    return {
        "i": before.i + 1,
        "time": time,
        "kind": kind,
        "signer": str(signer),
        "c": c.hex(),
        "h": h.hex(),
        "signature": signs(h).hex(),
        "text": dict(text),
        "r": r.hex(),
    }
