"""Where one is signed in: each browser under the name its owner gave it, ended with one button."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stepwell.ground.people import signins
from stepwell.ground.people.forms import DeviceForm
from stepwell.ground.people.guards import for_person, see_other
from stepwell.ground.people.models import SignIn
from stepwell.ground.people.visitors import PersonRequest


@require_http_methods(["GET", "HEAD", "POST"])
@for_person
def devices(request: PersonRequest) -> HttpResponse:
    """The list; with POST one of them gets another name."""
    asked = _mine(request) if request.method == "POST" else None
    form = DeviceForm(request.POST) if asked else None
    if asked and form and form.is_valid():
        SignIn.objects.filter(pk=asked.pk).update(label=signins.label_sealed(form.cleaned_data["label"]))
        return see_other(reverse("people:devices"))
    rows = SignIn.objects.filter(person_id=request.person.id).order_by("-last_used", "-id")
    shown = [_shown(request, row, form if asked and asked.pk == row.pk else None) for row in rows]
    return render(request, "people/devices.html", {"devices": shown, "wrong": form, "area": "mine"})


def _shown(request: PersonRequest, row: SignIn, given: DeviceForm | None) -> dict[str, object]:
    label = signins.label_of(row) or _("A browser")
    form = given or DeviceForm(initial={"label": label}, auto_id=f"id_%s_{row.pk}")
    return {"row": row, "label": label, "here": row.pk == request.visit.row.pk, "form": form, "open": given}


def _mine(request: PersonRequest) -> SignIn:
    try:
        asked = UUID(request.POST.get("device", ""))
    except ValueError:
        raise Http404 from None
    row = SignIn.objects.filter(person_id=request.person.id, pk=asked).first()
    if row is None:
        raise Http404
    return row


@require_POST
@for_person
def end_device(request: PersonRequest) -> HttpResponse:
    """Ends one sign-in, or with `others` all but this one. At once."""
    if "others" in request.POST:
        signins.end_all(request.person.id, but=request.visit.row.pk)
    else:
        _mine(request).delete()
    return see_other(reverse("people:devices"))
