"""Writes the test vectors into vectors/. They are kept for ever: a file that exists is never written again.

    DJANGO_SETTINGS_MODULE=tests.settings python -m stepwell.ground.vault.tests.make_vectors

All byte strings are hex. The pepper is the bytes 00 to 1f. A new suite or version adds a new file.
"""
# ruff: noqa: E402  # Django is set up before its models are imported

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import django
from django.test import override_settings

django.setup()

from stepwell.ground.vault import (
    boxes,
    drafts,
    eightwords,
    epochs,
    identity,
    intersection,
    master,
    padding,
    password,
    recovery,
    sealing,
    server,
    sessionwrap,
    togroup,
    words,
)
from stepwell.ground.vault.tests.points import RFC_DOMAIN, RFC_POINTS, fill, order_of, told
from stepwell.ground.vault.tests.seal_draft import seal_draft

VECTORS = Path(__file__).parent / "vectors"
PEPPER = bytes(range(32))
ALMA = UUID("0190a000-0000-7000-8000-00000000a1aa")
BEN = UUID("0190a000-0000-7000-8000-00000000be00")
CIRCLE = UUID("0190a000-0000-7000-8000-00000000c1c1")
RECORD = UUID("0190a000-0000-7000-8000-000000000001")
KEY = bytes(range(32, 64))
NONCE = bytes(range(24))

Case = dict[str, object]


def words_() -> list[Case]:
    parts: list[list[bytes]] = [[], [b""], [b"a", b"bc"], [bytes(300)]]
    cases: list[Case] = [{"parts": [p.hex() for p in row], "lp": words.lp(*row).hex()} for row in parts]
    where = words.place("vault.Note.sealed", record=RECORD, circle=CIRCLE, epoch=3, version=7)
    named = {
        "type": "vault.Note.sealed",
        "record": str(RECORD),
        "circle": str(CIRCLE),
        "epoch": 3,
        "version": 7,
    }
    return [*cases, {**named, "suite": 1, "ctx": words.ctx(1, where).hex()}]


def padding_() -> list[Case]:
    sizes = [0, 1, 60, 61, 100, 508, 509, 512, 1000, 4096, 65_536, 1_000_000]
    return [{"payload_bytes": size, "padded_bytes": len(padding.pad(bytes(size)))} for size in sizes]


def seal_suite_1() -> list[Case]:
    cases: list[Case] = []
    for payload in [b"", b"felt safety 7", bytes(512)]:
        where = words.place("vault.Note.sealed", record=RECORD, circle=CIRCLE, epoch=3, version=7)
        sealed = sealing.seal_with(KEY, where, payload, NONCE)
        cases.append(
            {"key": KEY.hex(), "place": where.hex(), "payload": payload.hex(), "sealed": sealed.hex()}
        )
    return cases


def password_() -> list[Case]:
    cases: list[Case] = []
    for text in ["correct horse battery staple", "Käsekuchen am Sonntag"]:
        salt = bytes(range(16))
        made = password.stretch(text, salt)
        argon = password.argon2id(text.encode(), salt, 1)
        keys = {"argon2id": argon.hex(), "verifier": made.verifier.hex(), "kek": made.kek.hex()}
        cases.append({"password": text, "salt": salt.hex(), **keys})
    return cases


def recovery_() -> list[Case]:
    codes = [recovery.Code(value) for value in (bytes(20), bytes(range(20)), b"\xff" * 20)]
    return [
        {
            "printed": code.printed(),
            "wrap": code.wrap.hex(),
            "private": code.private.hex(),
            "public": code.public.hex(),
        }
        for code in codes
    ]


def identity_() -> list[Case]:
    cases: list[Case] = []
    for person, sealing_half, signing_half in [
        (ALMA, b"\x01" * 32, b"\x02" * 32),
        (BEN, b"\x03" * 32, b"\x04" * 32),
    ]:
        bundle = identity.make_bundle(person, sealing_half, signing_half)
        halves = {"x25519": sealing_half.hex(), "ed25519": signing_half.hex()}
        prints = {"bundle": bundle.hex(), "fingerprint": identity.fingerprint(bundle).hex()}
        cases.append({"person": str(person), **halves, **prints})
    return cases


def epoch_() -> list[Case]:
    seats = {
        ALMA: epochs.Seat(identity.make_bundle(ALMA, b"\x01" * 32, b"\x02" * 32), bytes(32)),
        BEN: epochs.Seat(identity.make_bundle(BEN, b"\x03" * 32, b"\x04" * 32), b"\x09" * 32),
    }
    binds = epochs.commitment(KEY, CIRCLE, 2)
    statement = epochs.Statement(CIRCLE, 2, b"\x07" * 32, ALMA, seats, binds).encode()
    signature = identity.sign(b"\x02" * 32, statement)
    said = {
        "statement": statement.hex(),
        "digest": epochs.digest(statement).hex(),
        "signature": signature.hex(),
    }
    return [{"key": KEY.hex(), "circle": str(CIRCLE), "epoch": 2, "commitment": binds.hex(), **said}]


def box_() -> list[Case]:
    private, where = b"\x05" * 32, words.place("vault.HeldKey.wrap", record=BEN, circle=CIRCLE, epoch=2)
    sealed = boxes.seal_to(boxes.public_of(private), where, KEY)
    return [{"private": private.hex(), "place": where.hex(), "payload": KEY.hex(), "sealed": sealed.hex()}]


def draft_() -> list[Case]:
    private, payload = b"\x06" * 32, b'{"hard": ["the evening"]}'
    blob = seal_draft(boxes.public_of(private), "checkin", payload)
    assert drafts.open_with(private, "checkin", blob) == payload
    keys = {"private": private.hex(), "public": boxes.public_of(private).hex()}
    return [{**keys, "name": "checkin", "payload": payload.hex(), "blob": blob.hex()}]


def session_() -> list[Case]:
    alma, sk = master.Master(ALMA, KEY), b"\x08" * 32
    wraps = {
        "root": sessionwrap.wrap_session(alma, sk).hex(),
        "opened": sessionwrap.wrap_opened(sk, NONCE).hex(),
    }
    return [{"person": str(ALMA), "root_key": KEY.hex(), "sk": sk.hex(), "secret": NONCE.hex(), **wraps}]


def eight_words_() -> list[Case]:
    alma, ben = (identity.make_bundle(p, x, e) for p, x, e in [(ALMA, KEY, KEY), (BEN, b"\x03" * 32, KEY)])
    said = eightwords.eight_words(RECORD, alma, ben)
    return [{"invitation": str(RECORD), "bundles": [alma.hex(), ben.hex()], "words": said}]


def server_() -> list[Case]:
    sealed = server.seal_for_server("mail", b"alma@example.org").hex()
    found = server.lookup("name", "alma").hex()
    return [
        {"purpose": "mail", "data": b"alma@example.org".hex(), "sealed": sealed},
        {"name": "alma", "lookup": found},
    ]


def to_group_() -> list[Case]:
    known = [(message, RFC_DOMAIN, point) for message, point in RFC_POINTS.items()]
    ours = intersection.DOMAIN.decode()
    made = [(word, ours, togroup.point_of(word.encode(), ours.encode())) for word in ("", "a walk")]
    return [
        {"message": message.encode().hex(), "domain": domain, "point": point.hex()}
        for message, domain, point in [*known, *made]
    ]


def intersection_() -> list[Case]:
    cases: list[Case] = []
    for a_yes, b_yes in [
        (["a walk", "holding hands", "a shared look"], ["holding hands", "tea", "a shared look"]),
        (["a walk"], ["tea"]),
        ([], []),
    ]:
        a, b, context = b"\x0a" * 31 + b"\0", b"\x0b" * 31 + b"\0", words.lp(b"vectors", RECORD.bytes)
        orders = {"a": order_of(len(a_yes), 7), "b": order_of(len(b_yes), 11)}
        fillings = {who: [fill(who, at) for at in range(intersection.ROUND_SLOTS)] for who in "ab"}
        things = {"a": [word.encode() for word in a_yes], "b": [word.encode() for word in b_yes]}
        begun = intersection.begin_with(a, things["a"], context, orders["a"], fillings["a"])
        made = intersection.answer_with(b, begun.points, things["b"], context, orders["b"], fillings["b"])
        secrets = {"a": a.hex(), "b": b.hex(), "context": context.hex()}
        said = {"a_yes": a_yes, "b_yes": b_yes, "a_order": orders["a"], "b_order": orders["b"]}
        lists = {"points": told(begun.points), "raised": told(made.raised), "own": told(made.own)}
        cases.append({**secrets, **said, **lists, "both": sorted(set(a_yes) & set(b_yes))})
    return cases


FILES: dict[str, Callable[[], list[Case]]] = {
    "words": words_,
    "padding": padding_,
    "seal_suite_1": seal_suite_1,
    "password_costs_1": password_,
    "recovery_1": recovery_,
    "identity_1": identity_,
    "epoch_1": epoch_,
    "box_1": box_,
    "draft_1": draft_,
    "session_1": session_,
    "eight_words_1": eight_words_,
    "server_1": server_,
    "to_group_1": to_group_,
    "intersection_1": intersection_,
}


def main() -> None:
    with override_settings(PEPPER=PEPPER):
        for name, cases in FILES.items():
            path = VECTORS / f"{name}.json"
            if not path.exists():
                path.write_text(json.dumps(cases(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
