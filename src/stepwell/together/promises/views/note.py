"""Private notes beside a promise."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, see_other
from stepwell.ground.spaces.api import couple_of
from stepwell.together.promises import noting
from stepwell.together.promises.forms import NoteForm
from stepwell.together.promises.limits import EnoughForToday
from stepwell.together.promises.models import Note
from stepwell.together.promises.views.one import note_draft, one_page
from stepwell.together.promises.views.opened import UNPROCESSABLE, seen_by, today_of, why


@for_person
@require_POST
def note(request: PersonRequest, promise: UUID) -> HttpResponse:
    couple = couple_of(request.keyring)
    found = seen_by(request, couple, promise)
    form, status = NoteForm(request.POST), UNPROCESSABLE
    if form.is_valid():
        try:
            noting.note(request.keyring, promise, today=today_of(request), **form.cleaned_data)
        except EnoughForToday as enough:
            words, status = why(enough)
            form.add_error(None, words)
        else:
            drop_draft(request.keyring, note_draft(promise))
            return see_other(f"{reverse('promises:one', args=[promise])}?kept=note")
    return one_page(request, couple, found, form=form, status=status)


@for_person
@require_POST
def forget(request: PersonRequest, promise: UUID, note: UUID) -> HttpResponse:
    try:
        noting.forget(request.keyring, promise, note)
    except Note.DoesNotExist:
        raise Http404 from None
    seen_by(request, couple_of(request.keyring), promise)
    return see_other(reverse("promises:one", args=[promise]))
