"""Private notes beside a promise."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from stepwell.ground.people.api import PersonRequest, drop_draft, for_person, see_other
from stepwell.ground.spaces.api import couple_of
from stepwell.ground.ui.api import gone, typed_as
from stepwell.together.promises import finding, noting
from stepwell.together.promises.forms import NoteForm
from stepwell.together.promises.limits import EnoughForToday
from stepwell.together.promises.models import Note, Promise
from stepwell.together.promises.views.one import note_draft, one_page
from stepwell.together.promises.views.opened import GONE, UNPROCESSABLE, why


@for_person
@require_POST
def note(request: PersonRequest, promise: UUID) -> HttpResponse:
    couple = couple_of(request.keyring)
    try:
        found = finding.one(request.keyring, couple, promise)
    except Promise.DoesNotExist:
        return _out_of_sight(request, promise)
    form, status = NoteForm(request.POST), UNPROCESSABLE
    if form.is_valid():
        try:
            noting.note(request.keyring, promise, today=request.person.today, **form.cleaned_data)
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
    """Pressed twice it is done once: where there is no such note any more, the list."""
    try:
        noting.forget(request.keyring, promise, note)
    except Note.DoesNotExist:
        return see_other(reverse("promises:list"))
    seen = finding.visible(request.keyring, couple_of(request.keyring)).filter(id=promise).exists()
    return see_other(reverse("promises:one", args=[promise]) if seen else reverse("promises:list"))


def _out_of_sight(request: PersonRequest, promise: UUID) -> HttpResponse:
    """The space ended while somebody wrote: a note needs none, and is kept where all such notes stand. What
    cannot be kept is given back on one and the same page, whatever became of the promise."""
    form = NoteForm(request.POST)
    if finding.can_open(request.keyring, promise) and form.is_valid():
        with suppress(EnoughForToday):
            noting.note(request.keyring, promise, today=request.person.today, **form.cleaned_data)
            drop_draft(request.keyring, note_draft(promise))
            return see_other(f"{reverse('promises:list')}?kept={promise}")
    return gone(request, GONE, typed_as(request, "text"))
