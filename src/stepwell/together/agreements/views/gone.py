"""A form that finds no agreement to belong to: what was typed into it comes back, whatever the address."""

import re

from django.utils.translation import gettext_lazy

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.ui.api import Gone, Typed, typed_as
from stepwell.ground.ui.api import gives_words_back as guarded

TYPED = re.compile(r"title|words|wanted_me|wanted_other|review_on|until|clause-\d{1,2}")
GONE = Gone(
    heading=gettext_lazy("There is nothing here"),
    said=gettext_lazy("It may have been taken back or deleted while you wrote. Nothing was sent."),
    url_name="agreements:list",
    way=gettext_lazy("All agreements"),
)


def _typed(request: PersonRequest, **_named: object) -> Typed:
    """In the order of the form, which is the order in which a browser sends it."""
    return typed_as(request, *(name for name in request.POST if TYPED.fullmatch(name)))


gives_words_back = guarded(GONE, _typed)
