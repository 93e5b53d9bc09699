"""What everybody in the cast would tell: a topic of their own; of two a wish, and what was told."""

from typing import TYPE_CHECKING

from stepwell.together.openness import testing as openness

if TYPE_CHECKING:
    from tests.house.matrix.cast import Cast

COUPLES = (("alma", "ben"), ("chidi", "dara"))
WHO = ("alma", "ben", "chidi", "esi", "femi")


def build(cast: "Cast") -> None:
    for one, other in COUPLES:
        told = _wish(cast, one, other, "told")
        openness.agree_to_hear(cast.members[other].fresh().keyring, told)
        openness.say_told(cast.members[one].fresh().keyring, told)
        cast.objects["opening", one] = both_want = _wish(cast, one, other, "tells")
        openness.agree_to_hear(cast.members[other].fresh().keyring, both_want)
        _wish(cast, other, one, "would tell")
        for who in (one, other):
            cast.objects["told", who] = told
    for who in WHO:
        keyring = cast.members[who].fresh().keyring
        own = openness.write_own(keyring, cast.plant(f"what {who} tells nobody yet", who))
        cast.objects["own", who], cast.objects["prompt", who] = own, str(own)


def _wish(cast: "Cast", one: str, other: str, what: str) -> object:
    keyring = cast.members[one].fresh().keyring
    words = cast.plant(f"what {one} {what}", one, other)
    openness.write_own(keyring, words)
    return openness.ask_to_tell(cast.members[one].fresh().keyring, words)
