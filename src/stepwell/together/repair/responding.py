"""A line for the plan for storms, out of what somebody found in their own days."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from stepwell.ground.people.api import PersonRequest
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.vault.api import Keyring
from stepwell.own.safety.api import Joint, may
from stepwell.own.selfcare.api import too_much
from stepwell.own.understanding.api import Full, Response
from stepwell.together.repair.api import NoRoom, propose_line
from stepwell.together.repair.keeping import Lines


def every() -> tuple[Response, ...]:
    words = _(
        "It stands below your own lines there, and only you can read it until you put your part forward."
    )
    helps, worse = _("“What helps me”, in the plan for storms"), _("“What makes it worse”, in that plan")
    return (
        Response("repair.helps", helps, words, 10, _offered, _taking("helps")),
        Response("repair.worse", worse, words, 20, _offered, _taking("worse"), kinds=frozenset({"t:"})),
    )


def _offered(keyring: Keyring) -> bool:
    """Only where the two could talk about it now. Whoever may not is offered less, and told nothing of it."""
    couple = couple_of(keyring)
    open_now = couple is not None and not couple.paused
    return open_now and may(keyring, Joint.DIALOGUE) and not too_much(keyring)


def _taking(where: Lines) -> Callable[[PersonRequest, str], str]:
    def take(request: PersonRequest, text: str) -> str:
        try:
            return propose_line(request.keyring, text, where=where)
        except NoRoom:
            raise Full from None

    return take
