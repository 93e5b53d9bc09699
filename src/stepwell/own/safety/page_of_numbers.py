"""The page of numbers, drawn. Its lists hold nothing of anybody's, and are kept ready for each language."""

from functools import lru_cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from stepwell.ground.ui.api import Frame
from stepwell.own.safety.numbers import ELSEWHERE, Line, countries
from stepwell.own.safety.numbers_words import BILL, COUNTRIES, HOURS, KINDS, NOTES, WHOM

LANGUAGES = 64


def digits(number: str) -> str:
    """What a phone dials."""
    return "".join(sign for sign in number if sign.isdigit())


def _shown(line: Line) -> dict[str, object]:
    said = [line.name, WHOM[line.whom], HOURS[line.hours], NOTES[line.note], BILL[line.bill]]
    name = f"{line.name}." if line.name else ""
    return {
        "line": line,
        "dial": digits(line.call),
        "sms": digits(line.sms),
        "said": " ".join(str(part) for part in [name, *said[1:]] if part),
        "now": line.kind == "emergency",
    }


def _by_kind(code: str) -> list[tuple[str, object, list[dict[str, object]]]]:
    lines = countries()[code].lines
    found = [
        (kind, label, [_shown(line) for line in lines if line.kind == kind]) for kind, label in KINDS.items()
    ]
    return [each for each in found if each[2]]


@lru_cache(maxsize=LANGUAGES * 16)
def _drawn(name: str, code: str, language: str | None) -> SafeString:
    del language  # only part of the key: the words are those of the language that is active now
    return render_to_string(name, {"kinds": _by_kind(code)})


def first_numbers(code: str) -> SafeString:
    """The emergency number and those for fear at home, for pages that are about more than numbers."""
    return _drawn("safety/_first.html", code, get_language())


def stop_numbers(code: str) -> SafeString:
    """For somebody afraid of what they do themselves; of elsewhere, where their country has none here."""
    has_own = any(line.kind == "stop" for line in countries()[code].lines)
    return _drawn("safety/_stop.html", code if has_own else ELSEWHERE, get_language())


def numbers_of(code: str) -> SafeString:
    """The sections of one country, the emergency number first."""
    return _drawn("safety/_numbers.html", code, get_language())


@lru_cache(maxsize=LANGUAGES)
def _folds(language: str | None) -> SafeString:
    del language
    every = [(COUNTRIES[code], _by_kind(code)) for code in countries()]
    return render_to_string("safety/_folds.html", {"countries": every})


@lru_cache(maxsize=LANGUAGES * 16)
def _options(code: str, language: str | None) -> SafeString:
    del language
    picked = {code: mark_safe(" selected")}
    rows = ((each, picked.get(each, ""), name) for each, name in COUNTRIES.items())
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


def every_country() -> SafeString:
    """All of them in folds, so that the page serves without a connection, wherever one is."""
    return _folds(get_language())


@lru_cache(maxsize=LANGUAGES * 4)
def _beside(language: str | None, *, signed_in: bool, asks_to_keep: bool) -> SafeString:
    del language
    return render_to_string("safety/_beside.html", {"signed_in": signed_in, "asks_to_keep": asks_to_keep})


def context_of(request: HttpRequest, code: str, *, unknown: bool = False) -> dict[str, object]:
    """unknown: a country was asked for of which there are no numbers."""
    frame = Frame(request)
    return {
        "beside": _beside(
            get_language(), signed_in=frame.person is not None, asks_to_keep=frame.asks_to_keep
        ),
        "area": "help",
        "country": COUNTRIES[code],
        "checked": min(
            (line.verified_on for line in countries()[code].lines if line.verified_on), default=None
        ),
        "unknown": unknown,
        "options": _options(code, get_language()),
        "numbers": numbers_of(code),
        "every_country": every_country(),
    }


def page_for_anyone() -> str:
    """The page as somebody sees it of whom nothing is known: the one that a browser may keep."""
    request = HttpRequest()
    return render_to_string("safety/help.html", context_of(request, ELSEWHERE), request)
