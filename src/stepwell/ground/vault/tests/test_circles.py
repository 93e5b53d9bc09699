"""Circles of two, against the partner who left, a stranger, and whoever can write in the database."""

from os import urandom
from uuid import UUID

import pytest

from stepwell.ground.vault import api, boxes, epochs, identity
from stepwell.ground.vault.api import CannotOpen, ChangedIdentity, NoSeat
from stepwell.ground.vault.models import Epoch, HeldKey, Identity
from stepwell.ground.vault.places import wrap_place
from stepwell.ground.vault.tests.cast import Person, both, compare_words, make, pair
from stepwell.ground.vault.tests.rows import Note, NoteV1


def test_two_people_read_what_each_writes(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    assert alma.shared in alma.keyring.seated & ben.keyring.seated
    assert api.seats(ben.keyring, ben.shared) == {alma.id, ben.id}
    assert api.read(ben.keyring, alma.note("hello", circle=alma.shared)).text == "hello"
    assert api.read(alma.keyring, ben.note("hello back", circle=ben.shared)).text == "hello back"


def test_nobody_is_seated_before_comparing_words(alma: Person, ben: Person) -> None:
    with pytest.raises(ChangedIdentity):
        api.found_circle(alma.keyring, both(alma, ben))
    api.pin(alma.keyring, ben.id, api.my_bundle(ben.keyring))
    circle = api.found_circle(alma.keyring, both(alma, ben))
    assert circle not in ben.fresh().circles
    api.pin(ben.keyring, alma.id, api.my_bundle(alma.keyring))
    assert circle in ben.keyring.seated


def test_a_circle_without_myself_cannot_be_founded(alma: Person, ben: Person) -> None:
    compare_words(alma, ben)
    with pytest.raises(NoSeat):
        api.found_circle(alma.keyring, {ben.id: api.my_bundle(ben.keyring)})


def test_who_leaves_keeps_what_was_readable_and_gets_no_more(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    before = alma.note("before", circle=alma.shared)
    api.close_seat(ben.keyring, ben.shared)
    after = _written_by(alma, "after")
    assert ben.fresh().seated == {ben.keyring.own}
    assert ben.shared in ben.keyring.circles
    assert list(Note.objects.within(ben.keyring)) == []
    assert list(Note.objects.within(ben.keyring, ben.shared)) == [before, after]
    assert api.read(ben.keyring, before).text == "before"
    with pytest.raises(CannotOpen):
        api.read(ben.keyring, after)
    with pytest.raises(NoSeat):
        ben.note("still here", circle=ben.shared)
    with pytest.raises(NoSeat):
        api.new_epoch(ben.keyring, ben.shared, both(alma, ben))
    assert api.read(alma.keyring, after).text == "after"
    assert api.seats(alma.keyring, alma.shared) == {alma.id}


def test_both_may_leave(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    note = alma.note("kept by both", circle=alma.shared)
    api.close_seat(alma.keyring, alma.shared)
    api.close_seat(ben.fresh(), ben.shared)
    assert api.read(alma.fresh(), note).text == api.read(ben.fresh(), note).text == "kept by both"


def test_older_epochs_stay_readable(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    notes = [alma.note("1", circle=alma.shared)]
    for text in ("2", "3"):
        api.new_epoch(alma.keyring, alma.shared, both(alma, ben))
        notes.append(alma.note(text, circle=alma.shared))
    assert [note.epoch for note in notes] == [1, 2, 3]
    assert [note.text for note in api.read_many(ben.fresh(), notes)] == ["1", "2", "3"]


def test_two_epochs_made_at_once_are_one_and_a_conflict(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    api.new_epoch(alma.keyring, alma.shared, both(alma, ben))
    with pytest.raises(api.Conflict):
        api.new_epoch(ben.keyring, ben.shared, both(alma, ben))
    assert Epoch.objects.filter(circle_id=alma.shared).count() == 2


def test_a_third_seat_is_not_believed_by_who_never_compared_words(
    couple: tuple[Person, Person], chidi: Person
) -> None:
    alma, ben = couple
    compare_words(ben, chidi)
    api.new_epoch(ben.keyring, ben.shared, both(alma, ben) | both(chidi, chidi))
    assert api.seats(alma.fresh(), alma.shared) == {alma.id, ben.id}
    note = alma.note("for the two of us", circle=alma.shared)
    assert note.epoch == 1
    with pytest.raises(CannotOpen):
        api.read(chidi.fresh(), note)


def test_the_own_circle_takes_no_other_seats(alma: Person, ben: Person) -> None:
    compare_words(alma, ben)
    with pytest.raises(NoSeat):
        api.new_epoch(alma.keyring, alma.keyring.own, both(alma, ben))
    with pytest.raises(NoSeat):
        api.close_seat(alma.keyring, alma.keyring.own)


# From here on: somebody who can read and write every row of the database, and holds no key of theirs.


class Thief:
    def __init__(self, victim: Person, circle: UUID) -> None:
        self.victim, self.circle = victim, circle
        self.halves = identity.new_halves()
        self.key = urandom(32)

    def bundle(self, person_id: UUID) -> bytes:
        return identity.make_bundle(person_id, *self.halves)

    def wrap(self, person: Person, number: int) -> bytes:
        public = identity.read_bundle(person.id, api.my_bundle(person.keyring)).sealing
        return boxes.seal_to(public, wrap_place(person.id, self.circle, number), self.key)

    def forge(self, number: int, maker: UUID, bundles: dict[UUID, bytes], *seated: Person) -> None:
        """A complete epoch, right in everything but the signature of somebody who may make it."""
        before = Epoch.objects.filter(circle_id=self.circle, number=number - 1).first()
        previous = epochs.digest(bytes(before.statement)) if before else b""
        wraps = {person.id: self.wrap(person, number) for person in seated}
        seats = {p: epochs.Seat(bundle, epochs.digest(wraps.get(p, b""))) for p, bundle in bundles.items()}
        binds = epochs.commitment(self.key, self.circle, number)
        data = epochs.Statement(self.circle, number, previous, maker, seats, binds).encode()
        signature = identity.sign(self.halves[1], data)
        Epoch.objects.create(circle_id=self.circle, number=number, statement=data, signature=signature)
        for person, wrap in wraps.items():
            HeldKey.objects.create(person_id=person, circle=self.circle, number=number, wrap=wrap)


def test_a_forged_epoch_is_never_used(couple: tuple[Person, Person], chidi: Person) -> None:
    alma, ben = couple
    for maker in (ben.id, chidi.id):
        thief = Thief(alma, alma.shared)
        thief.forge(2, maker, both(alma, ben), alma, ben)
        for person in (alma, ben):
            person.fresh()
            assert person.note("to each other", circle=person.shared).epoch == 1
        _drop(alma.shared, 2)


def test_a_forged_epoch_with_a_substituted_bundle_is_never_used(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    thief = Thief(alma, alma.shared)
    thief.forge(2, ben.id, both(alma, alma) | {ben.id: thief.bundle(ben.id)}, alma)
    alma.fresh()
    assert alma.note("to each other", circle=alma.shared).epoch == 1


def test_a_forged_epoch_of_the_own_circle_is_never_used(alma: Person) -> None:
    thief = Thief(alma, alma.keyring.own)
    thief.forge(2, alma.id, both(alma, alma), alma)
    alma.fresh()
    assert alma.note("mine").epoch == 1


def test_a_circle_founded_by_a_stranger_is_not_there(alma: Person, chidi: Person) -> None:
    circle = api.new_id()
    thief = Thief(alma, circle)
    thief.forge(1, chidi.id, both(alma, chidi), alma, chidi)
    assert alma.fresh().circles == {alma.keyring.own}


def test_the_partners_own_circle_is_not_there_even_with_a_planted_key(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    HeldKey.objects.create(person_id=alma.id, circle=ben.keyring.own, number=1, wrap=bytes(200))
    assert ben.keyring.own not in alma.fresh().circles


def test_a_substituted_wrap_opens_nothing_and_seals_nothing(couple: tuple[Person, Person]) -> None:
    alma, _ = couple
    note = alma.note("x", circle=alma.shared)
    held = HeldKey.objects.filter(person_id=alma.id, circle=alma.shared)
    held.update(wrap=Thief(alma, alma.shared).wrap(alma, 1))
    alma.fresh()
    with pytest.raises(CannotOpen):
        api.read(alma.keyring, note)
    with pytest.raises(CannotOpen):
        alma.note("y", circle=alma.shared)


def test_wraps_swapped_between_people_circles_and_epochs_do_not_open(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    api.new_epoch(alma.keyring, alma.shared, both(alma, ben))
    notes = {1: Note(circle_id=alma.shared, epoch=1), 2: Note(circle_id=alma.shared, epoch=2)}
    mine = HeldKey.objects.filter(person_id=alma.id, circle=alma.shared)
    first = mine.get(number=1).wrap
    bens = HeldKey.objects.get(person_id=ben.id, circle=ben.shared, number=2).wrap
    own = HeldKey.objects.get(person_id=alma.id, circle=alma.keyring.own).wrap
    for planted in (first, bens, own):
        mine.filter(number=2).update(wrap=planted)
        with pytest.raises(CannotOpen):
            api.read(alma.fresh(), notes[2])


def test_taking_back_an_epoch_closes_the_circle(couple: tuple[Person, Person]) -> None:
    """Without its newest epoch a circle would again be sealed to somebody who left. It is refused whole."""
    alma, ben = couple
    api.close_seat(ben.keyring, ben.shared)
    alma.fresh()
    _drop(alma.shared, 2)
    assert alma.shared not in alma.fresh().circles
    with pytest.raises(NoSeat):
        alma.note("x", circle=alma.shared)


def test_rewriting_an_epoch_that_was_seen_closes_the_circle(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    row = Epoch.objects.get(circle_id=alma.shared)
    row.statement = bytes(row.statement).replace(alma.id.bytes, ben.id.bytes, 1)
    row.save()
    assert alma.shared not in alma.fresh().circles


def test_a_changed_identity_stops_sharing_until_words_are_compared_again(
    couple: tuple[Person, Person],
) -> None:
    alma, ben = couple
    note = alma.note("before", circle=alma.shared)
    Identity.objects.filter(person_id=ben.id).update(bundle=Thief(alma, alma.shared).bundle(ben.id))
    alma.fresh()
    with pytest.raises(ChangedIdentity):
        alma.note("after", circle=alma.shared)
    assert api.read(alma.keyring, note).text == "before"
    alma.note("my own goes on")


def test_a_new_pin_stops_the_old_seat_until_a_new_epoch(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    thief = Thief(alma, alma.shared)
    api.pin(alma.keyring, ben.id, thief.bundle(ben.id))
    with pytest.raises(ChangedIdentity):
        alma.note("x", circle=alma.shared)
    with pytest.raises(ChangedIdentity):
        api.new_epoch(alma.keyring, alma.shared, both(alma, ben))


def test_an_identity_that_was_replaced_makes_no_more_epochs(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    api.pin(alma.keyring, ben.id, Thief(alma, alma.shared).bundle(ben.id))
    api.close_seat(ben.keyring, ben.shared)
    assert api.seats(alma.fresh(), alma.shared) == {alma.id, ben.id}


def test_books_of_other_people_and_older_ones_do_not_open(alma: Person, ben: Person) -> None:
    before = Identity.objects.filter(person_id=alma.id).values("sealed").get()
    compare_words(alma, ben)
    for planted in (before, Identity.objects.filter(person_id=ben.id).values("sealed", "version").get()):
        kept = Identity.objects.filter(person_id=alma.id).values("sealed", "version").get()
        Identity.objects.filter(person_id=alma.id).update(**planted)
        with pytest.raises(CannotOpen):
            alma.fresh()
        Identity.objects.filter(person_id=alma.id).update(**kept)
    alma.fresh()


def test_a_bundle_is_that_persons_and_signed_by_itself(alma: Person, ben: Person) -> None:
    bundle = api.my_bundle(alma.keyring)
    assert api.read_bundle(alma.id, bundle).person_id == alma.id
    with pytest.raises(CannotOpen):
        api.read_bundle(ben.id, bundle)
    for at in range(len(bundle)):
        with pytest.raises(CannotOpen):
            api.read_bundle(alma.id, bundle[:at] + bytes([bundle[at] ^ 1]) + bundle[at + 1 :])
    with pytest.raises(CannotOpen):
        api.pin(ben.keyring, alma.id, bundle[:-1])


def test_the_keyring_is_built_with_three_queries(
    couple: tuple[Person, Person], django_assert_num_queries: object
) -> None:
    alma, ben = couple
    api.new_epoch(alma.keyring, alma.shared, both(alma, ben))
    ben.fresh()
    with django_assert_num_queries(3):
        ben.fresh()


def test_a_verified_epoch_is_not_verified_again(
    couple: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    alma, ben = couple
    monkeypatch.setattr(epochs, "signed", lambda *_: pytest.fail("verified again"))
    assert alma.fresh().seated >= {alma.shared}
    assert ben.fresh().seated >= {ben.shared}


def test_a_refused_suite_stays_refused(alma: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The least suite is part of the sealed book, so nobody can lower it from outside."""
    from msgspec.structs import replace

    from stepwell.ground.vault.book import change_book

    note = alma.note("under the first suite")
    change_book(alma.master, lambda book: replace(book, least_suite=2))
    with pytest.raises(CannotOpen):
        api.read(alma.fresh(), note)


def test_other_couples_stay_apart(couple: tuple[Person, Person], chidi: Person) -> None:
    alma, _ = couple
    dara = make()
    pair(chidi, dara)
    assert chidi.shared not in alma.fresh().circles
    assert alma.shared not in dara.keyring.circles


def _drop(circle: UUID, number: int) -> None:
    Epoch.objects.filter(circle_id=circle, number=number).delete()
    HeldKey.objects.filter(circle=circle, number=number).delete()


def _written_by(person: Person, text: str) -> Note:
    row = Note(circle_id=person.shared)
    api.write(person.fresh(), row, NoteV1(text=text))
    api.save_written(row)
    return row
