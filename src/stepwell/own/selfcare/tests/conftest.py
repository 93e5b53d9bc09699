import pytest
from django.test import Client

from stepwell.own.selfcare.tests.cast import Actor, enter


@pytest.fixture
def alma(db: None) -> Actor:
    return enter("Alma")


@pytest.fixture
def ben(db: None) -> Actor:
    return enter("Ben")


@pytest.fixture
def esi(db: None) -> Actor:
    """Alone."""
    return enter("Esi")


@pytest.fixture
def nobody(db: None) -> Actor:
    """Not signed in: a browser alone."""
    return Actor(None, Client())
