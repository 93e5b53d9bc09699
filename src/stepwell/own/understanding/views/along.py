"""What goes along with better and harder days, for the person whose days they are."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.own.understanding import drawing, sentences
from stepwell.own.understanding.content import LinkV1, SignalV1
from stepwell.own.understanding.finding import found, watched_by
from stepwell.own.understanding.sources import name_of, signals

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
    said = next((one for one in found(request.keyring).signals if one.key == key), SignalV1(key=key, days=0))
    label = str(known.get(key, ""))
    supported = _in(said, "supported")
    context: dict[str, Any] = {
        "area": AREA,
        "signal": key,
        "label": label,
        "others": [(one, words) for one, words in known.items() if one != key],
        "days": said.days,
        "since": said.since,
        "better": [_finding(link, label) for link in supported if link.effect > 0],
        "harder": [_finding(link, label) for link in supported if link.effect <= 0],
        "turns": [_turning(turn, label) for turn in said.turns],
        "weekend": sentences.of_weekend(said.weekend, label, said.days) if said.weekend else None,
        "emerging": _named(_in(said, "emerging")),
        "withdrawn": _named(_in(said, "withdrawn")),
        "early": _named(_in(said, "too_early")),
        "unclear": _named(_in(said, "nothing_clear")),
        "waiting": sentences.of_waiting(sentences.more_days(said)),
        "watched": [name_of(factor) for factor in watched_by(request.keyring).watched.get(key, ())],
    }
    context["too_soon"] = said.days < sentences.ENOUGH_DAYS or not (context["unclear"] or context["emerging"])
    context["none"] = not (supported or said.turns or said.weekend)
    return render(request, "understanding/along.html", context)


def _in(said: SignalV1, state: str) -> list[LinkV1]:
    return sorted((link for link in said.links if link.state == state), key=lambda one: -one.n_with)


def _named(links: list[LinkV1]) -> list[tuple[str, str]]:
    return [(sentences.noted(link), name_of(link.factor)) for link in links[:MOST_NAMED]]


def _finding(link: LinkV1, label: str) -> tuple[sentences.Sentence, drawing.Drawing]:
    return sentences.of_link(link, label), drawing.of_link(link, capfirst(label))


def _turning(turn: Any, label: str) -> tuple[sentences.Sentence, drawing.Drawing]:
    said = sentences.of_turn(turn, label)
    return said, drawing.of_turn(turn, f"{capfirst(label)}. {sentences.between(turn.first, turn.last)}")


@for_person
@require_safe
def how(request: PersonRequest) -> HttpResponse:
    return render(request, "understanding/how.html", {"area": AREA})
