"""What this room holds of a person, how they take it away, and how it goes."""

from collections.abc import Mapping

from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring
from stepwell.together.touch import session
from stepwell.together.touch.models import Asking, KeptBack, Own, Place
from stepwell.together.touch.own import own_of


def export(keyring: Keyring) -> Mapping[str, object]:
    """One's own answers about the step that two stand on, and nothing that two agreed on."""
    own = own_of(keyring)
    return {
        "comfortable-on-this-step": own.found,
        "would-go-on": own.wants,
        "felt-obliged-last": own.obliged,
    }


def erase(keyring: Keyring) -> None:
    """Everything of this person, and what stands between them and anybody: it was of two."""
    with transaction.atomic():
        for circle in sorted(keyring.circles - {keyring.own}):
            session.wipe(keyring, circle)
        Asking.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Place.objects.readable(keyring).delete()
        KeptBack.objects.within(keyring, keyring.own).delete()
        Own.objects.within(keyring, keyring.own).delete()


CONSENT = "not exported, by anybody: a yes for this time proves nothing and binds nobody"
ROOM = Room(
    name="touch",
    holdings=(
        Holding(
            model="touch.Asking",
            personal="What somebody would welcome this time. In clear: whose, and the full hour "
            "after its end.",
            exported=CONSENT,
            erased="when answered, taken back, after the hours it was asked for, with a pause, the space, "
            "and the account",
        ),
        Holding(
            model="touch.KeptBack",
            personal="A yes that does not count yet. In clear: the full hour after its end.",
            exported=CONSENT,
            erased="when it counts, is taken back, or its hours are over, and with the account",
        ),
        Holding(
            model="touch.Time",
            personal="What two agreed on for this time. In clear: the full hour after its end.",
            exported=CONSENT,
            erased="when either stops it or takes it back, when its time is over, with a pause, the space, "
            "and the account of either. Nothing is kept of it.",
        ),
        Holding(
            model="touch.Place",
            personal="Which step two stand on.",
            exported="not exported: it is of two, and both pages show it",
            erased="with the space, and the account of either",
        ),
        Holding(
            model="touch.Own",
            personal="Somebody's own answers about the step they stand on: no history, of one size.",
            exported="touch",
            erased="written over by the next answers, and deleted with the account",
        ),
    ),
    export=export,
    erase=erase,
)
