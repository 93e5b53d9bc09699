"""Sealed rows of 512 bytes opened per second on one core, beside the bare library calls in the same loop.

Also alters rows 100,000 times, by chance, and counts how many still open.

Run: python bench/sealed.py        prints one JSON line
"""
# ruff: noqa: E402  # Django is set up before its models are imported

import gc
import json
import os
import sys
from hashlib import blake2b
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.core.management import call_command
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

from stepwell.ground.vault import api
from stepwell.ground.vault.tests.rows import Note, NoteV1

ROWS = 4000
ROUNDS = 15
SIZE = 512
TAMPERED = 100_000
COLUMNS = ["sealed", "sealed", "sealed", "id", "circle_id", "epoch", "version"]


def text_of(size: int) -> str:
    """A text whose encoded content is exactly `size` bytes."""
    return "w" * (size - len(Note.kind.encode(NoteV1(text=""))))


def rows_of(keyring: api.Keyring) -> list[Note]:
    rows = [Note(circle_id=keyring.own) for _ in range(ROWS)]
    for row in rows:
        api.write(keyring, row, NoteV1(text=text_of(SIZE)))
    return rows


def bare_rows() -> list[tuple[bytes, bytes, bytes]]:
    """(context, nonce, ciphertext) of the same sizes as the sealed rows have."""
    made = []
    for _ in range(ROWS):
        context, nonce = os.urandom(104), os.urandom(24)
        key = blake2b(context, key=KEY).digest()[:32]
        made.append((context, nonce, encrypt(bytes(544), context, nonce, key)))
    return made


KEY = os.urandom(32)


def bare(rows: list[tuple[bytes, bytes, bytes]]) -> None:
    for context, nonce, sealed in rows:
        decrypt(sealed, context, nonce, blake2b(context, key=KEY).digest()[:32])


def opened(keyring: api.Keyring, rows: list[Note]) -> None:
    """The vault's own reading without decoding: place, key, commitment, cipher, padding."""
    for row in rows:
        keyring._drawer(row.kind, row.circle_id, row.epoch).open(row.id, row.version, row.sealed)


def tampered(keyring: api.Keyring, rows: list[Note]) -> dict[str, int]:
    """Flip a bit, swap or replay a column, cut or lengthen: how many were tried, and how many opened."""
    chance = Random(7)
    opened = 0
    for _ in range(TAMPERED):
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
    return {"tried": TAMPERED, "opened": opened}


def altered(chance: Random, column: str, kept: object, other: Note) -> object:
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


def per_second(rounds: list[float]) -> int:
    return round(ROWS / min(rounds))


def timed(work, *given) -> float:
    gc.collect()
    began = process_time()
    work(*given)
    return process_time() - began


def main() -> None:
    call_command("migrate", verbosity=0)
    keyring = api.keyring_for(api.new_account(api.new_id(), "a password for measuring").master)
    rows, plain = rows_of(keyring), bare_rows()
    assert len(rows[0].sealed) == 57 + 544 + 16, len(rows[0].sealed)
    times: dict[str, list[float]] = {"bare": [], "open": [], "read_many": []}
    for _ in range(ROUNDS):
        times["bare"].append(timed(bare, plain))
        times["open"].append(timed(opened, keyring, rows))
        times["read_many"].append(timed(api.read_many, keyring, rows))
    rates = {name: per_second(rounds) for name, rounds in times.items()}
    ratios = {f"{name}/bare": round(rates[name] / rates["bare"], 2) for name in ("open", "read_many")}
    figures = {"bytes": SIZE, "rows": ROWS, "per_second_and_core": rates, "ratio": ratios}
    print(json.dumps({**figures, "tampered": tampered(keyring, rows)}))


if __name__ == "__main__":
    main()
