"""What the record says of a promise, so that nobody has to doubt later what was said."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from stepwell.ground.record.api import add_kind, append
from stepwell.ground.ui.api import in_words
from stepwell.ground.vault.api import Keyring
from stepwell.together.promises.content import DaysV1, PromiseV1, WordV1
from stepwell.together.promises.when import when_words

KINDS = {"kept": "promise.kept", "changed": "promise.changed", "not_kept": "promise.not-kept"}
MADE, ENDED = "promise.made", "promise.ended"


def made(keyring: Keyring, circle: UUID, promise: UUID, said: PromiseV1) -> None:
    append(keyring, circle, MADE, made_text(promise, said))


def word(
    keyring: Keyring, circle: UUID, promise: UUID, said: PromiseV1, day: date, told: tuple[UUID, WordV1]
) -> None:
    append(keyring, circle, KINDS[told[1].said], word_text(promise, said, day, *told))


def ended(keyring: Keyring, circle: UUID, promise: UUID, said: PromiseV1, on: date, reason: str) -> None:
    told = {"of": str(promise), "what": said.what, "on": on.isoformat(), "reason": reason}
    append(keyring, circle, ENDED, told)


def made_text(promise: UUID, said: PromiseV1) -> dict[str, Any]:
    days, instead = said.days, said.instead_of
    return {
        "of": str(promise),
        "what": said.what,
        "first": days.first.isoformat(),
        "until": days.until.isoformat(),
        "repeat": days.repeat,
        "weekdays": list(days.weekdays),
        "instead-of": {"of": str(instead.promise), "day": instead.day.isoformat()} if instead else None,
    }


def word_text(promise: UUID, said: PromiseV1, day: date, id: UUID, told: WordV1) -> dict[str, Any]:
    return {
        "of": str(promise),
        "what": said.what,
        "day": day.isoformat(),
        "word": str(id),
        "said-on": told.said_on.isoformat(),
        "reason": told.reason,
        "plan": str(told.plan) if told.plan else None,
        "corrected": told.corrected,
    }


def _day(text: Mapping[str, Any], name: str) -> str:
    return in_words(date.fromisoformat(text[name]), "day")


def _made_line(text: Mapping[str, Any], name: str) -> str:
    days = DaysV1(
        first=date.fromisoformat(text["first"]),
        until=date.fromisoformat(text["until"]),
        repeat=text["repeat"],
        weekdays=tuple(text["weekdays"]),
    )
    told = {"name": name, "what": text["what"], "when": when_words(days)}
    if text["instead-of"]:
        told["day"] = in_words(date.fromisoformat(text["instead-of"]["day"]), "day")
        return _("{name} said “{what}”, {when}, in place of what was said for {day}.").format(**told)
    return _("{name} said “{what}”, {when}.").format(**told)


def _word_line(kind: str, text: Mapping[str, Any], name: str) -> str:
    told = {"name": name, "what": text["what"], "day": _day(text, "day"), "reason": text["reason"]}
    said = "changed_on_day" if kind == "changed" and text["said-on"] == text["day"] else kind
    line = {
        "kept": _("Of “{what}” for {day}, {name} said: kept."),
        "changed": _("Of “{what}” for {day}, {name} said in time that it would not work: “{reason}”"),
        "changed_on_day": _(
            "Of “{what}” for {day}, {name} said on the day that it would not work: “{reason}”"
        ),
        "not_kept": _("Of “{what}” for {day}, {name} said that it was not kept: “{reason}”"),
    }[said].format(**told)
    if not text["corrected"]:
        return line
    return _("{line} This put right an earlier word of that day.").format(line=line)


def _ended_line(text: Mapping[str, Any], name: str) -> str:
    told = {"name": name, "what": text["what"], "reason": text["reason"]}
    if not text["reason"]:
        return _("{name} ended “{what}”.").format(**told)
    return _("{name} ended “{what}”: “{reason}”").format(**told)


def tell_record() -> None:
    """Called once, from apps.py: how these events read on the page of the record."""
    add_kind(MADE, _made_line)
    add_kind(ENDED, _ended_line)
    for said, kind in KINDS.items():
        add_kind(kind, partial(_word_line, said))
