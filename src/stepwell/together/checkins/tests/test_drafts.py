"""Half-written text is in the form again, until it was kept."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
import time_machine

from stepwell.together.checkins.tests.cast import Actor, inputs

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


def test_a_draft_kept_at_leaving_is_in_the_form_again(esi: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    from stepwell.together.checkins.views import write

    old = str(uuid4())
    draft = {
        "form_id": [old], "calm": ["3"], "feelings": ["tired", "own:a little tender"],
        "more_feelings": ["wary"], "noticed": ["Half a sen"], "csrfmiddlewaretoken": ["x"],
    }  # fmt: skip
    dropped = []
    monkeypatch.setattr(write, "kept_draft", lambda keyring, name: draft if name == "check-in" else None)
    monkeypatch.setattr(write, "drop_draft", lambda keyring, name: dropped.append(name))
    page = esi.see("/check-ins/new/")
    assert "Half a sen" in page
    assert inputs(page, "calm", checked=True) == ["3"]
    assert inputs(page, "feelings", checked=True) == ["tired", "own:a little tender"]
    assert inputs(page, "more_feelings", checked=True) == ["wary"]
    assert inputs(page, "form_id") != [old]
    assert dropped == []
    esi.keep(noticed="Whole.")
    assert dropped == ["check-in"]


def test_the_page_after_keeping_lets_the_browser_drop_its_draft(esi: Actor) -> None:
    where = esi.send("/check-ins/new/", {"form_id": str(uuid4()), "safety": "4"})["Location"]
    assert 'data-saved="check-in"' in esi.see(where)
    assert "data-saved" not in esi.see(where.split("?")[0])
    assert 'data-draft="check-in"' in esi.see("/check-ins/new/")


def test_a_half_written_correction_comes_back_with_the_revision_it_began_from(
    esi: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stepwell.together.checkins.views import write

    check_in = esi.keep(noticed="First.")
    url = f"/check-ins/{check_in}/correct/"
    esi.send(url, {"revision": "1", "noticed": "Second."})
    drafts = {f"check-in-{check_in}": {"revision": ["1"], "noticed": ["Half a sen"], "feelings": ["tired"]}}
    monkeypatch.setattr(write, "kept_draft", lambda keyring, name: drafts.get(name))
    monkeypatch.setattr(write, "drop_draft", lambda keyring, name: drafts.pop(name, None))
    page = esi.see(url)
    assert "Half a sen" in page
    assert "Second." not in page
    assert inputs(page, "revision") == ["1"]
    assert inputs(page, "feelings", checked=True) == ["tired"]
    esi.send(url, {"revision": "2", "noticed": "Third."})
    assert drafts == {}


def test_start_empty_drops_the_draft_on_the_server_and_once_in_the_browser(
    esi: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stepwell.together.checkins.views import write

    drafts = {"check-in": {"noticed": ["Half a sen"]}}
    monkeypatch.setattr(write, "kept_draft", lambda keyring, name: drafts.get(name))
    monkeypatch.setattr(write, "drop_draft", lambda keyring, name: drafts.pop(name, None))
    page = esi.see("/check-ins/new/?empty")
    assert "Half a sen" in page, "looking at an address drops nothing"
    assert 'action="/check-ins/new/empty/"' in page
    with time_machine.travel(NOW, tick=False) as clock:
        where = esi.send("/check-ins/new/empty/")["Location"]
        assert drafts == {}
        page = esi.see(where)
        assert "Half a sen" not in page
        assert 'data-saved="check-in"' in page
        clock.shift(60)
        assert "data-saved" not in esi.see(where), "what was written since is not dropped by a reload"
