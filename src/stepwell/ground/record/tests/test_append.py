"""A record grows by one event at a time, and each says who signed what, and when."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction

from stepwell.ground.people.testing import make_person
from stepwell.ground.record import api
from stepwell.ground.record.models import Event
from stepwell.ground.vault.api import NoSeat

TEXT = {
    "of": "a walk",
    "clauses": ["On Sundays we walk to the bridge.", "Phones stay at home."],
    "until": None,
}


def add(member, two, kind="agreement.signed", text=TEXT):
    with transaction.atomic():
        return api.append(member.keyring, two.circle, kind, text)


def test_both_read_what_both_signed(two):
    first, second = add(two.alma, two), add(two.ben, two)
    assert (first.i, second.i) == (1, 2)
    for member in (two.alma, two.ben):
        assert api.events(member.keyring, two.circle) == [first, second]
        assert api.look(member.keyring, two.circle) == second.head
    assert first.text == TEXT
    assert (first.signer, first.name, second.name) == (two.alma.id, "Alma", "Ben")
    assert first.h != second.h
    assert len(second.head.words.split()) == 8


def test_an_empty_record_is_no_fault(two):
    assert api.look(two.alma.keyring, two.circle) is None
    assert api.events(two.alma.keyring, two.circle) == []


def test_a_part_can_be_read(two):
    every = [add(two.alma, two, text={"number": number}) for number in range(5)]
    assert api.events(two.ben.keyring, two.circle, after=3) == every[3:]
    assert api.events(two.ben.keyring, two.circle, after=5) == []
    assert api.events(two.ben.keyring, two.circle, of=[1, 4]) == [every[0], every[3]]
    assert api.events(two.ben.keyring, two.circle, of=[]) == []
    with pytest.raises(api.Broken):
        api.events(two.ben.keyring, two.circle, of=[6])


def test_a_stranger_neither_reads_nor_writes(two):
    chidi = make_person("Chidi")
    add(two.alma, two)
    with pytest.raises(NoSeat):
        add(chidi, two)
    for read in (api.events, api.look):
        with pytest.raises(NoSeat):
            read(chidi.keyring, two.circle)
    with pytest.raises(NoSeat):
        api.erase(chidi.keyring, two.circle, [1])


def test_a_clock_set_back_keeps_the_order_and_goes_on_from_the_last_time(two):
    noon = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
    said = []
    for moment in (noon, noon - timedelta(days=40), noon + timedelta(seconds=61)):
        with time_machine.travel(moment, tick=False):
            said.append(add(two.alma, two).at)
    assert said == [noon, noon, noon + timedelta(seconds=61)]


def test_what_is_rolled_back_never_was(two):
    add(two.alma, two)
    with transaction.atomic():
        add(two.ben, two)
        transaction.set_rollback(True)
    assert [event.i for event in api.events(two.ben.keyring, two.circle)] == [1]
    assert add(two.ben, two).i == 2
    assert api.look(two.ben.keyring, two.circle).i == 2


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_nothing_is_added():
    from stepwell.ground.spaces.testing import make_couple

    alma, ben = make_person("Alma"), make_person("Ben")
    circle = make_couple(alma, ben)
    with pytest.raises(RuntimeError):
        api.append(alma.keyring, circle, "promise.made", TEXT)
    assert not Event.objects.within(alma.keyring, circle).exists()


@pytest.mark.parametrize(
    "text",
    [
        {"a": 1.5},
        {1: "a"},
        {"a": uuid4()},
        {"a": b"x"},
        {"a": "\ud800"},
        {"a": 10**15},
        {"a": (1,)},
        {"a": {2: 1}},
    ],
)
def test_what_is_not_plain_is_refused(two, text):
    with pytest.raises(ValueError):
        add(two.alma, two, text=text)


@pytest.mark.parametrize(
    "kind", ["", "Agreement", "agreement signed", "a" * 65, "agreement.", ".signed", "a.b\n"]
)
def test_a_kind_is_a_plain_word(two, kind):
    with pytest.raises(ValueError):
        add(two.alma, two, kind=kind)


def test_too_much_and_too_deep_is_refused(two):
    deep: object = "down"
    for _ in range(20):
        deep = [deep]
    for text in ({"a": "x" * 300_000}, {"a": deep}):
        with pytest.raises(ValueError):
            add(two.alma, two, text=text)
