from collections.abc import Mapping
from typing import Any

from stepwell.ground.people.models import KeptDraft, Person, RecoveryWait
from stepwell.ground.people.profile import someone
from stepwell.ground.privacy.api import Holding, Room


def export(keyring: Any) -> Mapping[str, object]:
    row = Person.objects.get(pk=keyring.person_id)
    who = someone(row, keyring)
    return {
        "account": {
            "name": who.name,
            "made_on": row.made_on.isoformat(),
            "time_zone": row.zone,
            "language": row.language,
            "light_or_dark": row.theme or "as the device",
        }
    }


def erase(keyring: Any) -> None:
    for model in (KeptDraft, RecoveryWait):
        model.objects.filter(person_id=keyring.person_id).delete()
    Person.objects.filter(pk=keyring.person_id).delete()


APART = "not exported: it ends by itself and holds no words"
ROOM = Room(
    "people",
    (
        Holding(
            "people.Person", "a keyed hash of the name, time zone, language", "account", "with the account"
        ),
        Holding(
            "people.RecoveryWait",
            "that a recovery waits",
            APART,
            "with the account, or thirty days after it opened",
        ),
        Holding(
            "people.KeptDraft",
            "half-written words, sealed",
            "offered on the page they belong to",
            "with the account, or after ninety days",
        ),
        Holding("people.SignIn", "which browsers are signed in", APART, "with the account, or when it ends"),
        Holding("people.HalfSignIn", "a sign-in half done", APART, "with the account, or after ten minutes"),
        Holding("people.KnownBrowser", "a browser seen before", APART, "with the account, or a year unused"),
        Holding("people.Failure", "that a wrong guess was made, by keyed hash", APART, "after a day"),
    ),
    export,
    erase,
)
