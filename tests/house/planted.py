"""Looks for a text in a heap of bytes, in every dress in which it may have been put down."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from urllib.parse import quote, quote_plus


@dataclass(frozen=True)
class Heap:
    """Bytes found somewhere, and where."""

    where: str
    content: bytes

    @classmethod
    def of(cls, folder: Path, root: str) -> "Iterator[Heap]":
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield cls(f"{root}/{path.relative_to(folder)}", path.read_bytes())
                yield cls(f"{root}: a name", path.name.encode())


def dresses(text: str | bytes) -> dict[str, bytes]:
    """The text in every encoding that is looked for. Names are for the message of a failure."""
    if isinstance(text, bytes):
        return {"bytes": text} | _wrapped("bytes", text)
    found: dict[str, bytes] = {}
    for name in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        try:
            raw = text.encode(name)
        except UnicodeEncodeError:
            continue
        found[name] = raw
        found |= _wrapped(name, raw)
    found["url"] = quote(text).encode()
    found["url with plus"] = quote_plus(text).encode()
    found["url of everything"] = "".join(f"%{byte:02x}" for byte in text.encode()).encode()
    found["json"] = dumps(text)[1:-1].encode()
    return found


def _wrapped(name: str, raw: bytes) -> dict[str, bytes]:
    found = {f"hex of {name}": raw.hex().encode()}
    for offset in range(3):
        # What stands beside it changes the first and the last sign: those are left away.
        whole = b64encode(bytes(offset) + raw).rstrip(b"=")
        inner = whole[(offset * 8 + 5) // 6 : -1]
        found[f"base64 of {name} at {offset}"] = inner
        found[f"base64url of {name} at {offset}"] = inner.replace(b"+", b"-").replace(b"/", b"_")
    return found


def where_is(text: str | bytes, heaps: Iterable[Heap]) -> list[str]:
    """Each place and dress in which the text was found; written large or small makes no difference."""
    looked_for = {name: dress.lower() for name, dress in dresses(text).items()}
    return [
        f"{heap.where}: {name}"
        for heap in heaps
        for name, dress in looked_for.items()
        if dress in heap.content
    ]


def lowered(heaps: Iterable[Heap]) -> list[Heap]:
    """The heaps as `where_is` wants them. In small letters base64 may be found by accident, never missed."""
    return [Heap(heap.where, heap.content.lower()) for heap in heaps]
