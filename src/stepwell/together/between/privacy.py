"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping
from html import unescape

from django.db import transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.spaces.api import couple_of, names_in
from stepwell.ground.vault.api import Keyring
from stepwell.own.understanding.api import Sentence
from stepwell.together.between import choosing, sentences
from stepwell.together.between.finding import last_found
from stepwell.together.between.models import Both, Choice, Found
from stepwell.together.between.sources import signals


def export(keyring: Keyring) -> Mapping[str, object]:
    """One's own choice, and what both could read at the last look. Of the other's choice nothing."""
    couple = couple_of(keyring)
    chosen = choosing.choice_of(keyring, couple) if couple else frozenset()
    told: list[str] = []
    if couple and not couple.paused:
        names = names_in(keyring, couple.circle)
        last = last_found(keyring, couple.circle)
        some = [sentences.of_carry(one, names) for one in (last.carried if last else ()) if one.holds]
        told = [_plain(one) for one in some]
    return {
        "what-this-is": _(
            "What you would lay beside the other’s days, and what both of you could read when one of you "
            "last looked."
        ),
        "my-choice": [str(words) for key, words in signals().items() if key in chosen],
        "told": told,
    }


def _plain(sentence: Sentence) -> str:
    big = unescape(strip_tags(sentence.big))
    return f"{big} {sentence.small} {_('This shows that they go together, not why.')}"


def erase(keyring: Keyring) -> None:
    with transaction.atomic():
        Found.objects.readable(keyring).delete()
        Both.objects.readable(keyring).delete()
        Choice.objects.within(keyring, keyring.own).delete()


ROOM = Room(
    name="between",
    holdings=(
        Holding(
            model="between.Choice",
            personal="Which signals somebody would lay beside the other's, sealed for them alone.",
            exported="my-choice",
            erased="deleted with the account, and on leaving the space",
        ),
        Holding(
            model="between.Both",
            personal="What of both choices may count, sealed for the two, of one size whatever was chosen.",
            exported="only one's own part, as my-choice: a yes of one is seen by nobody else",
            erased="deleted with the account of either, and when either leaves",
        ),
        Holding(
            model="between.Found",
            personal="What the days that both showed said when one of them last looked, sealed for the two.",
            exported="told",
            erased="deleted with the account of either, and when what it was found in changes, rests or ends",
        ),
    ),
    export=export,
    erase=erase,
)
