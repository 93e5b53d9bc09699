"""Somebody who moves to another time zone is reminded at the hour they chose, where they are now."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from stepwell.ground.notices import rules
from stepwell.ground.notices.models import Due, MailOn
from stepwell.ground.notices.rules import Rule
from stepwell.ground.people.api import zone_of
from stepwell.ground.people.testing import make_person, sign_in


@pytest.mark.django_db
def test_the_next_reminder_moves_with_her(monkeypatch: pytest.MonkeyPatch) -> None:
    def evenings(person_id: UUID) -> Sequence[Rule]:
        return [Rule(at=time(20, 30), weekdays=frozenset(range(7)), zone=zone_of(person_id))]

    with time_machine.travel("2026-03-01 10:00:00Z", tick=False):
        alma, browser = make_person("Alma", zone="Europe/Berlin"), Client()
        monkeypatch.setattr(rules, "_sources", [evenings])
        MailOn.objects.create(person_id=alma.id)
        rules.rearm(alma.id)
        before = Due.objects.get().at
        sign_in(browser, alma)
        browser.post("/settings/place/", {"name": "Alma", "zone": "Asia/Kolkata"})
        after = Due.objects.get().at
    assert before == datetime(2026, 3, 1, 19, 30, tzinfo=UTC)
    assert after == datetime(2026, 3, 1, 15, 0, tzinfo=UTC)
