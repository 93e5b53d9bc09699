from django.apps import apps

from stepwell.ground.privacy.api import rooms
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
    assert {(entry["circle"], entry["own"]) for entry in export["circles"]} == {
        (str(alma.keyring.own), True),
        (str(alma.shared), False),
    }
    shared = next(entry for entry in export["circles"] if not entry["own"])
    assert set(shared["seats"]) == {str(alma.id), str(ben.id)}


def test_erasing_goes_by_the_keyring(alma: Person, ben: Person) -> None:
    ROOM.erase(alma.keyring)
    assert set(Identity.objects.values_list("person_id", flat=True)) == {ben.id}
