"""Is this record whole?    python verify.py FILE

One file that needs Python 3.9 or later and nothing else, so that nobody depends on Stepwell to check what
Stepwell wrote. With PyNaCl or cryptography installed it is quick; without them it is slow, and as strict.

LP(a, b, …) is each part as its length (4 bytes, big-endian) and its bytes. Canonical JSON has sorted keys, no
spaces, UTF-8. For the event number i, with h_0 = 32 zero bytes:
    c   = HMAC-SHA256(r, canonical JSON of its text)
    h_i = SHA-256(LP("chain1", space, i, h_(i-1), time, kind, signer, c)), signed by its signer's Ed25519 key
An event whose words were erased has neither text nor r: c still holds its place in the chain. Whoever took
the file away signed LP("export1", SHA-256(LP(event 1) … LP(event n) LP(everything else))), all in canonical
JSON.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TextIO
from uuid import UUID

START = bytes(32)
TIME = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)
KIND = re.compile(r"[a-z][a-z-]*(\.[a-z][a-z-]*)*", re.ASCII)
TOP = {"stepwell-record", "space", "people", "receipt", "events", "made", "by", "signature"}
PERSON, RECEIPT = {"id", "name", "bundle"}, {"i", "h", "words"}
EVENT = {"i", "time", "kind", "signer", "c", "h", "signature", "text", "r"}
CHUNK, LARGEST, DIGITS = 1 << 16, 1 << 22, 15
Signed = Callable[[bytes, bytes, bytes], bool]  # key, message, signature


class Bad(Exception):
    """Why this record is not whole."""


class Verdict(NamedTuple):
    events: int
    erased: int
    first: str
    last: str
    head: bytes
    made: str
    by: str
    people: list[tuple[str, str]]  # name, fingerprint of the key


# What is hashed and signed


def lp(*parts: bytes) -> bytes:
    return b"".join([len(part).to_bytes(4, "big") + part for part in parts])


def canonical(value: Any) -> bytes:
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Bad("it holds half a sign, which no text has") from None


def committed(r: bytes, words: bytes) -> bytes:
    """c: fixes the canonical words without telling them."""
    return hmac.digest(r, words, "sha256")


def link(space: bytes, i: int, before: bytes, time: str, kind: str, signer: bytes, c: bytes) -> bytes:
    """h_i. `space` and `signer` are the 16 bytes of their ids, i is 8 bytes, big-endian."""
    told = lp(b"chain1", space, i.to_bytes(8, "big"), before, time.encode(), kind.encode(), signer, c)
    return hashlib.sha256(told).digest()


def receipt_words(h: bytes) -> str:
    """Eight made-up words for the first 128 bits of a hash: easy to say, easy to compare, in any language."""
    return " ".join(_word(int.from_bytes(h[at : at + 2], "big")) for at in range(0, 16, 2))


def _word(bits: int) -> str:
    sounds = (
        ("bdfghjklmnprstvz", 12),
        ("aiou", 10),
        ("bdfghjklmnprstvz", 6),
        ("aiou", 4),
        ("bdfghjklmnprstvz", 0),
    )
    return "".join(letters[bits >> shift & len(letters) - 1] for letters, shift in sounds)


def fingerprint(bundle: bytes) -> str:
    """What stands for somebody's keys, for comparing by eye."""
    shown = hashlib.blake2b(bundle, digest_size=32, person=b"stepwell bundle").hexdigest()
    return " ".join(shown[at : at + 4] for at in range(0, 32, 4))


class Export:
    """Gathers what whoever takes a record away signs: every event in turn, then everything else."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()

    def add(self, event: Mapping[str, Any]) -> None:
        self._sum.update(lp(canonical(event)))

    def message(self, top: Mapping[str, Any]) -> bytes:
        rest = {name: value for name, value in top.items() if name not in ("events", "signature")}
        self._sum.update(lp(canonical(rest)))
        return lp(b"export1", self._sum.digest())


# Shapes: each value has one way to be written


def need(fits: object, why: str) -> None:
    if not fits:
        raise Bad(why)


def shaped(value: Any, names: set[str], what: str) -> None:
    need(type(value) is dict, f"{what} is not what it has to be")
    for name in sorted(value.keys() ^ names):
        need(name in value, f"{what} has no {name}")
        raise Bad(f"{what} has something more, called {plain(name)}")


def hexed(value: Any, size: int | None, what: str) -> bytes:
    fits = type(value) is str and re.fullmatch("(?:[0-9a-f]{2})*", value, re.ASCII)
    need(fits and size in (None, len(value) // 2), f"its {what} is not written as it has to be")
    return bytes.fromhex(value)


def an_id(value: Any, what: str) -> bytes:
    try:
        found = UUID(value) if type(value) is str else None
    except ValueError:
        found = None
    if found is None or str(found) != value:
        raise Bad(f"its {what} is not written as it has to be")
    return found.bytes


def a_time(value: Any) -> str:
    need(type(value) is str and TIME.fullmatch(value), "its time is not written as it has to be")
    return str(value)


def public_key(person: bytes, bundle: bytes) -> bytes:
    """The Ed25519 key in somebody's bundle, which that same key signed."""
    parts, at = [], 0
    while at < len(bundle):
        size = int.from_bytes(bundle[at : at + 4], "big")
        parts.append(bundle[at + 4 : at + 4 + size])
        at += 4 + size
    need([len(part) for part in parts] == [7, 16, 32, 32, 64] and lp(*parts) == bundle, "a key in it is none")
    need(parts[:2] == [b"bundle1", person], "a key in it belongs to somebody else")
    # Libraries differ over keys that fit everything: those are never keys here.
    need(a_point(parts[3]), "a key in it is none")
    need(signed(parts[3], lp(*parts[:4]), parts[4]), "a key in it is not signed by itself")
    return parts[3]


# The chain


class Chain:
    """Follows a record, event after event. keys: id to public key, as `may_sign` takes it."""

    def __init__(
        self,
        space: str,
        keys: Mapping[str, Any],
        may_sign: Callable[[Any, bytes, bytes], bool] | None = None,
        after: tuple[int, bytes, str] = (0, START, ""),
    ) -> None:
        self.space, self.keys, self.signed = an_id(space, "space"), keys, may_sign or signed
        self.i, self.h, self.time = after

    def follow(self, event: Any) -> None:
        """Go on to this event. Raises Bad, and then stays where it was."""
        shaped(event, EVENT, "it")
        need(type(event["i"]) is int and event["i"] == self.i + 1, f"number {self.i + 1} belongs here")
        time, kind = a_time(event["time"]), event["kind"]
        need(type(kind) is str and len(kind) <= 64 and KIND.fullmatch(kind), "its kind is not a kind")
        need(time >= self.time, "its time is before the time of the one before it")
        signer, c = an_id(event["signer"], "signer"), hexed(event["c"], 32, "c")
        words_fit(event, c)
        h = link(self.space, self.i + 1, self.h, time, kind, signer, c)
        need(hexed(event["h"], 32, "h") == h, "it does not follow from what stands before it")
        need(event["signer"] in self.keys, "nobody named in this record signed it")
        signature = hexed(event["signature"], 64, "signature")
        need(self.signed(self.keys[event["signer"]], h, signature), "it is not what its signer signed")
        self.i, self.h, self.time = event["i"], h, time


def words_fit(event: Mapping[str, Any], c: bytes) -> None:
    text, r = event["text"], event["r"]
    if text is None and r is None:
        return
    need(type(text) is dict, "its words are not what they have to be")
    need(committed(hexed(r, 32, "r"), canonical(text)) == c, "its words are not those that were signed")


def people_of(people: Any) -> dict[str, bytes]:
    need(type(people) is list and people, "it names nobody")
    need(len(people) <= 2, "it names more people than two")
    keys: dict[str, bytes] = {}
    for each in people:
        shaped(each, PERSON, "a person in it")
        need(type(each["name"]) is str and type(each["id"]) is str, "a person in it has no name")
        need(each["id"] not in keys, "a person stands in it twice")
        keys[each["id"]] = public_key(an_id(each["id"], "person"), hexed(each["bundle"], None, "key"))
    return keys


def check(path: str) -> Verdict:
    """What the record in this file says of itself, all of it verified. Raises Bad, or OSError."""
    top = {name: value for name, value in walk(path) if name != "events"}
    need(
        type(top["stepwell-record"]) is int and top["stepwell-record"] == 1, "it is of a kind not known here"
    )
    keys = people_of(top["people"])
    chain, export, first, erased = Chain(top["space"], keys), Export(), "", 0
    for name, event in walk(path):
        if name == "events":
            try:
                chain.follow(event)
            except Bad as bad:
                raise Bad(f"event {chain.i + 1}: {bad}") from None
            export.add(event)
            first, erased = first or event["time"], erased + (event["text"] is None)
    ends(top, chain)
    need(type(top["by"]) is str and top["by"] in keys, "nobody named in it signed the file")
    whole = signed(keys[top["by"]], export.message(top), hexed(top["signature"], 64, "signature"))
    need(whole, "its events fit together, but something around them is not what was signed")
    names = {each["id"]: each["name"] for each in top["people"]}
    marks = [(each["name"], fingerprint(bytes.fromhex(each["bundle"]))) for each in top["people"]]
    return Verdict(chain.i, erased, first, chain.time, chain.h, top["made"], names[top["by"]], marks)


def ends(top: Mapping[str, Any], chain: Chain) -> None:
    receipt = top["receipt"]
    shaped(receipt, RECEIPT, "its receipt")
    need(type(receipt["i"]) is int and receipt["i"] == chain.i, "its receipt is of another number of events")
    need(hexed(receipt["h"], 32, "receipt") == chain.h, "its receipt is of another record")
    need(receipt["words"] == receipt_words(chain.h), "its receipt words are of another record")
    a_time(top["made"])


# Reading: a little at a time, so that the length of a record costs no memory


def walk(path: str) -> Iterator[tuple[str, Any]]:
    """(name, value) of what stands at the top, in the order of the file; each event on its own."""
    with open(path, encoding="utf-8-sig", newline="") as file:  # noqa: PTH123 - `path` is a plain string
        source, names = Source(file), set[str]()
        source.take("{")
        while not names or source.skip() == ",":
            if names:
                source.take(",")
            name = source.value()
            need(type(name) is str and name in TOP, f"it has something more, called {plain(name)}")
            need(name not in names, f"{plain(name)} stands in it twice")
            names.add(name)
            source.take(":")
            if name == "events":
                yield from ((name, event) for event in source.listed())
            else:
                yield name, source.value()
        source.take("}")
        need(source.skip() == "", "something more stands after its end")
    for missing in sorted(TOP - names):
        raise Bad(f"it has no {missing}")


class Source:
    """JSON of any layout, value by value."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._text, self._at, self._read = file, "", 0, 0
        self._scan = json.JSONDecoder(
            object_pairs_hook=_once, parse_int=_whole, parse_float=_none_such, parse_constant=_none_such
        ).raw_decode

    def _more(self) -> bool:
        more = self._file.read(CHUNK)
        self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)

    def skip(self) -> str:
        """The next sign that is not a space, still to be read; nothing at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, sign: str) -> None:
        lost = f"what stands after event {self._read} cannot be read" if self._read else "it is not a record"
        need(self.skip() == sign, lost)
        self._at += 1

    def value(self) -> Any:
        self.skip()
        while True:
            try:
                value, end = self._scan(self._text, self._at)
            except json.JSONDecodeError:
                need(len(self._text) - self._at < LARGEST, "something in it is too large")
                need(self._more(), "it cannot be read")
                continue
            except RecursionError:
                raise Bad("it is nested too deeply") from None
            # What ends where the reading ends may go on behind it: 12 and then 34.
            if end < len(self._text):
                self._at = end
                return value
            if not self._more():
                self._at = len(self._text)
                return value

    def listed(self) -> Iterator[Any]:
        self.take("[")
        while self.skip() != "]":
            if self._read:
                self.take(",")
            try:
                value = self.value()
            except Bad as bad:
                raise Bad(f"event {self._read + 1}: {bad}") from None
            self._read += 1
            yield value
        self.take("]")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    need(len(found) == len(pairs), "a name stands in it twice")
    return found


def _whole(digits: str) -> int:
    need(
        len(digits.lstrip("-")) <= DIGITS and digits != "-0", "a number in it is not written as it has to be"
    )
    return int(digits)


def _none_such(_digits: str) -> None:
    raise Bad("a number in it is not a whole number")


# Ed25519 (RFC 8032), strict: one way to write a point or a number. Taken from a library where there is one.

P, Q = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
# A point is (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z.


def plus(p: Any, q: Any) -> Any:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n: int, p: Any) -> Any:
    found = (0, 1, 1, 0)
    while n:
        if n & 1:
            found = plus(found, p)
        p, n = plus(p, p), n >> 1
    return found


def a_point(data: bytes) -> Any:
    """The point written so, or None where it is not one, or one that says nothing (of small order)."""
    y = int.from_bytes(data, "little")
    odd, y = y >> 255, y & (1 << 255) - 1
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    x = x if x * x % P == xx else x * ROOT % P
    if y >= P or x * x % P != xx or (x == 0 and odd):
        return None
    x = P - x if x & 1 != odd else x
    point = (x, y, 1, x * y % P)
    return None if times(8, point)[0] == 0 else point


def point_bytes(p: Any) -> bytes:
    z = pow(p[2], P - 2, P)
    x, y = p[0] * z % P, p[1] * z % P
    return int(y | (x & 1) << 255).to_bytes(32, "little")


BASE = a_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed_slowly(key: bytes, message: bytes, signature: bytes) -> bool:
    s, point = int.from_bytes(signature[32:], "little"), a_point(key)
    if s >= Q or point is None or len(signature) != 64:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    minus = (P - point[0], point[1], 1, P - point[3])
    return point_bytes(plus(times(s, BASE), times(k, minus))) == signature[:32]


def _library() -> Signed | None:
    try:
        from nacl.exceptions import CryptoError
        from nacl.signing import VerifyKey

        def by_sodium(key: bytes, message: bytes, signature: bytes) -> bool:
            try:
                VerifyKey(key).verify(message, signature)
            except (CryptoError, ValueError):
                return False
            return True

        return by_sodium
    except ImportError:
        pass
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return None

    def by_openssl(key: bytes, message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    return by_openssl


signed: Signed = _library() or signed_slowly


# What it says


def plain(words: object) -> str:
    """Fit for a screen: nothing in a name may move the cursor."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(words)[:80])


def told(found: Verdict) -> list[str]:
    lines = [f"This record is whole. It holds {found.events} event{'' if found.events == 1 else 's'}."]
    if found.events:
        lines += [f"The first is of {found.first}, the last of {found.last} (UTC)."]
    if found.erased:
        lines += [f"The words of {found.erased} were erased; their places are still in it, and still fit."]
    lines += [f"{plain(found.by)} took it away at {found.made}.", "", f"Receipt: {receipt_words(found.head)}"]
    lines += [f"         {found.head.hex()}"]
    lines += [f"Key of {plain(name)}: {mark}" for name, mark in found.people]
    return [*lines, "", *CANNOT_KNOW]


CANNOT_KNOW = (
    "It cannot know whose keys these are, nor whether whoever took it away left out the last events.",
    "Compare the receipt and the keys with those that the other of you has. It does not prove who sat at the",
    "keyboard.",
)


def main(words: list[str]) -> int:
    """0 when it is whole, 1 when it is not. Never a trace."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    if len(words) != 1:
        sys.stdout.write("Say which file: python verify.py FILE\n")
        return 1
    try:
        lines, whole = told(check(words[0])), 0
    except Bad as bad:
        lines, whole = [f"This record is not whole: {bad}."], 1
    except OSError as wrong:
        lines, whole = [f"{plain(words[0])} cannot be read: {wrong.strerror or 'it is not a file'}."], 1
    except ValueError:
        lines, whole = ["This record is not whole: it is not text."], 1
    except (RecursionError, MemoryError):
        lines, whole = ["This record is not whole: it is nested too deeply."], 1
    sys.stdout.write("\n".join(lines) + "\n")
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
