from dataclasses import dataclass
from uuid import UUID

import pytest

from stepwell.ground.people.testing import Member, make_person
from stepwell.ground.spaces.testing import make_couple


@dataclass
class Two:
    """Alma and Ben, and the circle of their space."""

    alma: Member
    ben: Member
    circle: UUID


@pytest.fixture
def two(db: None) -> Two:
    alma, ben = make_person("Alma"), make_person("Ben")
    return Two(alma, ben, make_couple(alma, ben))
