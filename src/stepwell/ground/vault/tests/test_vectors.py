"""The kept test vectors: what was sealed, signed or derived once must come out the same for ever."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from stepwell.ground.vault import (
    boxes,
    drafts,
    epochs,
    identity,
    intersection,
    master,
    password,
    sealing,
    server,
    words,
)
from stepwell.ground.vault.eightwords import eight_words, word_list
from stepwell.ground.vault.padding import pad
from stepwell.ground.vault.recovery import read_code
from stepwell.ground.vault.sessionwrap import unwrap_opened, unwrap_session, wrap_session
from stepwell.ground.vault.tests.points import fill, told
from stepwell.ground.vault.togroup import point_of

VECTORS = Path(__file__).parent / "vectors"
# One line for each file: taking a file away is noticed too.
KEPT = {
    "words", "padding", "seal_suite_1", "password_costs_1", "recovery_1", "identity_1",
    "epoch_1", "box_1", "draft_1", "session_1", "eight_words_1", "server_1",
    "to_group_1", "intersection_1",
}  # fmt: skip


def cases(name: str) -> list[dict[str, Any]]:
    found = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    assert found
    return found


def raw(case: dict[str, Any], *names: str) -> list[bytes]:
    return [bytes.fromhex(case[name]) for name in names]


def test_no_vector_is_missing() -> None:
    assert {path.stem for path in VECTORS.glob("*.json")} == KEPT


def test_words() -> None:
    *rows, named = cases("words")
    for case in rows:
        parts = [bytes.fromhex(part) for part in case["parts"]]
        assert words.lp(*parts).hex() == case["lp"]
        assert words.unlp(bytes.fromhex(case["lp"])) == parts
    where = words.place(
        named["type"],
        record=UUID(named["record"]),
        circle=UUID(named["circle"]),
        epoch=named["epoch"],
        version=named["version"],
    )
    assert words.ctx(named["suite"], where).hex() == named["ctx"]


def test_padding() -> None:
    for case in cases("padding"):
        assert len(pad(bytes(case["payload_bytes"]))) == case["padded_bytes"]


def test_seal() -> None:
    for case in cases("seal_suite_1"):
        key, where, payload, sealed = raw(case, "key", "place", "payload", "sealed")
        assert sealing.unseal(key, where, sealed) == payload
        assert sealing.seal_with(key, where, payload, sealed[33:57]) == sealed


def test_passwords() -> None:
    for case in cases("password_costs_1"):
        salt, argon, verifier, kek = raw(case, "salt", "argon2id", "verifier", "kek")
        assert password.argon2id(case["password"].encode(), salt, 1) == argon
        made = password.stretch(case["password"], salt)
        assert (made.verifier, made.kek) == (verifier, kek)


def test_recovery_codes() -> None:
    for case in cases("recovery_1"):
        code = read_code(case["printed"])
        assert code is not None
        assert [code.wrap, code.private, code.public] == raw(case, "wrap", "private", "public")
        assert code.printed() == case["printed"]


def test_identities() -> None:
    for case in cases("identity_1"):
        sealing_half, signing_half, bundle, print_ = raw(case, "x25519", "ed25519", "bundle", "fingerprint")
        assert identity.make_bundle(UUID(case["person"]), sealing_half, signing_half) == bundle
        assert identity.read_bundle(UUID(case["person"]), bundle).sealing == boxes.public_of(sealing_half)
        assert identity.fingerprint(bundle) == print_


def test_epochs() -> None:
    for case in cases("epoch_1"):
        key, data, digest, signature = raw(case, "key", "statement", "digest", "signature")
        statement = epochs.read_statement(data)
        assert statement.encode() == data
        assert epochs.digest(data) == digest
        assert epochs.commitment(key, UUID(case["circle"]), case["epoch"]) == statement.commitment
        maker = identity.read_bundle(statement.maker, statement.seats[statement.maker].bundle)
        assert identity.signed(maker.signing, data, signature)


def test_boxes() -> None:
    for case in cases("box_1"):
        private, where, payload, sealed = raw(case, "private", "place", "payload", "sealed")
        assert boxes.unseal_from(private, boxes.public_of(private), where, sealed) == payload


def test_drafts() -> None:
    for case in cases("draft_1"):
        private, public, payload, blob = raw(case, "private", "public", "payload", "blob")
        assert boxes.public_of(private) == public
        assert drafts.open_with(private, case["name"], blob) == payload


def test_sessions() -> None:
    for case in cases("session_1"):
        root_key, sk, secret, root, opened = raw(case, "root_key", "sk", "secret", "root", "opened")
        alma = unwrap_session(UUID(case["person"]), sk, root)
        assert unwrap_session(alma.person_id, sk, wrap_session(alma, sk)).key("x") == alma.key("x")
        assert alma.key("x") == master.Master(alma.person_id, root_key).key("x")
        assert unwrap_opened(sk, opened) == secret


def test_eight_words() -> None:
    for case in cases("eight_words_1"):
        one, other = (bytes.fromhex(bundle) for bundle in case["bundles"])
        invitation = UUID(case["invitation"])
        assert eight_words(invitation, one, other) == eight_words(invitation, other, one) == case["words"]
        assert eight_words(UUID(int=1), one, other) != case["words"]
        assert eight_words(invitation, one, one) != case["words"]


def test_server_seals() -> None:
    sealed, name = cases("server_1")
    assert server.open_for_server(sealed["purpose"], bytes.fromhex(sealed["sealed"])).hex() == sealed["data"]
    assert server.lookup("name", name["name"]).hex() == name["lookup"]
    assert server.lookup("token", name["name"]).hex() != name["lookup"]
    with pytest.raises(words.CannotOpen):
        server.open_for_server("other", bytes.fromhex(sealed["sealed"]))


def test_words_to_points() -> None:
    """The first five are those of RFC 9380, J.5.2, under its own domain; the rest are under ours."""
    for case in cases("to_group_1"):
        assert point_of(bytes.fromhex(case["message"]), case["domain"].encode()).hex() == case["point"]


def test_mutual_answers() -> None:
    for case in cases("intersection_1"):
        a, b, context = raw(case, "a", "b", "context")
        yes = {who: [word.encode() for word in case[f"{who}_yes"]] for who in ("a", "b")}
        fillings = {who: [fill(who, at) for at in range(intersection.ROUND_SLOTS)] for who in ("a", "b")}
        orders = {who: tuple(case[f"{who}_order"]) for who in ("a", "b")}
        begun = intersection.begin_with(a, yes["a"], context, orders["a"], fillings["a"])
        assert told(begun.points) == case["points"]
        made = intersection.answer_with(b, begun.points, yes["b"], context, orders["b"], fillings["b"])
        assert (told(made.raised), told(made.own)) == (case["raised"], case["own"])
        both = intersection.finish_round(a, orders["a"], made)
        assert sorted(case["a_yes"][place] for place in both) == case["both"]


def test_the_word_list_is_short_plain_and_has_no_two_alike() -> None:
    listed = word_list()
    assert len(listed) == len(set(listed)) == 1024
    assert list(listed) == sorted(listed)
    assert all(
        word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in listed
    )
    for at in range(9):
        without = [(word[:at] + "_" + word[at + 1 :]) for word in listed if at < len(word)]
        assert len(without) == len(set(without)), "two words differ in one letter only"
    left_out = "abuse affair anger betray divorce dirt fault fear guilt hurt kill liar lie love shame sick"
    left_out += " suspect trust truth ugly victim weapon wife husband kiss naked"
    assert not set(left_out.split()) & set(listed)
