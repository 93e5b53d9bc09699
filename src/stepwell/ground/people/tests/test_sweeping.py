"""What is over goes by itself, and nothing goes early."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.http import HttpResponse
from django.utils import timezone

from stepwell.ground.people import accounts, drafts, limits, questions, signins
from stepwell.ground.people.models import KeptDraft, SignIn
from stepwell.ground.people.sweeping import sweep
from stepwell.ground.people.testing import Member

pytestmark = pytest.mark.django_db
NOON = "2026-03-01 12:00:00Z"


def _count(name: str) -> int:
    return apps.get_model(f"people.{name}").objects.count()


def _make(name: str, alma: Member) -> None:
    response = HttpResponse()
    makers = {
        "SignIn": lambda: signins.begin(response, alma.master, stay=True, label="x"),
        "HalfSignIn": lambda: signins.begin_half(response, alma.master, stay=True),
        "Failure": lambda: limits.failed(limits.bucket("alma", "")),
        "KnownBrowser": lambda: signins.know(response, alma.id),
        "KeptDraft": lambda: drafts.keep(alma.id, "note", b"x"),
        "RecoveryWait": lambda: accounts.ask_to_recover(alma.id),
    }
    makers[name]()


@pytest.mark.parametrize(
    ("name", "life"),
    [
        ("SignIn", timedelta(days=30)),
        ("HalfSignIn", timedelta(minutes=10)),
        ("Failure", timedelta(days=1)),
        ("KnownBrowser", timedelta(days=365)),
        ("KeptDraft", timedelta(days=90)),
        ("RecoveryWait", timedelta(hours=72, days=30)),
    ],
)
def test_it_lives_its_life_and_no_longer(alma: Member, name: str, life: timedelta) -> None:
    _make(name, alma)
    now = timezone.now()
    margin = timedelta(days=2) if name == "KnownBrowser" else timedelta(seconds=10)
    with time_machine.travel(now + life - margin, tick=False):
        sweep()
        assert _count(name) == 1
    with time_machine.travel(now + life + margin, tick=False):
        sweep()
        assert _count(name) == 0
    assert _count("Person") == 1


def test_a_draft_kept_again_lives_anew(alma: Member) -> None:
    drafts.keep(alma.id, "note", b"first")
    first = KeptDraft.objects.get().id
    drafts.keep(alma.id, "note", b"second")
    assert KeptDraft.objects.get().id > first
    assert bytes(KeptDraft.objects.get().blob) == b"second"


def test_a_question_nobody_answered_goes(alma: Member) -> None:
    with time_machine.travel(NOON, tick=False):
        _make("SignIn", alma)
        questions.put(SignIn.objects.get(), {"challenge": "x"})
        sweep()
        assert SignIn.objects.get().asked
    with time_machine.travel("2026-03-01 12:10:01Z", tick=False):
        sweep()
        assert SignIn.objects.get().asked is None
