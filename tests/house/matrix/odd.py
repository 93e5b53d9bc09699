"""What no page of ours sends."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_from_bytes, urlencode

FORM = "application/x-www-form-urlencoded"
Body = tuple[str, bytes, str]  # what it is called, the bytes, the content type

VALUES: dict[str, str] = {
    "empty": "",
    "blank": " \t ",
    "nul": "a\x00b",
    "long": "x" * 5_000,
    "very long": "y" * 30_000,
    "right to left": "\u202e\u2066abc\u2069\u200f",
    "lines": "a\r\nX-Odd: b\n\n\u2028\u2029\x85",
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x9f\ufeff\ufffe\uffff",
    "pictures": "\U0001f600" * 300,
    "combined": "e" + "\u0301" * 400,
    "folds": "\ufdfa\u1e9e\u0130\ufb03" * 40,
    "digits elsewhere": "\u0663\u00b2\u2167",
    "negative": "-1",
    "huge": "9" * 400,
    "float": "1e309",
    "not a number": "NaN",
    "date": "0000-00-00",
    "last day": "9999-12-31",
    "moment": "99999-13-45T25:61:61+99:99",
    "clock": "24:00",
    "uuid": "0192aaaa-bbbb-7ccc-8ddd-eeeeffff000g",
    "uuid in braces": "{0192aaaabbbb7ccc8dddeeeeffff0000}",
    "markup": "</textarea><script>alert(1)</script><img src=x>",
    "template": "{{ request }}{% load ui %}%(minutes)s {name} %s",
    "query": "' OR 1=1; --",
    "path": "../../pepper\\..\\",
    "json": '{"a": [null, true]}',
    "base32": "JBSWY3DPEHPK3PXP!",
    "own word": "own:" + "\u202e" * 41,
    "percent": "%00%ff%ED%A0%80",
    "elsewhere": "//elsewhere.example/",
}
# As bytes of a query or a form: what no browser would encode.
RAW = (
    b"%ED%A0%80", b"%FF%FE", b"%", b"%zz", b"a%00b", b"\xff\xfe", b"%C0%80", b"+", b"&&==&", b"%F4%90%80%80",
)  # fmt: skip
PATHS = (
    "%ED%A0%80",
    "%00",
    "%FF",
    "a%0D%0Ab",
    "..%2f..",
    "x" * 3_000,
    "%F0%9F%98%80",
    "-1",
    "0",
    "{}",
    "%25",
)
NEXT = (
    "//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example/", "\\\\elsewhere.example",
    "/\x00", "/\r\nSet-Cookie: a=b", "javascript:alert(1)", "///elsewhere.example", "/today/\u202e",
    "\u2028//e.example", "[", "http:///elsewhere.example", "/%0d%0aX: y", "https:today", "//[",
    "/" + "n" * 3_000,
    "?", "#", "\ud7ff",
)  # fmt: skip


def bodies(fields: list[str], good: dict[str, Any]) -> Iterator[Body]:
    """Every odd form of these fields; where it says nothing else, in an ordinary encoding."""
    for called, value in VALUES.items():
        yield called, urlencode(dict.fromkeys(fields, value)).encode(), FORM
    yield from _encodings(fields)
    yield from _sizes(fields, good)
    yield from _multiparts(fields)


def one_field_odd(fields: list[str], good: dict[str, Any]) -> Iterator[Body]:
    """An otherwise good form, so that the oddity gets behind the form's own checks."""
    for at, (called, value) in enumerate(VALUES.items()):
        if fields:
            odd = fields[at % len(fields)]
            yield f"{odd}: {called}", urlencode({**good, odd: value}, doseq=True).encode(), FORM


def _encodings(fields: list[str]) -> Iterator[Body]:
    for raw in RAW:
        yield f"raw {raw!r}", b"&".join(name.encode() + b"=" + raw for name in fields) + b"&" + raw, FORM
    yield "json", json.dumps({name: ["a", None] for name in fields}).encode(), "application/json"
    yield "no form", b"\x00\x01\x02", "application/octet-stream"
    yield "no type", b"a=b", ""
    for charset in ("utf-16", "utf-7", "idna", "nonsense", "\u00fc", "zlib"):
        yield f"in {charset}", b"a=+2AA-&" + b"b=c", f"{FORM}; charset={charset}"


def _sizes(fields: list[str], good: dict[str, Any]) -> Iterator[Body]:
    yield "a megabyte", urlencode(dict.fromkeys(fields[:1] or ["a"], "m" * 1_000_000)).encode(), FORM
    yield "5000 fields", b"&".join(b"f%d=1" % number for number in range(5_000)), FORM
    yield "499 of one", b"&".join(f"{name}=0".encode() for name in (fields or ["a"])[:1] * 499), FORM
    twice = urlencode(good, doseq=True).encode()
    yield "twice", twice + b"&" + twice, FORM
    yield "long name", ("n" * 100_000 + "=1").encode(), FORM


def _multiparts(fields: list[str]) -> Iterator[Body]:
    kind = "multipart/form-data; boundary=edge"
    parts = [_part(f'name="{name}"; filename="a.txt"', b"in a file") for name in fields[:1] or ["a"]]
    yield "a file for a text", b"".join(parts) + b"--edge--\r\n", kind
    yield "three files", _part('name="a"; filename="a"', b"a") * 3 + b"--edge--\r\n", kind
    yield "cut off", _part(f'name="{(fields or ["a"])[0]}"', b"text")[:-9], kind
    yield "no edge", b"--edge\r\n", "multipart/form-data"
    yield "empty edge", b"--\r\n", "multipart/form-data; boundary="
    yield "nameless", _part('filename="a"', b"a") + b"--edge--\r\n", kind
    for charset, text in {
        "utf-7": b"a +2AA- b",
        "utf-16": b"\x00\xd8",
        "zlib": b"x\x9c",
        "idna": b"xn--\xff",
    }.items():
        whole = b"".join(_part(f'name="{name}"', text) for name in fields or ["a"]) + b"--edge--\r\n"
        yield f"many parts in {charset}", whole, f"{kind}; charset={charset}"
    coded = _part('name="a"\r\nContent-Transfer-Encoding: base64', b"!") + b"--edge--\r\n"
    yield "not base64", coded, kind


def _part(disposition: str, text: bytes) -> bytes:
    return f"--edge\r\nContent-Disposition: form-data; {disposition}\r\n\r\n".encode() + text + b"\r\n"


def quoted(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"))
