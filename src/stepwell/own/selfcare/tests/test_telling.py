"""Practices that were kept, as what goes along gets them, and practices beside what was found."""

import pytest

from stepwell.own.selfcare import afters
from stepwell.own.selfcare.models import After
from stepwell.own.selfcare.responding import some
from stepwell.own.selfcare.telling import source
from stepwell.own.selfcare.testing import keep_now
from stepwell.own.selfcare.tests.cast import Actor, today
from stepwell.own.understanding.api import Told
from stepwell.own.understanding.testing import link, signal, tell

pytestmark = pytest.mark.django_db


def test_that_it_was_kept_is_told_and_neither_note_nor_whether_it_helped(alma: Actor, esi: Actor) -> None:
    before = source().stamp(alma.keyring)
    alma.after("cold-water", helped="not_now", note="Nobody reads this.")
    assert source().stamp(alma.keyring) != before
    assert list(source().days(alma.keyring)) == [Told(today(), noted=("r:practice:cold-water",))]
    assert list(source().days(esi.keyring)) == []
    assert source().name("r:practice:cold-water") == "Cold water"
    assert source().name("r:practice:none") == source().name("t:cold-water") == ""


def test_what_was_found_in_it_goes_with_it(alma: Actor) -> None:
    alma.after("cold-water", helped="yes")
    tell(alma.keyring, signal("safety", link("r:practice:cold-water", 1.0)))
    assert "Cold water" in alma.see("/along/")
    afters.delete(alma.keyring, After.objects.get().id)
    assert "Cold water" not in alma.see("/along/")


def test_practices_fit_how_somebody_is(alma: Actor) -> None:
    assert len(some(alma.keyring)) == 3
    keep_now(alma.keyring, "numb")
    addresses = {one.url for one in some(alma.keyring)}
    assert "/pause/with/out-breath/" not in addresses
