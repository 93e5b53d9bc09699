"""What somebody saw stays seen: a record that is shorter or other is told, and nothing is added to it."""

from typing import Any

import pytest
from django.db import transaction
from msgspec.structs import replace

from stepwell.ground.record import api
from stepwell.ground.record.models import Event
from stepwell.ground.record.seen import last_seen
from stepwell.ground.record.tests.going import leave
from stepwell.ground.vault.api import NoSeat, read, sign, write


def add(member, two, number=0):
    with transaction.atomic():
        return api.append(member.keyring, two.circle, "promise.made", {"promise": f"number {number}"})


@pytest.fixture
def five(two):
    return [add(member, two, number) for number, member in enumerate([two.alma, two.ben] * 2 + [two.alma])]


def row(two, i) -> Any:
    return Event.objects.within(two.alma.keyring, two.circle).get(i=i)


def rewrite(two, i, member=None, *, h=None, **change):
    """What somebody with the key of the circle could do in the database itself."""
    member, one = member or two.ben, row(two, i)
    write(member.keyring, one, replace(read(member.keyring, one), **change))
    if h is not None:
        one.h = h
    one.save()


def broken(member, two):
    with pytest.raises(api.Broken) as told:
        api.look(member.keyring, two.circle)
    with pytest.raises(api.Broken):
        add(member, two)
    return told.value


def test_looking_remembers(two, five):
    assert last_seen(two.ben.keyring, two.circle) == five[3].head, "what one adds, one has seen"
    assert api.look(two.ben.keyring, two.circle) == five[-1].head
    assert last_seen(two.ben.fresh().keyring, two.circle) == five[-1].head


def test_it_is_shorter(two, five):
    api.look(two.ben.keyring, two.circle)
    row(two, 5).delete()
    told = broken(two.ben, two)
    assert (told.seen, told.found) == (five[4].head, five[3].head)
    assert last_seen(two.ben.keyring, two.circle) == five[4].head, "it is told again at every look"


def test_it_is_gone(two, five):
    Event.objects.within(two.alma.keyring, two.circle).delete()
    told = broken(two.alma, two)
    assert (told.seen, told.found) == (five[4].head, None)


def test_another_event_stands_there(two, five):
    row(two, 5).delete()
    Event.objects.within(two.alma.keyring, two.circle).filter(i=5).delete()
    rewritten = Event(circle_id=two.circle, i=5, h=bytes(32))
    write(two.ben.keyring, rewritten, read(two.alma.keyring, row(two, 4)))
    rewritten.save()
    told = broken(two.alma, two)
    assert (told.seen.i, told.found.i, told.found.h) == (5, 5, bytes(32))


def test_words_that_were_changed_under_the_same_hash(two, five):
    """Ben has the key of the circle and the database: Alma's words are still hers."""
    rewrite(two, 1, text='{"promise":"another"}')
    for read_it in (
        api.events,
        lambda k, c: api.events(k, c, of=[1]),
        lambda k, c: api.events(k, c, of=[1, 3]),
    ):
        with pytest.raises(api.Broken):
            read_it(two.alma.keyring, two.circle)
    assert [event.i for event in api.events(two.alma.keyring, two.circle, of=[2])] == [2]
    rewrite(two, 5, text='{"promise":"another"}')
    broken(two.alma, two)


@pytest.mark.parametrize(
    "change",
    [
        {"time": "2020-01-01T00:00:00Z"},
        {"time": "2099-01-01T00:00:00Z"},
        {"kind": "promise.kept"},
        {"signature": bytes(64)},
        {"c": bytes(32)},
        {"r": bytes(32)},
        {"r": None},
    ],
)
def test_any_field_of_what_is_new_to_the_other(two, five, change):
    seen = last_seen(two.ben.keyring, two.circle)
    rewrite(two, 5, two.alma, **change)
    told = broken(two.ben, two)
    assert told.seen == seen
    assert told.found.i == 5


def test_whoever_signs_for_the_other_is_found(two, five):
    """Ben makes an event as if Alma had: hash and all, but he has only his own key."""
    from stepwell.ground.record.verify import link

    before, content = row(two, 4), read(two.ben.keyring, row(two, 5))
    kind = "promise.ended"
    h = link(two.circle.bytes, 5, bytes(before.h), content.time, kind, two.alma.id.bytes, content.c)
    rewrite(two, 5, kind=kind, signature=sign(two.ben.keyring, h), h=h)
    Event.objects.within(two.alma.keyring, two.circle)
    told = broken(two.ben, two)
    assert told.found.i == 5


def test_a_hole_and_a_swap(two, five):
    row(two, 3).delete()
    with pytest.raises(api.Broken):
        api.events(two.alma.keyring, two.circle)
    two_, four = row(two, 2), row(two, 4)
    Event.objects.within(two.alma.keyring, two.circle).filter(i=2).update(i=3)
    with pytest.raises(api.Broken):
        api.events(two.alma.keyring, two.circle, of=[3])
    assert (two_.i, four.i) == (2, 4)


def test_erased_words_leave_their_place(two, five):
    api.erase(two.alma.keyring, two.circle, [1, 3])
    api.erase(two.alma.keyring, two.circle, [3])
    for member in (two.alma, two.ben):
        found = api.events(member.keyring, two.circle)
        assert [event.text for event in found] == [None, five[1].text, None, five[3].text, five[4].text]
        assert [event.head for event in found] == [event.head for event in five]
        assert api.look(member.keyring, two.circle) == five[4].head
    assert add(two.ben, two).i == 6


def test_only_own_words_can_be_erased_and_only_by_two(two, five):
    for who, which in ((two.ben, [1]), (two.ben, [2, 3]), (two.alma, [9])):
        with pytest.raises(api.NotSigned):
            api.erase(who.keyring, two.circle, which)
    assert [event.text for event in api.events(two.ben.keyring, two.circle)] == [event.text for event in five]
    leave(two.ben, take_back=True)
    with pytest.raises(api.NotSigned):
        api.erase(two.alma.fresh().keyring, two.circle, [1])
    with pytest.raises(NoSeat):
        api.erase(two.ben.fresh().keyring, two.circle, [2])
    with pytest.raises(NoSeat):
        add(two.ben, two)
