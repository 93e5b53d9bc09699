"""The second passphrase, the printed code, and making keys anew."""

from os import urandom

import pytest

from stepwell.ground.vault import api
from stepwell.ground.vault.api import CannotOpen, Kind, Locked
from stepwell.ground.vault.models import HeldKey, Identity, Lock, Root, State
from stepwell.ground.vault.tests.cast import PASSWORD, Person
from stepwell.ground.vault.tests.rows import Note, NoteV1

PASSPHRASE = "only for my own pages"


class Seed(api.Content, frozen=True, kw_only=True):
    secret: str


SEED = Kind("vault.tests.Seed", Seed)


def test_the_password_alone_does_not_open_a_locked_circle(alma: Person) -> None:
    note = alma.note("private")
    own = alma.keyring.own
    api.set_lock(alma.master, PASSPHRASE)
    master = api.check_password(alma.id, PASSWORD)
    assert master is not None
    keyring = api.keyring_for(master)
    assert keyring.locked
    assert own not in keyring.circles | keyring.seated
    assert list(Note.objects.within(keyring)) == []
    for attempt in (
        lambda: keyring.own,
        lambda: Note.objects.within(keyring, own),
        lambda: api.read(keyring, note),
        lambda: api.write(keyring, Note(circle_id=own), NoteV1(text="x")),
    ):
        with pytest.raises(Locked):
            attempt()


def test_the_keys_themselves_are_closed_and_not_only_the_door(alma: Person) -> None:
    """What the root key can unwrap in the database is nothing, whatever the program says."""
    from stepwell.ground.vault.places import wrap_place
    from stepwell.ground.vault.sealing import unseal

    alma.note("private")
    api.set_lock(alma.master, PASSPHRASE)
    for held in HeldKey.objects.filter(person_id=alma.id):
        for key in (alma.master.own_key(None), alma.master.key("book"), alma.master._root):
            with pytest.raises(CannotOpen):
                unseal(key, wrap_place(alma.id, held.circle, held.number), bytes(held.wrap))


def test_the_passphrase_opens_it_and_a_wrong_one_does_not(alma: Person) -> None:
    note = alma.note("private")
    given = api.set_lock(alma.master, PASSPHRASE)
    opened = api.open_lock(alma.master, PASSPHRASE)
    assert opened == given
    assert api.open_lock(alma.master, PASSWORD) is None
    assert api.read(alma.fresh(opened=opened), note).text == "private"
    assert api.keyring_for(alma.master, opened=urandom(32)).locked


def test_what_is_shared_goes_on_while_the_own_circle_is_locked(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    api.set_lock(alma.master, PASSPHRASE)
    alma.fresh()
    note = alma.note("to both", circle=alma.shared)
    assert list(Note.objects.within(alma.keyring)) == [note]
    assert api.read(ben.keyring, note).text == "to both"


def test_an_old_copy_of_the_database_does_not_reach_what_is_written_under_the_lock(alma: Person) -> None:
    before = list(HeldKey.objects.filter(person_id=alma.id).values("number", "wrap"))
    alma.fresh(opened=api.set_lock(alma.master, PASSPHRASE))
    assert alma.note("after").epoch == 2
    assert [held["number"] for held in before] == [1]


def test_another_passphrase_needs_the_open_circle(alma: Person) -> None:
    opened = api.set_lock(alma.master, PASSPHRASE)
    with pytest.raises(Locked):
        api.set_lock(alma.master, "another one")
    with pytest.raises(Locked):
        api.set_lock(alma.master, "another one", opened=urandom(32))
    newer = api.set_lock(alma.master, "another one", opened=opened)
    assert api.open_lock(alma.master, PASSPHRASE) is None
    assert alma.fresh(opened=opened).locked
    assert not alma.fresh(opened=newer).locked


def test_removing_the_lock_needs_the_open_circle(alma: Person) -> None:
    note = alma.note("private")
    opened = api.set_lock(alma.master, PASSPHRASE)
    for nothing in (None, urandom(32)):
        with pytest.raises(Locked):
            api.remove_lock(alma.master, nothing)
    assert api.has_lock(alma.id)
    api.remove_lock(alma.master, opened)
    assert not api.has_lock(alma.id)
    assert api.read(alma.fresh(), note).text == "private"


def test_deleting_the_row_of_the_lock_does_not_unlock(alma: Person) -> None:
    alma.note("private")
    api.set_lock(alma.master, PASSPHRASE)
    Lock.objects.all().delete()
    assert alma.fresh().locked
    with pytest.raises(Locked):
        api.remove_lock(alma.master, None)


def test_the_printed_code_opens_what_the_passphrase_closed(alma: Person) -> None:
    note = alma.note("private")
    api.set_lock(alma.master, PASSPHRASE)
    assert api.open_lock_by_code(alma.master) is None
    master = api.check_code(alma.id, alma.code)
    assert master is not None
    opened = api.open_lock_by_code(master)
    assert api.read(api.keyring_for(master, opened=opened), note).text == "private"
    api.remove_lock(master, None)
    assert api.read(alma.fresh(), note).text == "private"


def test_a_new_code_opens_the_lock_too_or_is_not_made(alma: Person) -> None:
    opened = api.set_lock(alma.master, PASSPHRASE)
    with pytest.raises(Locked):
        api.new_code(alma.master)
    assert api.check_code(alma.id, alma.code) is not None
    for code in (
        api.new_code(alma.master, opened=opened),
        api.new_code(_by_code(alma, api.new_code(alma.master, opened=opened))),
    ):
        alma.code = code
    master = _by_code(alma, alma.code)
    assert api.open_lock_by_code(master) == opened


def test_a_lock_set_later_opens_with_the_newest_code_only(alma: Person) -> None:
    old = _by_code(alma, alma.code)
    code = api.new_code(alma.master)
    opened = api.set_lock(alma.master, PASSPHRASE)
    assert api.open_lock_by_code(old) is None
    assert api.open_lock_by_code(_by_code(alma, code)) == opened


@pytest.mark.parametrize("locked", [False, True])
def test_new_keys_end_the_old_ones_and_nothing_becomes_unreadable(
    couple: tuple[Person, Person], locked: bool
) -> None:
    alma, ben = couple
    opened = api.set_lock(alma.master, PASSPHRASE) if locked else None
    alma.fresh(opened=opened)
    notes = [alma.note("private"), alma.note("shared", circle=alma.shared)]
    api.put_state(alma.keyring, "totp", Seed(secret="JBSWY3DP"))
    sk = urandom(32)
    session = api.wrap_session(alma.master, sk)

    renewed = api.renew_keys(alma.master, "a new password of words", opened=opened)

    assert api.check_password(alma.id, PASSWORD) is None
    assert api.check_code(alma.id, alma.code) is None
    for old in (alma.master, api.unwrap_session(alma.id, sk, session)):
        with pytest.raises(CannotOpen):
            api.keyring_for(old)
        with pytest.raises(CannotOpen):
            api.get_state(old, "totp", SEED)
    master = api.check_password(alma.id, "a new password of words")
    assert master is not None
    keyring = api.keyring_for(master, opened=opened)
    assert [note.text for note in api.read_many(keyring, notes)] == ["private", "shared"]
    assert api.get_state(keyring, "totp", SEED) == Seed(secret="JBSWY3DP")
    alma.keyring = keyring
    assert alma.note("later").epoch == notes[0].epoch + 1
    assert api.read(ben.fresh(), alma.note("still together", circle=alma.shared)).text == "still together"
    by_code = _by_code(alma, renewed.code)
    assert api.open_lock_by_code(by_code) == opened
    if locked:
        assert api.open_lock(master, PASSPHRASE) == opened


def test_an_older_root_cannot_close_the_account_again(alma: Person) -> None:
    """A session from before must not put its dead root under a new password: that would lose everything."""
    api.renew_keys(alma.master, "a new password of words")
    for attempt in (
        lambda: api.set_password(alma.master, "an attempt with the old root"),
        lambda: api.new_code(alma.master),
        lambda: api.set_lock(alma.master, PASSPHRASE),
        lambda: api.renew_keys(alma.master, "an attempt with the old root"),
    ):
        with pytest.raises(CannotOpen):
            attempt()
    master = api.check_password(alma.id, "a new password of words")
    assert master is not None
    api.keyring_for(master)


def test_new_keys_are_refused_while_locked(alma: Person) -> None:
    api.set_lock(alma.master, PASSPHRASE)
    with pytest.raises(Locked):
        api.renew_keys(alma.master, "a new password of words")
    assert api.check_password(alma.id, PASSWORD) is not None


def test_a_session_opens_with_its_own_secret_only(alma: Person, ben: Person) -> None:
    sk = urandom(32)
    blob = api.wrap_session(alma.master, sk)
    assert api.keyring_for(api.unwrap_session(alma.id, sk, blob)).own == alma.keyring.own
    opened = api.wrap_opened(sk, b"o" * 32)
    assert api.unwrap_opened(sk, opened) == b"o" * 32
    for person_id, secret, tried in ((ben.id, sk, blob), (alma.id, urandom(32), blob), (alma.id, sk, opened)):
        with pytest.raises(CannotOpen):
            api.unwrap_session(person_id, secret, tried)
    with pytest.raises(CannotOpen):
        api.unwrap_opened(sk, blob)


def test_erasing_leaves_no_row_and_the_other_reads_on(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    note = alma.note("shared", circle=alma.shared)
    own = alma.keyring.own
    api.set_lock(alma.master, PASSPHRASE)
    api.put_state(alma.master, "totp", Seed(secret="x"))
    api.close_seat(alma.fresh(), alma.shared)
    api.erase(alma.id)
    for model in (Root, Identity, Lock, State, HeldKey):
        assert not model.objects.filter(person_id=alma.id).exists()
    assert not HeldKey.objects.filter(circle=own).exists()
    assert api.check_password(alma.id, PASSWORD) is None
    assert api.read(ben.fresh(), note).text == "shared"
    ben.note("goes on", circle=ben.shared)


def _by_code(person: Person, code: str) -> api.Master:
    master = api.check_code(person.id, code)
    assert master is not None
    return master
