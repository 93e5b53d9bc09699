"""A month to read together, on the screen and on paper."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stepwell.ground.people.api import PersonRequest, for_person, see_other
from stepwell.ground.spaces.api import Couple, couple_of
from stepwell.ground.ui.api import typeset
from stepwell.together.between import month as months

AREA = "together"


@for_person
@require_safe
def month(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    context: dict[str, Any] = {"area": AREA, "couple": couple}
    if couple is not None and not couple.paused:
        known = months.months(request.keyring, couple.circle, request.person.today)
        first = months.asked(request.GET.get("month", ""), known)
        this = months.month_of(request.keyring, couple, first, request.person.zone)
        context |= {
            "words": months.in_words(first),
            "key": f"{first:%Y-%m}",
            "told": months.told(request.keyring, this),
            "known": [(f"{one:%Y-%m}", months.in_words(one), one == first) for one in known],
        }
    return render(request, "between/month.html", context)


@for_person
@require_safe
def paper(request: PersonRequest) -> HttpResponse:
    couple = couple_of(request.keyring)
    if couple is None or couple.paused:
        return see_other(reverse("between:month"))
    answer = HttpResponse(_pdf(request, couple), content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="month.pdf"'
    return answer


def _pdf(request: PersonRequest, couple: Couple) -> bytes:
    known = months.months(request.keyring, couple.circle, request.person.today)
    first = months.asked(request.GET.get("month", ""), known)
    this = months.month_of(request.keyring, couple, first, request.person.zone)
    one, other = sorted(this.name(person) for person in (request.keyring.person_id, couple.partner_id))
    more = _("There is more of it in Stepwell.")
    return typeset(
        "stepwell.together.between",
        "month.typ",
        {
            "language": (get_language() or "en").split("-")[0],
            "title": months.in_words(first),
            "names": _("{one} and {other}").format(one=one, other=other),
            "lede": _("Read it together, if you both like. Nothing in it asks for an answer."),
            "nothing": _("Nothing stands here for this month. That is fine."),
            "chapters": [
                {
                    "heading": told.heading,
                    "lines": [{"words": line.words, "more": list(line.more)} for line in told.lines],
                    "cut": more if told.cut else "",
                }
                for told in months.told(request.keyring, this)
            ],
            "page": _("Page"),
        },
    )
