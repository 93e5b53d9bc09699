"""What this room holds of a person, why nobody takes it away, and how it goes."""

from collections.abc import Mapping

from django.db import transaction

from stepwell.ground.privacy.api import Holding, Room
from stepwell.ground.vault.api import Keyring
from stepwell.together.consent.models import Asking, Consent, Own


def export(_keyring: Keyring) -> Mapping[str, object]:
    """Nothing, for anybody: a file of it could be held against somebody."""
    return {}


def erase(keyring: Keyring) -> None:
    """Everything of this person, and what stands between them and anybody: it was of two."""
    with transaction.atomic():
        Consent.objects.readable(keyring).delete()
        Asking.objects.readable(keyring).filter(person_id=keyring.person_id).delete()
        Own.objects.within(keyring, keyring.own).delete()


CONSENT = "not exported, by anybody: a yes for this time proves nothing and binds nobody"
ROOM = Room(
    name="consent",
    holdings=(
        Holding(
            model="consent.Asking",
            personal="What somebody asks for this time. In clear: whose, and the full hour after its end.",
            exported=CONSENT,
            erased="when answered, taken back, after the hours it was asked for, with a pause, the space, "
            "and the account",
        ),
        Holding(
            model="consent.Consent",
            personal="What two said yes to, for this time. In clear: the full hour after its end.",
            exported=CONSENT,
            erased="when either takes it back, when its hours are over, with a pause, the space, and the "
            "account of either. Nothing is kept of it.",
        ),
        Holding(
            model="consent.Own",
            personal="Somebody's words that do not count yet, or none: of one size. In clear: the full hour "
            "a day after they were last in this room.",
            exported=CONSENT,
            erased="the words when they count, are taken back, or their hours are over; all of it a day "
            "after the last visit, and with the account",
        ),
    ),
    export=export,
    erase=erase,
)
