from django.apps import apps

from stepwell.ground.privacy.api import rooms
from stepwell.ground.vault.circles import close_seat, my_bundle, new_epoch
from stepwell.ground.vault.models import Identity
from stepwell.ground.vault.privacy import ROOM
from stepwell.ground.vault.tests.cast import Person


def test_every_row_of_the_vault_is_declared() -> None:
    assert ROOM in rooms()
    held = {holding.model for holding in ROOM.holdings}
    assert held == {f"vault.{model.__name__}" for model in apps.get_app_config("vault").get_models()}


def test_the_export_names_circles_and_no_key(couple: tuple[Person, Person]) -> None:
    alma, ben = couple
    export = ROOM.export(alma.keyring)
    assert sorted(entry["own"] for entry in export["circles"]) == [False, True]
    shared = next(entry for entry in export["circles"] if not entry["own"])
    assert shared["seats"] == ["me", "the other"]
    for told in (alma.id, ben.id, alma.shared):
        assert str(told) not in str(export), "an id tells the moment at which it was made"


def test_whoever_left_takes_out_nothing_of_the_seats_and_keys_that_came_after(
    couple: tuple[Person, Person],
) -> None:
    alma, ben = couple
    close_seat(alma.keyring, alma.shared)
    before = ROOM.export(alma.fresh())
    new_epoch(ben.fresh(), ben.shared, {ben.id: my_bundle(ben.keyring)})
    assert ROOM.export(alma.fresh()) == before
    assert [each["seats"] for each in before["circles"] if not each["own"]] == [[]]


def test_erasing_goes_by_the_keyring(alma: Person, ben: Person) -> None:
    ROOM.erase(alma.keyring)
    assert set(Identity.objects.values_list("person_id", flat=True)) == {ben.id}
