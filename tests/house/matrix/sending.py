"""What a well-meant form of each page sends, so that a refusal is never a refusal of the form."""

from typing import Any
from uuid import UUID

from stepwell.ground.people.testing import PASSWORD
from stepwell.own.safety.questions import HARK, MINE, OWN
from tests.house.matrix.cast import PASSPHRASE, TURN, Cast

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
    "people:lock": {"old": PASSWORD, **NEW},
    "people:end-lock": {"password": PASSWORD},
    "people:export": {"password": PASSWORD},
    "people:add-passkey": {"password": PASSWORD},
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
    "help": {"country": "NZ"},
    "safety:ask": {**dict.fromkeys((*HARK, *OWN, *MINE), "no"), "round": "0"},
    "safety:ground": {"way": "alone"},
    "safety:knowingly": {"joint": ["step"], "knowing": "on"},
    "safety:plan": {"signs": "A tone.", "revision": "0"},
    "spaces:leave": {"take_back": "on"},
    "spaces:same": {"shown": "00"},
    "pathway:ask": {"form_id": FORM_ID, "note": "A little sleep."},
    "pathway:mine": {"landing": "2"},
    "pathway:ready": {"turn": str(TURN)},
    "pathway:back": {"turn": str(TURN)},
    "agreements:write": {"form_id": FORM_ID, "title": "Phones", "clause-0": "On the shelf.", "do": "offer"},
    "agreements:draft": {"title": "Phones", "clause-0": "On the shelf.", "revision": "1", "do": "keep"},
    "agreements:change": {
        "form_id": FORM_ID,
        "title": "Phones",
        "clause-0": "On the shelf.",
        "base": "2",
        "do": "offer",
    },
    "agreements:sign": {"version": "2"},
    "agreements:step-back": {"do": "agreement"},
    "agreements:review": {"version": "1", "weeks": "4"},
    "agreements:note": {"form_id": FORM_ID, "words": "I could not say no."},
    "journal:find": {"words": "tea"},
    "journal:words": {"quiet": "yes"},
    "journal:write": {"form_id": FORM_ID, "happened": "Tea.", "day": "2026-03-04"},
    "journal:gratitude": {"form_id": FORM_ID, "happened": "Tea.", "day": "2026-03-04"},
    "journal:reflection": {"form_id": FORM_ID, "happened": "Tea.", "day": "2026-03-04"},
    "journal:empty": {"sort": "day"},
    "journal:change": {"revision": "1", "happened": "Tea.", "day": "2026-03-04"},
    "journal:show": {"parts": ["happened", "helped"], "revision": "1", "sure": "yes"},
    "calendar:write": {"form_id": FORM_ID, "day": "2026-03-05", "at": "18:00", "what": "Choir", "who": "me"},
    "calendar:change": {"revision": "1", "day": "2026-03-05", "at": "18:00", "what": "Choir"},
    "calendar:show": {"who": "both", "parts": ["what"]},
    "calendar:once": {"do": "leave-out"},
    "calendar:ritual-suggest": {
        "form_id": FORM_ID,
        "joint": "walk",
        "day": "2026-03-05",
        "at": "18:00",
        "repeat": "weekly",
    },
    "promises:make": {
        "form_id": FORM_ID,
        "what": "I ring.",
        "repeat": "once",
        "first": "2026-03-05",
        "who": "both",
    },
    "promises:say": {"form_id": FORM_ID, "outcome": "kept", "known": "0"},
    "promises:end": {"form_id": FORM_ID, "reason": "It was too large."},
    "promises:note": {"form_id": FORM_ID, "text": "Seen."},
    "questions:write": {"form_id": FORM_ID, "text": "Who knew?", "want": "yes"},
    "questions:change": {"text": "Who knew?", "want": "yes", "revision": "1"},
    "questions:put": {"place": "now"},
    "questions:answer": {"form_id": FORM_ID, "text": "Nobody."},
    "questions:when": {"when-day": "2026-03-10"},
    "letters:write": {"form_id": FORM_ID, "part-body": "I wake at four.", "do": "keep"},
    "letters:change": {"part-words": "I wake at five.", "revision": "1"},
    "letters:give": {"revision": "1"},
    "letters:say": {"form_id": FORM_ID, "step": "1", "words": "You wake."},
    "letters:unsay": {"step": "1"},
    "letters:words": {"text": "You always lie."},
    "letters:feeling": {"feel": "sad", "when": "it rained", "because": "it was as in May"},
    "between:choose": {"signals": ["safety", "calm"]},
    "repair:mine": {"signs": "I talk fast.", "revision": "7"},
    "repair:forward": {"revision": "2"},
    "repair:sign": {"version": "2"},
    "repair:unsign": {"version": "2"},
    "repair:withdraw": {"version": "2"},
    "touch:step": {"do": "on", "turn": str(UUID(int=0))},
    "touch:ask": {
        "level": "0",
        "ins": "My hands",
        "minutes": "10",
        "first": "me",
        "word": "stone",
        "hours": "4",
    },
    "touch:asked": {"ins": ["0"]},
    "touch:after": {"comfortable": "yes", "obliged": "no"},
    "touch:press": {"what": "change", "moment": "1"},
    "dialogue:ask": {
        "topic": "The phone",
        "minutes": "20",
        "way": "written",
        "devices": "two",
        "first": "me",
    },
    "dialogue:say": {"form_id": FORM_ID, "kind": "speak", "text": "I was afraid.", "moment": "2"},
    "dialogue:press": {"what": "time-out", "moment": "2"},
    "dialogue:come-back": {"what": "choose", "minutes": "60"},
    "dialogue:leave": {"form_id": FORM_ID, "text": "One thing."},
    "learning:library": {"words": "sleep"},
    "selfcare:keep": {"form_id": FORM_ID, "distress": "5"},
    "selfcare:after": {"form_id": FORM_ID, "helped": "yes", "note": "A cup of tea."},
    "selfcare:signs": {"follow": ["anger"], "new": "the stairs"},
    "selfcare:words": {"sleep": "my nights"},
    "selfcare:forget": {"sign": "sleep"},
    "selfcare:day": {"sleep": "4", "revision": "0"},
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
