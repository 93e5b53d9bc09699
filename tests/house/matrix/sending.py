"""What a well-meant form of each page sends, so that a refusal is never a refusal of the form."""

from typing import Any
from uuid import UUID

from stepwell.ground.people.testing import PASSWORD
from tests.house.matrix.cast import PASSPHRASE, Cast

FORM_ID = str(UUID("0192aaaa-0000-7000-8000-00000000f00d"))
LONG = "a heron beside the still canal"
NEW = {"password": LONG, "again": LONG}
ANSWERS = {"safety": "7", "noticed": "A cup of tea.", "hard": ["late"]}
SHOWN = {"who": "both", "parts": ["noticed"]}

SENT: dict[str, dict[str, Any]] = {
    "people:sign-up": {"name": "Gita", **NEW, "zone": "Europe/Berlin"},
    "people:sign-in": {"name": "Esi", "password": PASSWORD},
    "people:unlock": {"passphrase": PASSPHRASE},
    "people:recover": {"name": "Esi", **NEW},
    "people:place": {"name": "Another", "zone": "Asia/Kolkata"},
    "people:password": {"old": PASSWORD, **NEW},
    "people:known-password": {"old": PASSWORD, **NEW},
    "people:end-factor": {"password": PASSWORD},
    "people:delete": {"password": PASSWORD},
    "people:lock": NEW,
    "people:end-device": {"others": "1"},
    "people:leave": {"draft:check-in": "AAAA"},
    "notices:address": {"address": "new@home.example"},
    "notices:quiet": {"begins": "22:00", "ends": "07:00"},
    "checkins:write": {"form_id": FORM_ID, **ANSWERS, **SHOWN},
    "checkins:correct": {"revision": "1", **ANSWERS},
    "checkins:show": SHOWN,
    "checkins:words": {"kind": "hard", "word": "alma word"},
    "checkins:times-add": {"at": "07:15", "weekdays": ["1"]},
    "checkins:times-suggest": {"two-at": "19:15", "two-weekdays": ["1", "2"]},
    "spaces:leave": {"take_back": "on"},
    "spaces:same": {"shown": "00"},
}


def form_for(name: str, cast: Cast) -> dict[str, Any]:
    known: dict[str, dict[str, Any]] = {
        "people:factor": {"code": cast.code},
        "people:devices": {"device": cast.objects["device", "alma"], "label": "the old telephone"},
        "spaces:code": {"code": cast.invitation_code},
        "spaces:accept": {"token": cast.objects["invitation", "esi"]},
    }
    if name == "people:recover":
        return SENT[name] | {"printed": cast.members["esi"].code}
    return known.get(name) or SENT.get(name, {})
