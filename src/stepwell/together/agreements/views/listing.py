"""All agreements on one page, and the kinds to begin one of."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person
from stepwell.ground.ui.api import date_words, in_words
from stepwell.together.agreements import drafting
from stepwell.together.agreements.kinds import KINDS
from stepwell.together.agreements.noting import out_of_sight
from stepwell.together.agreements.page_words import ended_words
from stepwell.together.agreements.shelf import Leaf, leaves
from stepwell.together.agreements.views.asking import AREA, asked_by, saved

ENDED_AT_ONCE = 15
MOST_DRAWN = 40


@for_person
@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    asked = asked_by(request)
    every = [leaf for leaf in leaves(request.keyring, asked.couple, asked.today) if not leaf.is_hidden]
    away = out_of_sight(request.keyring) if asked.open else frozenset()
    by_state = {
        state: [one for one in every if one.state == state] for state in ("in-force", "settling", "ended")
    }
    settling = sorted(by_state["settling"], key=_offered_at, reverse=True)
    ended = sorted(by_state["ended"], key=_ended_at, reverse=True)
    pages = Paginator(ended, ENDED_AT_ONCE).get_page(request.GET.get("ended"))
    year = asked.now.year
    context: dict[str, Any] = {
        "area": AREA,
        "saved": saved(request),
        "partner": asked.partner,
        "rests": asked.couple is not None and not asked.open,
        "in_force": [
            _row(one, _in_force_words(one, request, year))
            for one in sorted(by_state["in-force"], key=_since, reverse=True)[:MOST_DRAWN]
        ],
        "settling": [_row(one, _offer_words(one, request)) for one in settling if not _is_away(one, away)][
            :MOST_DRAWN
        ],
        "away": [_row(one, _offer_words(one, request)) for one in settling if _is_away(one, away)][
            :MOST_DRAWN
        ],
        "ended": [_row(one, _ended_line(one)) for one in pages],
        "pages": pages,
        "drafts": [
            {"id": draft, "title": kept.terms.title or KINDS[kept.terms.kind].label, "of": kept.of}
            for draft, kept in drafting.all_mine(request.keyring)
        ],
        "nothing": not every,
    }
    return render(request, "agreements/list.html", context)


@for_person
@require_safe
def kinds(request: PersonRequest) -> HttpResponse:
    asked = asked_by(request)
    return render(
        request, "agreements/kinds.html", {"area": AREA, "kinds": KINDS.values(), "partner": asked.partner}
    )


def _row(one: Leaf, words: str) -> dict[str, Any]:
    return {"id": one.id, "title": _title(one), "words": words}


def _title(one: Leaf) -> str:
    """While the space rests, not the title of what the other offers."""
    return one.standing.title if one.rests and one.standing else one.head.title


def _in_force_words(one: Leaf, request: PersonRequest, year: int) -> str:
    standing = one.standing
    told = (
        _("In force since {day}").format(day=in_words(standing.since, "date", request.person.zone))
        if standing
        else ""
    )
    if standing and standing.until:
        told += " · " + _("until {day}").format(day=date_words(standing.until, this_year=year))
    if one.offer:
        told += " · " + _("another version is offered")
    elif standing and standing.review_on and standing.review_on <= one.today:
        told += " · " + _("you wanted to look at it again")
    return told


def _offer_words(one: Leaf, request: PersonRequest) -> str:
    offer = one.offer
    if offer is None:
        return ""
    said = _("Version {number}, offered by {name} on {day}")
    return said.format(
        number=offer.number, name=offer.name, day=in_words(offer.at, "date", request.person.zone)
    )


def _ended_line(one: Leaf) -> str:
    return ended_words(one.why_ended or "space", one.head.ended.name if one.head.ended else "")


def _is_away(one: Leaf, away: frozenset[Any]) -> bool:
    return (
        one.head.offer is not None and one.head.offer.by != one.me and (one.id, one.head.offer.number) in away
    )


def _since(one: Leaf) -> Any:
    return one.head.standing.since if one.head.standing else one.head.steps[-1].at


def _offered_at(one: Leaf) -> Any:
    return one.head.offer.at if one.head.offer else one.head.steps[-1].at


def _ended_at(one: Leaf) -> Any:
    return one.head.ended.at if one.head.ended else one.head.steps[-1].at
