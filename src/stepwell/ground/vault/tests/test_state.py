"""Named sealed state, and drafts."""

import pytest

from stepwell.ground.vault import api, state
from stepwell.ground.vault.api import CannotOpen, Conflict, Kind, Locked
from stepwell.ground.vault.models import State
from stepwell.ground.vault.tests.cast import Person
from stepwell.ground.vault.tests.seal_draft import seal_draft


class Names(api.Content, frozen=True, kw_only=True):
    names: list[str]


NAMES = Kind("vault.tests.Names", Names)


def test_state_is_kept_replaced_and_dropped(alma: Person) -> None:
    assert api.get_state(alma.keyring, "devices", NAMES) is None
    for names in (["phone"], ["phone", "laptop"]):
        api.put_state(alma.master, "devices", Names(names=names))
        assert api.get_state(alma.keyring, "devices", NAMES) == Names(names=names)
    api.drop_state(alma.keyring, "devices")
    assert api.get_state(alma.master, "devices", NAMES) is None


def test_state_of_other_people_names_and_versions_does_not_open(alma: Person, ben: Person) -> None:
    for person, name in ((alma, "devices"), (alma, "other"), (ben, "devices")):
        api.put_state(person.master, name, Names(names=[name]))
    rows = {(row.person_id, row.name): row for row in State.objects.all()}
    mine = rows[alma.id, "devices"]
    older = mine.sealed
    api.put_state(alma.master, "devices", Names(names=["later"]))
    for planted in (older, rows[alma.id, "other"].sealed, rows[ben.id, "devices"].sealed):
        State.objects.filter(pk=mine.pk).update(sealed=planted)
        with pytest.raises(CannotOpen):
            api.get_state(alma.master, "devices", NAMES)


def test_state_is_there_while_the_own_circle_is_locked(alma: Person) -> None:
    api.put_state(alma.master, "devices", Names(names=["phone"]))
    api.set_lock(alma.master, "only for my own pages")
    assert api.get_state(alma.fresh(), "devices", NAMES) == Names(names=["phone"])


def test_a_change_is_one_step(alma: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def add(name: str) -> Names | None:
        return api.change_state(
            alma.master, "devices", NAMES, lambda old: Names(names=[*(old.names if old else []), name])
        )

    assert add("phone") == Names(names=["phone"])
    stale, real = [state._row(alma.master, "devices")], state._row
    api.put_state(alma.master, "devices", Names(names=["phone", "tablet"]))
    monkeypatch.setattr(state, "_row", lambda *given: stale.pop() if stale else real(*given))
    assert add("laptop") == Names(names=["phone", "tablet", "laptop"])
    assert not stale
    assert api.change_state(alma.master, "devices", NAMES, lambda _: None) is None
    assert api.get_state(alma.master, "devices", NAMES) is None


def test_the_slower_of_two_writers_is_told(alma: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    api.put_state(alma.master, "devices", Names(names=["phone"]))
    stale = state._row(alma.master, "devices")
    api.put_state(alma.master, "devices", Names(names=["laptop"]))
    for row in (stale, None):
        monkeypatch.setattr(state, "_row", lambda *_, row=row: row)
        with pytest.raises(Conflict):
            api.put_state(alma.master, "devices", Names(names=["tablet"]))


def test_content_without_a_kind_is_refused(alma: Person) -> None:
    class Loose(api.Content, frozen=True, kw_only=True):
        text: str

    with pytest.raises(TypeError, match="exactly one Kind"):
        api.put_state(alma.master, "loose", Loose(text="x"))


def test_a_draft_opens_for_its_owner_under_its_name(alma: Person, ben: Person) -> None:
    blob = seal_draft(api.draft_public(alma.keyring), "checkin", b"half a sentence")
    assert api.open_draft(alma.fresh(), "checkin", blob) == b"half a sentence"
    for keyring, name in ((ben.keyring, "checkin"), (alma.keyring, "journal")):
        with pytest.raises(CannotOpen):
            api.open_draft(keyring, name, blob)


def test_no_altered_draft_opens(alma: Person) -> None:
    blob = seal_draft(api.draft_public(alma.keyring), "checkin", b"half a sentence")
    altered = [blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :] for at in range(len(blob))]
    for tried in [*altered, b"", b"\x01", blob[:45], blob[:-1], b"\x01" + bytes(120)]:
        with pytest.raises(CannotOpen):
            api.open_draft(alma.keyring, "checkin", tried)


def test_drafts_lock_with_the_own_circle_and_outlive_new_epochs(alma: Person) -> None:
    before = seal_draft(api.draft_public(alma.keyring), "checkin", b"before")
    opened = api.set_lock(alma.master, "only for my own pages")
    locked = alma.fresh()
    during = seal_draft(api.draft_public(locked), "checkin", b"during")
    for blob in (before, during):
        with pytest.raises(Locked):
            api.open_draft(locked, "checkin", blob)
    keyring = alma.fresh(opened=opened)
    assert [api.open_draft(keyring, "checkin", blob) for blob in (before, during)] == [b"before", b"during"]
