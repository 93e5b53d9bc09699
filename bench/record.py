"""The record: what an event costs in a short one and a long, the verifier, the paper, tries to deceive it."""

import io
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

import pypdf
from django.db import transaction

from bench.clock import cpu_ms
from bench.deceiving import deceived, lost
from bench.figure import Figure, Scale
from stepwell.ground.people.testing import Member, make_person
from stepwell.ground.record import api, verify
from stepwell.ground.record.bound import lines
from stepwell.ground.record.content import EventV1
from stepwell.ground.record.models import Event
from stepwell.ground.record.seen import remember
from stepwell.ground.record.shapes import NOTHING, Head
from stepwell.ground.record.taking import taken
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.ui.api import typeset
from stepwell.ground.vault.api import sign, write

FEW = 10
MOST_MS, MOST_SECONDS, MOST_MB, PAGES, PAPER_SECONDS = 6.0, 15.0, 200, 50, 2.0
TEXT = {
    "of": "6f1f2f5e-3a0a-4f0e-8a4c-8f1a2b3c4d5e",
    "promise": "I ring before half past six when I come home later than that.",
    "day": "2026-11-21",
    "reason": "The audit runs until eight and I cannot leave the room before that.",
    "plan": "I write at half past six, and ring from the car.",
}
BARE = """
import json, sys
from nacl.signing import VerifyKey
file = open(sys.argv[1], encoding="utf-8")
keys = {}
for line in file:
    if line.startswith('"people":'):
        for one in json.loads(line.rstrip(",\\n").partition(":")[2]):
            keys[one["id"]] = VerifyKey(bytes.fromhex(one["bundle"])[-100:-68])
    elif line.startswith('{"i":'):
        event = json.loads(line.rstrip(",\\n"))
        keys[event["signer"]].verify(bytes.fromhex(event["h"]), bytes.fromhex(event["signature"]))
"""
# Of its own life: what the process before it took is not counted.
MEASURED = """
import time
with open("/proc/self/status") as said:
    print(time.process_time(), next(line for line in said if line.startswith("VmHWM")).split()[1])
"""
GIVEN = """
import runpy, sys
try:
    runpy.run_path({!r}, run_name="__main__")
except SystemExit as end:
    assert not end.code
"""


def figures(scale: Scale) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="stepwell-record-") as folder:
        return [
            *appending(scale),
            *verifying(scale, Path(folder)),
            paper(scale),
            *deceiving(scale, Path(folder)),
        ]


@cache
def couple(one: str, other: str) -> tuple[Member, Member, UUID]:
    alma, ben = make_person(one), make_person(other)
    return alma, ben, make_couple(alma, ben)


def fill(member: Member, circle: UUID, count: int) -> None:
    """That many events, made as `append` makes them, but in one go."""
    head, began, rows = NOTHING, datetime(2016, 1, 1, tzinfo=UTC), []
    words = verify.canonical(TEXT)
    with transaction.atomic():
        for i in range(1, count + 1):
            time = (began + timedelta(hours=i)).strftime("%Y-%m-%dT%H:%M:%SZ")
            r, me = os.urandom(32), member.id
            c = verify.committed(r, words)
            h = verify.link(circle.bytes, i, head.h, time, "promise.kept", me.bytes, c)
            row = Event(circle_id=circle, i=i, h=h)
            signature = sign(member.keyring, h)
            write(
                member.keyring,
                row,
                EventV1(
                    time=time, kind="promise.kept", signer=me, name="Ben", c=c, signature=signature,
                    text=words.decode(), r=r,
                ),
            )  # fmt: skip
            rows.append(row)
            head = Head(i, h)
            if len(rows) == 1000 or i == count:
                Event.objects.bulk_create(rows)
                rows.clear()
        remember(member.keyring, circle, head)


def appending(scale: Scale) -> list[Figure]:
    one, _, short = couple("Mira", "Noor")
    many, _, long = couple("Olga", "Piet")
    fill(one, short, FEW)
    fill(many, long, scale.events)
    found = {FEW: append_ms(one, short, scale), scale.events: append_ms(many, long, scale)}
    how = (
        "Checked against what its signer last saw, signed, sealed, and committed in a transaction of its own."
    )
    return [
        Figure(
            f"an event added to {count:,}",
            f"{ms:.1f} CPU-ms",
            how,
            f"at most {MOST_MS:g} CPU-ms",
            ms <= MOST_MS,
        )
        for count, ms in found.items()
    ] + [
        Figure(
            "the longer one, against the shorter",
            f"{found[scale.events] / found[FEW]:.2f}",
            "The two figures above: it does not grow with the record.",
            "at most 1.5",
            found[scale.events] / found[FEW] <= 1.5,
        )
    ]


def append_ms(member: Member, circle: UUID, scale: Scale) -> float:
    def add() -> None:
        with transaction.atomic():
            api.append(member.keyring, circle, "promise.kept", TEXT)

    return cpu_ms(add, scale.saves)


def verifying(scale: Scale, folder: Path) -> list[Figure]:
    many, _, long = couple("Olga", "Piet")
    began = process_time()
    file = taken(many.keyring, long)
    took, path = process_time() - began, folder / "record.json"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(lines(file))
    count, size = len(file["events"]), path.stat().st_size / 1e6
    del file
    seconds, most = alone(GIVEN.format(verify.__file__), path)
    bare, _ = alone(BARE, path)
    slow = _slow(path, min(200, scale.events))
    return [
        Figure(
            f"verifying {count:,} events",
            f"{seconds:.1f} s",
            f"`python verify.py` on the file that was taken away ({size:.0f} MB), with PyNaCl: its CPU time.",
            f"at most {MOST_SECONDS:g} s",
            seconds <= MOST_SECONDS,
        ),
        Figure(
            "most memory of that",
            f"{most:.0f} MB",
            "The peak of the same process.",
            f"at most {MOST_MB} MB",
            most <= MOST_MB,
        ),
        Figure(
            "bare library calls (baseline)",
            f"{bare:.1f} s",
            "The same lines read by `json.loads`, each signature checked by PyNaCl, and nothing else.",
        ),
        Figure(
            "verifying an event without any library",
            f"{slow:.1f} CPU-ms",
            "Ed25519 in plain Python, as on a machine where nothing can be installed.",
        ),
        Figure(
            f"taking {count:,} events away",
            f"{took:.1f} s",
            "Opened, every signature checked once more, and the file signed.",
        ),
    ]


def alone(program: str, file: Path) -> tuple[float, float]:
    """CPU-seconds and peak memory in MB of a Python process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", program + MEASURED, str(file)], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    seconds, most = ended.stdout.split()[-2:]
    return float(seconds), int(most) / 1024


def _slow(path: Path, count: int) -> float:
    told: dict[str, Any] = {name: value for name, value in verify.walk(str(path)) if name != "events"}
    keys = verify.people_of(told["people"])
    chain, began = verify.Chain(told["space"], keys, verify.signed_slowly), process_time()
    for name, event in verify.walk(str(path)):
        if name == "events" and chain.i < count:
            chain.follow(event)
        elif name == "events":
            break
    return (process_time() - began) * 1000 / chain.i


def paper(scale: Scale) -> Figure:
    front = {
        "language": "en", "title": "What we agreed, and when", "names": "Alma and Ben", "made": "Today.",
        "nothing": "", "left-out": "", "receipt-title": "The receipt", "receipt-of": "For everything:",
        "receipt": verify.receipt_words(bytes(32)), "hash": "0" * 64, "keys-title": "Who signed",
        "claim": ["If either of you alters the record later, the other can tell."], "page": "Page",
        "keys": [{"name": name, "mark": "0123 " * 16} for name in ("Alma", "Ben")],
    }  # fmt: skip
    said = [{"label": name, "words": [words]} for name, words in TEXT.items()]
    chance = Random(1)
    days = [
        {
            "day": f"Day {day}",
            "lines": [
                {
                    "number": day * 3 + line,
                    "time": "20:34",
                    "sentence": f"Ben kept a promise for the {chance.randrange(10**6)}th time.",
                    "said": said,
                    "receipt": verify.receipt_words(chance.randbytes(32)),
                }
                for line in range(3)
            ],
        }
        for day in range(scale.paper_days)
    ]
    import typst  # noqa: F401 - the first import is not the page's

    began, cpu = perf_counter(), process_time()
    made = typeset("stepwell.ground.record", "record.typ", {**front, "days": days})
    seconds, spent = perf_counter() - began, process_time() - cpu
    return Figure(
        f"a paper of {_pages(made)} pages",
        f"{seconds:.1f} s ({spent:.1f} s of CPU)",
        "From the events to a tagged PDF by typst, the first one of this process.",
        f"at most {PAPER_SECONDS:g} s for {PAGES} pages",
        seconds <= PAPER_SECONDS * max(1.0, _pages(made) / PAGES),
    )


def _pages(made: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(made)).pages)


def deceiving(scale: Scale, folder: Path) -> list[Figure]:
    accepted, refused, told = deceived(scale.altered_records, folder)
    alma, ben, circle = couple("Runa", "Sven")
    kept, missing = lost(scale.kills, (alma, ben), circle)
    return [
        Figure(
            "altered records that verified",
            f"{accepted:,} of {told:,}",
            "By chance, in thirteen ways: signs and bits anywhere, fields, names, events dropped, swapped, "
            "doubled, words, hashes made to fit, strangers' signatures and keys, receipts, letters of hex.",
            "0",
            accepted == 0,
        ),
        Figure(
            "records in another layout that did not verify",
            f"{refused:,}",
            "What was altered only in spaces, order of names or ways of writing a letter says the same.",
            "0",
            refused == 0,
        ),
        Figure(
            f"acknowledged events lost in {scale.kills:,} kills",
            f"{missing:,} of {kept:,}",
            "A writer is killed (`kill -9`) a moment after it said that an event is kept.",
            "0, and the chain whole",
            missing == 0,
        ),
    ]
