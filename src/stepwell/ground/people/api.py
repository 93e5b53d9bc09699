"""The door of people: who is signed in, and what the rooms above may know of them."""

from stepwell.ground.people.accounts import everything as export_of
from stepwell.ground.people.accounts import sign_up
from stepwell.ground.people.beginnings import (
    Beginning,
    add_beginning,
    begin_with,
    beginning,
    begun,
    draft_begun,
    kept_at,
)
from stepwell.ground.people.drafts import drop_draft, keep_begun, kept_draft, started_from_draft
from stepwell.ground.people.guards import for_anyone, for_person, see_other
from stepwell.ground.people.opening import Step, keyring_of
from stepwell.ground.people.profile import Someone, language_of, today_of, zone_of
from stepwell.ground.people.sweeping import sweep
from stepwell.ground.people.turns import turn
from stepwell.ground.people.visitors import PersonRequest, keyring_of_cookie
from stepwell.ground.people.zone_changes import on_zone_change

__all__ = [
    "Beginning",
    "PersonRequest",
    "Someone",
    "Step",
    "add_beginning",
    "begin_with",
    "beginning",
    "begun",
    "draft_begun",
    "drop_draft",
    "export_of",
    "for_anyone",
    "for_person",
    "keep_begun",
    "kept_at",
    "kept_draft",
    "keyring_of",
    "keyring_of_cookie",
    "language_of",
    "on_zone_change",
    "see_other",
    "sign_up",
    "started_from_draft",
    "sweep",
    "today_of",
    "turn",
    "zone_of",
]
