"""What the pages of this room share: how a refusal is answered."""

import re
from http import HTTPStatus
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.ui.api import Gone, Typed, typed_as
from stepwell.ground.ui.api import gives_words_back as guarded
from stepwell.own.learning.api import Reading, reading
from stepwell.together.letters import keeping
from stepwell.together.letters.content import LetterV1
from stepwell.together.letters.models import Letter

AREA = "together"
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY.value
CONFLICT = HTTPStatus.CONFLICT.value
TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS.value
TYPED = re.compile(r"words|text|part-[a-z]{1,20}")
GONE = Gone(
    heading=gettext_lazy("There is no such letter"),
    said=gettext_lazy(
        "It may have been taken back or let go while you wrote, or its space may have ended."
        " Nothing was sent."
    ),
    url_name="letters:list",
    way=gettext_lazy("All letters"),
)


def mine(request: PersonRequest, letter: UUID) -> tuple[Letter, LetterV1]:
    try:
        return keeping.mine(request.keyring, letter)
    except Letter.DoesNotExist:
        raise Http404 from None


def _typed(request: PersonRequest, **_named: object) -> Typed:
    """In the order of the form, which is the order in which a browser sends it."""
    return typed_as(request, *(name for name in request.POST if TYPED.fullmatch(name)))


gives_words_back = guarded(GONE, _typed)


def to_read(language: str, *slugs: str) -> list[Reading]:
    found = (reading(slug, language=language) for slug in slugs)
    return [one for one in found if one]
