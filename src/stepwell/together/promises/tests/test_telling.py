"""Days on which a promise was kept, as the page of what goes along gets them."""

import pytest

from stepwell.own.understanding.api import Told
from stepwell.together.promises import testing
from stepwell.together.promises.telling import source
from stepwell.together.promises.tests.cast import TUESDAY, Actor

pytestmark = pytest.mark.django_db


def test_a_kept_promise_is_told_to_both_each_in_their_own_sense(alma: Actor, ben: Actor, esi: Actor) -> None:
    stamps = [source().stamp(alma.keyring)]
    made = testing.promise(ben.keyring, "I ring at six.", today=TUESDAY)
    testing.say(ben.keyring, made, "kept", today=TUESDAY)
    stamps.append(source().stamp(alma.keyring))
    assert stamps[0] != stamps[1]
    assert list(source().days(ben.keyring)) == [Told(TUESDAY, noted=("p:by_me",))]
    assert list(source().days(alma.keyring)) == [Told(TUESDAY, noted=("p:to_me",))]
    assert list(source().days(esi.keyring)) == []
    assert source().name("p:to_me") == "a promise to you kept"
    assert source().name("t:to_me") == ""


def test_while_the_space_rests_nothing_of_the_other_is_in_it(alma: Actor, ben: Actor) -> None:
    made = testing.promise(ben.keyring, "I ring at six.", today=TUESDAY)
    testing.say(ben.keyring, made, "kept", today=TUESDAY)
    before = source().stamp(alma.keyring)
    alma.pause()
    assert source().stamp(alma.keyring) != before
    assert list(source().days(alma.keyring)) == []
    assert list(source().days(ben.keyring)) == [Told(TUESDAY, noted=("p:by_me",))]
