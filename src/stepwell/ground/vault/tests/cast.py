from dataclasses import dataclass
from uuid import UUID

from stepwell.ground.vault import api
from stepwell.ground.vault.tests.rows import Note, NoteV1

PASSWORD = "a password of enough words"


@dataclass
class Person:
    id: UUID
    master: api.Master
    code: str
    keyring: api.Keyring
    shared: UUID | None = None

    def fresh(self, *, opened: bytes | None = None) -> api.Keyring:
        self.keyring = api.keyring_for(self.master, opened=opened)
        return self.keyring

    def note(self, text: str, *, circle: UUID | None = None) -> Note:
        """A saved note in the own circle, or in the given one."""
        row = Note(circle_id=circle or self.keyring.own)
        api.write(self.keyring, row, NoteV1(text=text))
        api.save_written(row)
        return row


def make() -> Person:
    person_id = api.new_id()
    account = api.new_account(person_id, PASSWORD)
    return Person(person_id, account.master, account.code, api.keyring_for(account.master))


def compare_words(one: Person, other: Person) -> None:
    api.pin(one.keyring, other.id, api.my_bundle(other.keyring))
    api.pin(other.keyring, one.id, api.my_bundle(one.keyring))


def both(one: Person, other: Person) -> dict[UUID, bytes]:
    return {person.id: api.my_bundle(person.keyring) for person in (one, other)}


def pair(one: Person, other: Person) -> UUID:
    compare_words(one, other)
    one.shared = other.shared = api.found_circle(one.keyring, both(one, other))
    one.fresh()
    other.fresh()
    return one.shared
