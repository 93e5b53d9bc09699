"""What the pages of this room share."""

from http import HTTPStatus

from stepwell.ground.people.api import PersonRequest

AREA = "together"
DRAFT = "repair"
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY.value
CONFLICT = HTTPStatus.CONFLICT.value


def number_in(request: PersonRequest, name: str) -> int:
    given = str(request.POST.get(name, ""))
    return int(given) if given.isdecimal() and len(given) < 9 else 0
