"""What a room has signed with somebody's identity."""

import pytest

from stepwell.ground.vault import api
from stepwell.ground.vault.words import lp


def test_only_its_signer_signed_it(couple):
    alma, ben = couple
    message = bytes(range(32))
    signature = api.sign(alma.keyring, message)
    hers = api.read_bundle(alma.id, api.my_bundle(alma.keyring))
    his = api.read_bundle(ben.id, api.pinned(alma.keyring, ben.id))
    assert len(signature) == 64
    assert api.signed(hers, message, signature)
    assert not api.signed(his, message, signature)
    assert not api.signed(hers, message + b"x", signature)
    assert not api.signed(hers, message, signature[:-1])
    assert not api.signed(hers, message, bytes(64))


def test_it_signs_nothing_that_only_the_vault_may_say(alma):
    """Else a room could be brought to make a seat in a circle, or an identity, in somebody's name."""
    for tag in (b"epoch1", b"bundle1"):
        with pytest.raises(ValueError):
            api.sign(alma.keyring, lp(tag, b"whatever"))


def test_who_else_holds_a_key(couple):
    alma, ben = couple
    assert api.others_hold(alma.keyring, alma.shared)
    assert not api.others_hold(alma.keyring, alma.keyring.own)
    api.close_seat(alma.keyring, alma.shared)
    assert api.others_hold(alma.fresh(), alma.shared)
    assert api.others_hold(ben.fresh(), ben.shared), "she left, and can still read what was"
    api.erase(alma.id)
    assert not api.others_hold(ben.fresh(), ben.shared)
