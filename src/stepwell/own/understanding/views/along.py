"""What goes along with better and harder days, for the person whose days they are."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.own.understanding import sentences
from stepwell.own.understanding.content import LinkV1, SignalV1
from stepwell.own.understanding.finding import found, watched_by
from stepwell.own.understanding.putting_away import away
from stepwell.own.understanding.sources import name_of, signals
from stepwell.own.understanding.telling import in_state, overlapping, told

AREA = "back"
MOST_NAMED = 30


def signal_of(request: PersonRequest) -> str:
    known = signals()
    asked = request.GET.get("signal", "")
    return asked if asked in known else next(iter(known), "")


@for_person
@require_safe
def along(request: PersonRequest) -> HttpResponse:
    """Computed only where something changed since the last look; the keys are here, and nowhere else."""
    known, key = signals(), signal_of(request)
    all_ = found(request.keyring)
    said = next((one for one in all_.signals if one.key == key), SignalV1(key=key, days=0))
    label = str(known.get(key, ""))
    put = away(request.keyring)
    shown = told(said, label, put)
    context: dict[str, Any] = {
        "area": AREA,
        "signal": key,
        "label": label,
        "others": [(one, words) for one, words in known.items() if one != key],
        "days": said.days,
        "since": said.since,
        "told": shown,
        "emerging": _named(in_state(said, "emerging")),
        "withdrawn": _named(in_state(said, "withdrawn")),
        "early": _named(in_state(said, "too_early")),
        "unclear": _named([link for link in in_state(said, "nothing_clear") if not link.overlaps]),
        "alike": overlapping(said, put),
        "waiting": sentences.of_waiting(said, noted=bool(all_.noted or said.links)),
        "watched": [name_of(factor) for factor in watched_by(request.keyring).watched.get(key, ())],
    }
    context["too_soon"] = all(link.state == "too_early" for link in said.links)
    context["none"] = shown.none and not shown.away
    return render(request, "understanding/along.html", context)


def _named(links: list[LinkV1]) -> list[tuple[str, str, str]]:
    """On how many days, what, and how many more it takes where that is known."""
    return [(sentences.noted(one), name_of(one.factor), sentences.to_go(one)) for one in links[:MOST_NAMED]]


@for_person
@require_safe
def how(request: PersonRequest) -> HttpResponse:
    return render(request, "understanding/how.html", {"area": AREA})
