"""The verifier without any library: the same answers, from one file alone."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from stepwell.ground.record import verify
from stepwell.ground.record.example import MadeUp, example, written

# RFC 8032, 7.1: secret, public, message, signature.
VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd"
        "25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c3"
        "87b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594"
        "a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd4"
        "54d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303"
        "dca179c138ac17ad9bef1177331a704",
    ),
]


def by_sodium(monkeypatch):
    return verify._library()


def by_openssl(monkeypatch):
    monkeypatch.setitem(sys.modules, "nacl.signing", None)
    return verify._library()


def by_hand(monkeypatch):
    monkeypatch.setitem(sys.modules, "nacl.signing", None)
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    assert verify._library() is None
    return verify.signed_slowly


WAYS = pytest.mark.parametrize("way", [by_sodium, by_openssl, by_hand])


@WAYS
@pytest.mark.parametrize("vector", VECTORS)
def test_the_vectors_of_the_standard(vector, way, monkeypatch):
    signed = way(monkeypatch)
    secret, public, message, signature = (bytes.fromhex(part) for part in vector)
    assert signed(public, message, signature)
    assert MadeUp("x", seed=secret).sign(message) == signature
    assert MadeUp("x", seed=secret).key == public
    assert not signed(public, message + b"x", signature)


@WAYS
def test_one_signature_has_one_form(way, monkeypatch):
    """s + q, a point written with its y over p, and a key that fits everything are refused."""
    signed = way(monkeypatch)
    one = SigningKey(bytes(range(32)))
    public, message = bytes(one.verify_key), b"a walk to the bridge"
    signature = one.sign(message).signature
    assert signed(public, message, signature)
    more = (int.from_bytes(signature[32:], "little") + verify.Q).to_bytes(32, "little")
    for other in (signature[:32] + more, signature[:-1], signature + b"\0", bytes(64), b""):
        assert not signed(public, message, other)
    for at in range(0, 512, 7):
        flipped = bytearray(signature)
        flipped[at // 8] ^= 1 << at % 8
        assert not signed(public, message, bytes(flipped))


@pytest.mark.parametrize(
    "key",
    [
        (1).to_bytes(32, "little"),
        (verify.P - 1).to_bytes(32, "little"),
        (verify.P + 1).to_bytes(32, "little"),
        (2).to_bytes(32, "little"),
        b"\xff" * 32,
        (1 | 1 << 255).to_bytes(32, "little"),
    ],
)
def test_what_is_no_key_is_none_whatever_library_there_is(key):
    assert verify.a_point(key) is None
    bundle = verify.lp(b"bundle1", bytes(16), bytes(32), key, bytes(64))
    with pytest.raises(verify.Bad, match="a key in it is none"):
        verify.public_key(bytes(16), bundle)


def alone(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """On a machine without Stepwell: no packages, no paths, another folder."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", str(program), *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=program.parent,
        env={"PATH": "/usr/bin:/bin"},
        timeout=60,
    )


def test_it_runs_alone_and_finds_one_letter(tmp_path):
    program = tmp_path / "verify.py"
    program.write_bytes(Path(verify.__file__).read_bytes())
    record = tmp_path / "record.json"
    record.write_text(written(), encoding="utf-8")
    well = alone(program, "record.json")
    assert (well.returncode, well.stderr) == (0, "")
    assert well.stdout.startswith("This record is whole. It holds 26 events.")
    assert "It does not prove who sat at" in well.stdout
    record.write_text(
        written().replace("the bridge", "x").replace("kitchen shelf", "kitchen shelves", 1), "utf-8"
    )
    badly = alone(program, "record.json")
    assert (badly.returncode, badly.stderr) == (1, "")
    assert badly.stdout == "This record is not whole: event 1: its words are not those that were signed.\n"


def test_it_needs_python_3_9_and_its_library_alone():
    source = Path(verify.__file__).read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 9))
    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]
        )
    }
    lib = {name for name in imported if name.partition(".")[0] in sys.stdlib_module_names}
    assert imported - lib == {
        "nacl.exceptions",
        "nacl.signing",
        "cryptography.exceptions",
        "cryptography.hazmat.primitives.asymmetric.ed25519",
    }
    assert len(source) < 20_000


def test_the_command_needs_no_home(tmp_path):
    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "stepwell", "record", *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={"PYTHONPATH": str(Path(verify.__file__).parents[3]), "PATH": "/usr/bin:/bin"},
            timeout=60,
        )

    assert run("example", "record.json").returncode == 0
    assert run("verify", "record.json").stdout.startswith("This record is whole.")
    again = run("example", "record.json")
    assert again.returncode not in (0, None)
    assert "Name a new file" in again.stderr
    assert run("verify", "nowhere.json").returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"], "no home, no database"


def test_the_example_tells_of_both_and_of_every_kind():
    kinds = {event["kind"] for event in example()["events"]}
    assert kinds >= {
        "agreement.signed",
        "agreement.in-force",
        "agreement.signature-taken-back",
        "agreement.reviewed",
        "agreement.withdrawn",
        "promise.made",
        "promise.kept",
        "promise.changed",
        "promise.not-kept",
        "promise.ended",
    }
    assert json.dumps(example()).count('"text": null') == 1
