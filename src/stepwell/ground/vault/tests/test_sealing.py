"""Seal and open against the page of keys, and against whoever alters a byte."""

from contextlib import suppress
from hashlib import blake2b
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt

from stepwell.ground.vault import sealing
from stepwell.ground.vault.drawers import Drawer
from stepwell.ground.vault.errors import CannotOpen
from stepwell.ground.vault.padding import bucket, pad, unpad
from stepwell.ground.vault.places import wrap_place
from stepwell.ground.vault.sealing import seal, unseal
from stepwell.ground.vault.words import lp, place, unlp

KEY = bytes(range(32))
WHERE = place("vault.Note.sealed", epoch=1, version=1)


def test_the_bytes_are_those_of_the_page_of_keys() -> None:
    blob = seal(KEY, WHERE, b"calm 6")
    context = lp(b"\x01") + WHERE
    derived = blake2b(context, key=KEY, digest_size=64).digest()
    assert blob[0] == 1
    assert blob[1:33] == derived[32:]
    padded = decrypt(blob[57:], context, blob[33:57], derived[:32])
    assert padded == b"\x00\x00\x00\x06calm 6".ljust(64, b"\0")


@given(payload=st.binary(max_size=3000), key=st.binary(min_size=32, max_size=32))
def test_what_is_sealed_opens(payload: bytes, key: bytes) -> None:
    assert unseal(key, WHERE, seal(key, WHERE, payload)) == payload


def test_the_same_text_never_looks_the_same() -> None:
    assert seal(KEY, WHERE, b"x")[33:] != seal(KEY, WHERE, b"x")[33:]


def test_no_flipped_bit_opens() -> None:
    blob = seal(KEY, WHERE, b"what was hard")
    for at in range(len(blob) * 8):
        flipped = bytearray(blob)
        flipped[at // 8] ^= 1 << at % 8
        with pytest.raises(CannotOpen):
            unseal(KEY, WHERE, bytes(flipped))


@given(blob=st.binary(max_size=300))
def test_any_bytes_at_all_give_the_one_error(blob: bytes) -> None:
    for tried in (blob, b"\x01" + blob):
        with pytest.raises(CannotOpen):
            unseal(KEY, WHERE, tried)


def test_cut_short_and_made_longer_do_not_open() -> None:
    blob = seal(KEY, WHERE, b"what helped")
    for tried in [blob[:end] for end in range(len(blob))] + [blob + b"\0"]:
        with pytest.raises(CannotOpen):
            unseal(KEY, WHERE, tried)


def test_another_key_or_place_does_not_open() -> None:
    blob = seal(KEY, WHERE, b"x")
    elsewhere = [
        place("vault.Note.other", epoch=1, version=1),
        place("vault.Note.sealed", epoch=2, version=1),
        place("vault.Note.sealed", epoch=1, version=2),
    ]
    for key, where in [(bytes(32), WHERE)] + [(KEY, where) for where in elsewhere]:
        with pytest.raises(CannotOpen):
            unseal(key, where, blob)


def test_a_drawer_seals_to_the_whole_place() -> None:
    record, circle = UUID(int=5), UUID(int=6)
    drawer = Drawer(b"vault.Note.sealed", circle, 3, KEY, 1)
    blob = drawer.seal(record, 7, b"x")
    assert (
        unseal(KEY, place("vault.Note.sealed", record=record, circle=circle, epoch=3, version=7), blob)
        == b"x"
    )
    assert drawer.open(record, 7, blob) == drawer.open(record, 7, memoryview(blob)) == b"x"
    with pytest.raises(CannotOpen):
        Drawer(b"vault.Note.sealed", circle, 3, KEY, 2).open(record, 7, blob)


def test_a_wrap_belongs_to_one_person_circle_and_epoch() -> None:
    where = place("vault.HeldKey.wrap", record=UUID(int=1), circle=UUID(int=2), epoch=3)
    assert wrap_place(UUID(int=1), UUID(int=2), 3) == where


def test_a_suite_below_the_least_permitted_does_not_open() -> None:
    blob = seal(KEY, WHERE, b"x")
    assert unseal(KEY, WHERE, blob, least=1) == b"x"
    with pytest.raises(CannotOpen):
        unseal(KEY, WHERE, blob, least=2)


def test_the_commitment_is_checked_before_the_cipher(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blob whose cipher part would open must still carry the right commitment."""
    blob = bytearray(seal(KEY, WHERE, b"x"))
    blob[1] ^= 1
    monkeypatch.setattr(sealing, "decrypt", lambda *_: pytest.fail("the cipher was tried"))
    with pytest.raises(CannotOpen):
        unseal(KEY, WHERE, bytes(blob))


def test_the_error_says_nothing_and_carries_nothing() -> None:
    errors = []
    flipped = seal(KEY, WHERE, b"secret text")
    for blob in (b"", flipped[:-1] + bytes([flipped[-1] ^ 1]), flipped[:20]):
        with pytest.raises(CannotOpen) as caught:
            unseal(KEY, WHERE, blob)
        errors.append(caught.value)
    assert len({str(error) for error in errors}) == 1
    assert all(error.__context__ is None and error.__cause__ is None for error in errors)


@given(payload=st.binary(max_size=5000))
def test_padding_gives_back_what_went_in_and_fills_a_bucket(payload: bytes) -> None:
    padded = pad(payload)
    assert unpad(padded) == payload
    assert len(padded) == bucket(len(payload) + 4) == bucket(len(padded))
    assert len(padded) <= max(64, (len(payload) + 4) * 1.12)


def test_sizes_fall_into_few_buckets() -> None:
    assert bucket(1) == bucket(64) == 64
    assert bucket(65) == 72
    assert len({bucket(size) for size in range(1, 100_001)}) < 170


def test_a_length_that_does_not_fit_is_refused() -> None:
    for padded in [
        b"",
        b"\0\0\0",
        b"\x00\x00\x00\x3d".ljust(64, b"\0"),
        b"\xff\xff\xff\xff".ljust(64, b"\0"),
    ]:
        with pytest.raises(CannotOpen):
            unpad(padded)


@given(parts=st.lists(st.binary(max_size=50), max_size=6))
def test_parts_can_be_told_apart_again(parts: list[bytes]) -> None:
    assert unlp(lp(*parts)) == parts


@given(data=st.binary(max_size=60))
def test_reading_parts_never_fails_otherwise(data: bytes) -> None:
    with suppress(CannotOpen):
        assert lp(*unlp(data)) == data
