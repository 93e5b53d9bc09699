"""A half-written form of another room, whose words somebody would like to look at before they are read.

Without a script its button brings the whole form here. What was in it waits under the name under which that
room keeps half-written words, sealed for its writer alone, and the way back leads to it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from stepwell.ground.people.api import keep_begun, kept_draft
from stepwell.ground.ui.api import NEVER_ECHOED, Typed, page_of_ours
from stepwell.ground.vault.api import Keyring

APART, IS = "|", "="
NAME = re.compile(r"[\w-]{1,40}")
MOST_TEXTS = 60
# Of the form itself, and so of no use when it begins again.
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "form_id", "look"})


@dataclass(frozen=True)
class Begun:
    """draft: under which that room keeps it. then: its page. texts: its fields to what they are called.
    value: all of it in a line, as the button has it."""

    draft: str
    then: str
    texts: Mapping[str, str]
    value: str


def begun(value: str) -> Begun | None:
    """None where it leads to no page of ours, or names nothing to look at."""
    draft, _, rest = value.partition(APART)
    then, _, named = rest.partition(APART)
    pairs = (one.partition(IS) for one in named.split(APART)[:MOST_TEXTS])
    texts = {name: label for name, _, label in pairs if NAME.fullmatch(name)}
    return Begun(draft, page_of_ours(then), texts, value) if texts and page_of_ours(then) else None


def wait(keyring: Keyring, form: Begun, sent: QueryDict) -> bool:
    """Keeps all of it till its writer comes back. False where it is more than can wait."""
    fields = {name: [str(one) for one in sent.getlist(name)] for name in sent if name not in NOT_KEPT}
    return keep_begun(keyring, form.draft, fields)


def typed(form: Begun, sent: QueryDict) -> Typed:
    """Every word of a form that cannot wait: the texts under their labels, then what else was written."""
    named = [(label, str(sent.get(name, ""))) for name, label in form.texts.items()]
    others = (
        name
        for name in sent
        if name not in NOT_KEPT | set(form.texts) and not any(part in name.lower() for part in NEVER_ECHOED)
    )
    written = [("", str(one)) for name in others for one in sent.getlist(name) if " " in one.strip()]
    return [(label, words) for label, words in named + written if words.strip()]


def put_back(keyring: Keyring, form: Begun, texts: Mapping[str, str]) -> bool:
    """The same form, with these words in it now."""
    fields = kept_draft(keyring, form.draft) or {}
    return keep_begun(keyring, form.draft, fields | {name: [text] for name, text in texts.items()})
