"""The pages as everybody sees them: what stands on them, and which of them a browser keeps for offline."""

from collections.abc import Callable, Iterator
from functools import partial

from django.http import HttpRequest
from django.template.loader import render_to_string

from stepwell.own.selfcare.page_words import LEADS, STATE_LABELS, STATE_SECOND
from stepwell.own.selfcare.practice import GROUP_LABELS, STATES, Practice, State
from stepwell.own.selfcare.practices import ALL, fitting

AREA = "mine"
FILES = ("selfcare/selfcare.css",)


def pause_context() -> dict[str, object]:
    groups = [
        (label, [practice for practice in ALL if practice.group == group])
        for group, label in GROUP_LABELS.items()
    ]
    return {"groups": groups, "area": AREA}


def state_context(state: State) -> dict[str, object]:
    return {
        "state": state,
        "label": STATE_LABELS[state],
        "second": STATE_SECOND[state],
        "lead": LEADS[state],
        "practices": fitting(state),
        "area": AREA,
    }


def practice_context(practice: Practice) -> dict[str, object]:
    """another: the next one of its kind, so that one may go on looking. It fits whoever this one fits: nobody
    who is far away is led on to something that relaxes."""
    others = [one for one in ALL if one.group == practice.group and set(practice.fits) <= set(one.fits)]
    return {
        "practice": practice,
        "steps": _numbered(practice),
        "another": others[(others.index(practice) + 1) % len(others)],
        "area": AREA,
    }


def _numbered(practice: Practice) -> list[tuple[int, object]]:
    """Steps count up; the senses count down, as many things as each asks for."""
    steps = list(enumerate(practice.steps, 1))
    return [(len(steps) + 1 - at, step) for at, step in steps] if practice.senses else list(steps)


def grounding() -> Iterator[tuple[str, Callable[[], str]]]:
    """Address and drawing of each page that is to be there without a connection: what brings one back."""
    yield "/pause/", lambda: _drawn("pause", pause_context())
    for state in STATES:
        yield f"/pause/now/{state}/", partial(_state, state)
    for practice in ALL:
        if practice.group == "room":
            yield f"/pause/with/{practice.key}/", partial(_practice, practice)


def _state(state: State) -> str:
    return _drawn("now", state_context(state))


def _practice(practice: Practice) -> str:
    return _drawn("practice", practice_context(practice))


def _drawn(name: str, context: dict[str, object]) -> str:
    return render_to_string(f"selfcare/{name}.html", context, HttpRequest())
