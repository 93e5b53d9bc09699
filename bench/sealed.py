"""Sealed rows of 512 bytes opened per second on one core, beside the bare library calls in the same loop.

Also alters rows by chance, and counts how many still open.
"""

import os
from collections.abc import Callable
from hashlib import blake2b
from random import Random
from time import process_time
from typing import Any

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

from bench.figure import Figure, Scale
from stepwell.ground.vault import api
from stepwell.ground.vault.tests.rows import Note, NoteV1

SIZE = 512
AIM, LEAST_RATIO = 50_000, 0.6
COLUMNS = ["sealed", "sealed", "sealed", "id", "circle_id", "epoch", "version"]
KEY = os.urandom(32)
Bare = list[tuple[bytes, bytes, bytes]]


def text_of(size: int) -> str:
    """A text whose encoded content is exactly `size` bytes."""
    return "w" * (size - len(Note.kind.encode(NoteV1(text=""))))


def rows_of(keyring: api.Keyring, count: int) -> list[Note]:
    rows = [Note(circle_id=keyring.own) for _ in range(count)]
    for row in rows:
        api.write(keyring, row, NoteV1(text=text_of(SIZE)))
    assert len(rows[0].sealed) == 57 + 544 + 16, len(rows[0].sealed)
    return rows


def bare_rows(count: int) -> Bare:
    """(context, nonce, ciphertext) of the same sizes as the sealed rows have."""
    made = []
    for _ in range(count):
        context, nonce = os.urandom(104), os.urandom(24)
        key = blake2b(context, key=KEY).digest()[:32]
        made.append((context, nonce, encrypt(bytes(544), context, nonce, key)))
    return made


def bare(rows: Bare) -> None:
    for context, nonce, sealed in rows:
        decrypt(sealed, context, nonce, blake2b(context, key=KEY).digest()[:32])


def opened(keyring: api.Keyring, rows: list[Note]) -> None:
    """The vault's own reading without decoding: place, key, commitment, cipher, padding."""
    for row in rows:
        keyring._drawer(row.kind, row.circle_id, row.epoch).open(row.id, row.version, row.sealed)


def tampered(keyring: api.Keyring, rows: list[Note], tries: int) -> int:
    """Flip a bit, swap or replay a column, cut or lengthen, so many times: how many opened."""
    chance = Random(7)
    opened = 0
    for _ in range(tries):
        row, other = chance.sample(rows, 2)
        column = chance.choice(COLUMNS)
        kept = getattr(row, column)
        setattr(row, column, altered(chance, column, kept, other))
        try:
            api.read(keyring, row)
            opened += 1
        except api.CannotOpen:
            pass
        setattr(row, column, kept)
    return opened


def altered(chance: Random, column: str, kept: Any, other: Note) -> object:
    if column == "circle_id":
        return api.new_id()
    if column in {"epoch", "version"}:
        return kept + chance.choice([-1, 1, 256])
    if column == "id" or chance.random() < 0.3:
        return getattr(other, column)
    at = chance.randrange(len(kept) * 8)
    flipped = bytearray(kept)
    flipped[at // 8] ^= 1 << at % 8
    return chance.choice([bytes(flipped), bytes(flipped), kept[: at // 8], kept + b"\0"])


def rates(work: dict[str, Callable[[], object]], rows: int, rounds: int) -> dict[str, float]:
    """Rows per CPU-second of each, by its best round. They take turns: a busy moment hits all."""
    best = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, do in work.items():
            began = process_time()
            do()
            best[name] = min(best[name], process_time() - began)
    return {name: rows / seconds for name, seconds in best.items()}


def figures(scale: Scale) -> list[Figure]:
    keyring = api.keyring_for(api.new_account(api.new_id(), "a password for measuring").master)
    rows, plain = rows_of(keyring, scale.sealed_rows), bare_rows(scale.sealed_rows)
    rate = rates(
        {
            "bare": lambda: bare(plain),
            "open": lambda: opened(keyring, rows),
            "read": lambda: api.read_many(keyring, rows),
        },
        scale.sealed_rows,
        scale.sealed_rounds,
    )
    ratio = rate["open"] / rate["bare"]
    accepted = tampered(keyring, rows, scale.tampered)
    return [
        Figure(
            "sealed rows of 512 bytes opened",
            f"{rate['open']:,.0f} per second and core",
            "The vault's own way from a row to its padded content: place, key, commitment, cipher, padding. "
            f"Best of {scale.sealed_rounds} rounds of {scale.sealed_rows} rows.",
            f"at least {AIM:,}",
            rate["open"] >= AIM,
        ),
        Figure(
            "the same, against bare library calls",
            f"{ratio:.2f}",
            "The bare loop derives a key with BLAKE2b and decrypts with XChaCha20-Poly1305, same sizes.",
            f"at least {LEAST_RATIO}",
            ratio >= LEAST_RATIO,
        ),
        Figure(
            "bare library calls (baseline)",
            f"{rate['bare']:,.0f} per second and core",
            "The loop named above.",
        ),
        Figure(
            "the same rows read and decoded",
            f"{rate['read']:,.0f} per second and core",
            "`read_many`: opened, and made into typed content.",
        ),
        Figure(
            "altered rows that still opened",
            f"{accepted:,} of {scale.tampered:,}",
            "Bits flipped, columns swapped between rows or replayed, ends cut or lengthened, by chance.",
            "0",
            accepted == 0,
        ),
    ]
