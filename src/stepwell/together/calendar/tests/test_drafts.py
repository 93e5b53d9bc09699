"""Half-written text is in the form again, until it was kept."""

from uuid import uuid4

import pytest

from stepwell.together.calendar.tests.cast import Actor, inputs
from stepwell.together.calendar.views import plans

pytestmark = pytest.mark.django_db


def checked(page: str, name: str) -> list[str]:
    tags = [
        tag for tag in page.split("<input")[1:] if f'name="{name}"' in tag and " checked" in tag.split(">")[0]
    ]
    return [tag.split('value="')[1].split('"')[0] for tag in tags]


def test_a_draft_kept_at_leaving_is_in_the_form_again(alma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    old = str(uuid4())
    draft = {
        "form_id": [old], "what": ["Half a pl"], "day": ["2026-12-01"], "weekdays": ["1", "3"],
        "who": ["both"], "csrfmiddlewaretoken": ["x"],
    }  # fmt: skip
    dropped = []
    monkeypatch.setattr(plans, "kept_draft", lambda keyring, name: draft if name == "plan" else None)
    monkeypatch.setattr(plans, "drop_draft", lambda keyring, name: dropped.append(name))
    page = alma.see("/calendar/new/")
    assert inputs(page, "what") == ["Half a pl"]
    assert checked(page, "weekdays") == ["1", "3"]
    assert checked(page, "who") == ["both"]
    assert checked(page, "parts") == []
    assert old not in page
    assert dropped == []
    alma.plan(what="Whole.")
    assert dropped == ["plan"]


def test_the_page_after_keeping_lets_the_browser_drop_its_draft(esi: Actor) -> None:
    where = esi.send("/calendar/new/", {"form_id": str(uuid4()), "day": "2026-11-24"})["Location"]
    assert 'data-saved="plan"' in esi.see(where)
    assert "data-saved" not in esi.see(where.split("?")[0])


def test_a_half_written_change_comes_back_with_the_revision_it_began_from(
    esi: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = esi.plan(what="First.")
    esi.change(plan, what="Second.")
    drafts = {f"plan-{plan}": {"revision": ["1"], "what": ["Half a pl"]}}
    monkeypatch.setattr(plans, "kept_draft", lambda keyring, name: drafts.get(name))
    page = esi.see(f"/calendar/plans/{plan}/change/")
    assert inputs(page, "what") == ["Half a pl"]
    assert inputs(page, "revision") == ["1"]
