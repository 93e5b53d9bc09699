from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from stepwell.ground.vault.testing import quick_stretching
from stepwell.ground.vault.tests.cast import Person, make, pair
from stepwell.ground.vault.tests.rows import Note

PEPPER = bytes(range(32))


@pytest.fixture(scope="session")
def _note_table(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Note)
        yield


@pytest.fixture(autouse=True)
def _here(settings: object) -> Iterator[None]:
    settings.PEPPER = PEPPER
    with quick_stretching():
        yield


@pytest.fixture
def person(_note_table: None, db: None) -> Callable[[], Person]:
    return make


@pytest.fixture
def alma(person: Callable[[], Person]) -> Person:
    return person()


@pytest.fixture
def ben(person: Callable[[], Person]) -> Person:
    return person()


@pytest.fixture
def chidi(person: Callable[[], Person]) -> Person:
    return person()


@pytest.fixture
def couple(alma: Person, ben: Person) -> tuple[Person, Person]:
    """Alma and Ben, who compared words and share a circle: `alma.shared`, `ben.shared`."""
    pair(alma, ben)
    return alma, ben
