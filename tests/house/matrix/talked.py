"""What the couples of the cast talked about: a talk both kept, one that is open, one that is asked for."""

from typing import TYPE_CHECKING
from unittest.mock import patch

from stepwell.together.dialogue import ending
from stepwell.together.dialogue import testing as dialogue

if TYPE_CHECKING:
    from tests.house.matrix.cast import Cast

COUPLES = (("alma", "ben"), ("chidi", "dara"))


def build(cast: "Cast") -> None:
    # Nobody of the cast has answered to safety, and what that does has rows of its own.
    with patch("stepwell.together.dialogue.gate.may_talk", return_value=True):
        _build(cast)


def _build(cast: "Cast") -> None:
    from tests.house.matrix.cast import NOW

    today = NOW.date()
    for one, other in COUPLES:
        hers, his = (cast.members[who].fresh().keyring for who in (one, other))
        topic = cast.plant(f"what {one} and {other} talked about", one, other)
        kept = dialogue.begin(hers, his, topic, today=today, clears=False)
        said = cast.plant(f"what {one} said in turn", one, other)
        back = cast.plant(f"what {other} gave back", one, other)
        dialogue.turn(hers, his, kept, said, back)
        for who, keyring in ((one, hers), (other, his)):
            away = cast.plant(f"what {who} took away", who)
            dialogue.leave(keyring, kept, away, today=today, keep=True)
            cast.objects["taken", who] = ending.taken_away(keyring, None, 0, 1)[0].id
        asked = cast.plant(f"what {one} would talk about", one, other)
        talk = dialogue.begin(
            hers, his, cast.plant(f"{one} and {other} again", one, other), today=today, clears=False
        )
        dialogue.ask(hers, asked, today=today)
        row = dialogue.asked_by(hers)
        for who in (one, other):
            cast.objects["talk", who], cast.objects["kept-talk", who] = talk, kept
        cast.objects["asked", one] = row
