"""Whatever one of two does for their own safety, nothing of it reaches the other."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stepwell.ground.people.testing import Member, make_person, sign_in
from stepwell.ground.spaces.testing import make_couple
from stepwell.ground.vault.api import SealedRow
from stepwell.own.safety import answering
from stepwell.own.safety.questions import asked
from stepwell.own.safety.testing import answer, clear
from stepwell.together.checkins.testing import keep_one
from stepwell.together.pathway.testing import on_landing
from tests.house.matrix.addresses import PARTS
from tests.house.matrix.asking import differences, tables, undone
from tests.house.matrix.table import TABLE

pytestmark = pytest.mark.django_db
# Drawn by lot for every page: the token and the form's own id.
LOT = re.compile(rb'<input[^>]* name="(?:csrfmiddlewaretoken|form_id)"[^>]*>')
# What is new each time for a reason of its own: a fresh seed for an app.
BY_LOT = {"people:second-factor"}


def enter(name: str) -> tuple[Member, Client]:
    member = make_person(name)
    browser = Client()
    sign_in(browser, member)
    return member, browser


class Two:
    """Alma and Ben, on the second landing, with a check-in each."""

    def __init__(self) -> None:
        (self.alma, self.hers), (self.ben, self.his) = enter("Alma"), enter("Ben")
        self.circle = make_couple(self.alma, self.ben)
        on_landing(self.alma.keyring, 2)
        for member in (self.alma, self.ben):
            keep_one(member.fresh().keyring, show=("noticed",), couple_circle=self.circle)
        for browser in (self.hers, self.his):
            browser.get("/today/")

    def his_pages(self) -> dict[str, tuple[int, bytes]]:
        """Every page that Ben can open without an object's name in its address, and what he may take out."""
        names = [name for name, parts in PARTS.items() if not parts and not name.startswith("ui:")]
        found = {}
        for name in names:
            row = TABLE.get(name)
            if name in BY_LOT or row is None or row.cells["GET", "ben"].rstrip("*") not in {"page", "file"}:
                continue
            got = self.his.get(reverse(name))
            body = b"".join(got) if got.streaming else got.content
            found[name] = (got.status_code, LOT.sub(b"", body))
        return found

    def his_rows(self) -> dict[str, list[bytes]]:
        """Every sealed row that Ben's keyring opens, as it lies in the database."""
        keyring = self.ben.fresh().keyring
        models = [model for model in apps.get_models() if issubclass(model, SealedRow)]
        return {
            model._meta.label: sorted(repr(row).encode() for row in model.objects.within(keyring).values())
            for model in models
        }


@pytest.fixture
def two(db: None) -> Iterator[Two]:
    """On one still evening, so that no page changes by the clock."""
    with time_machine.travel(datetime(2026, 3, 4, 18, 0, 5, tzinfo=UTC), tick=False):
        yield Two()


def same(after: dict[str, Any], before: dict[str, Any]) -> None:
    """With the names of what differs, instead of forty pages."""
    assert [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)] == []


def ask_form(two: Two, yes: frozenset[str], left: frozenset[str]) -> dict[str, str]:
    sheet = answering.sheet(two.alma.fresh().keyring)
    said = {key: "open" if key in left else "yes" if key in yes else "no" for key in asked(apart=sheet.apart)}
    return said | {"round": str(sheet.round)}


KEYS = st.frozensets(st.sampled_from(sorted(asked(apart=False))), max_size=4)
ACTIONS = st.one_of(
    st.tuples(st.just("answer"), KEYS, KEYS),
    st.tuples(st.just("half"), KEYS),
    st.tuples(
        st.just("look"),
        st.sampled_from(
            ["/mine/questions/", "/mine/questions/later/", "/mine/questions/all/", "/mine/ground/",
             "/mine/plan/", "/mine/plan/paper/", "/mine/phone/", "/help/", "/help/?country=FR",
             "/mine/ground/some/"]
        ),
    ),
    st.tuples(st.just("country"), st.sampled_from(["NZ", "US", "ZZ"])),
    st.tuples(st.just("plan"), st.text(max_size=60)),
    st.tuples(st.just("some")),
    st.tuples(st.just("open"), st.sampled_from(["step", "dialogue", "closeness"])),
    st.tuples(st.just("close")),
)  # fmt: skip


def act(two: Two, action: tuple[Any, ...]) -> None:
    kind, *rest = action
    if kind == "look":
        two.hers.get(rest[0])
        return
    url, sent = {
        "answer": lambda: ("/mine/questions/all/", ask_form(two, *rest)),
        "half": lambda: ("/mine/questions/all/", dict.fromkeys(rest[0], "yes")),
        "country": lambda: ("/help/", {"country": rest[0]}),
        "plan": lambda: ("/mine/plan/", {"signs": rest[0], "revision": "0"}),
        "some": lambda: ("/mine/ground/", {"way": "some"}),
        "open": lambda: ("/mine/ground/open/", {"joint": [rest[0]], "knowing": "on"}),
        "close": lambda: ("/mine/ground/close/", {}),
    }[kind]()
    assert two.hers.post(url, sent).status_code < 500


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ACTIONS, min_size=1, max_size=6))
def test_no_sequence_of_hers_changes_anything_of_his(two: Two, actions: list[tuple[Any, ...]]) -> None:
    with undone():
        pages, rows, before = two.his_pages(), two.his_rows(), tables()
        for action in actions:
            act(two, action)
        after = tables()
        assert len(pages) > 15
        same(two.his_pages(), pages)
        same(two.his_rows(), rows)
        changed = {each.partition(" ")[0] for each in differences(before, after)}
        assert changed <= {"safety.Leaf"}, "nothing else in either database may show that she was here"
        assert {label: len(found) for label, found in after.items()} == {
            label: len(found) for label, found in before.items()
        }


def ready(two: Two, browser: Client) -> None:
    turn = re.search(rb'name="turn" value="([^"]+)"', browser.get(reverse("pathway:landings")).content)
    assert turn
    assert browser.post(reverse("pathway:ready"), {"turn": turn[1].decode()}).status_code == 303


def test_a_yes_that_is_kept_back_is_to_him_a_yes_never_said(two: Two) -> None:
    for his_word in (False, True):
        with undone():
            clear(two.ben.fresh().keyring)
            if his_word:
                ready(two, two.his)
            pages, rows = two.his_pages(), two.his_rows()
            for yes in ((), ("a",), ("h",), ("hurt",)):
                if yes:
                    answer(two.alma.fresh().keyring, yes=yes)
                ready(two, two.hers)
                same(two.his_pages(), pages)
                same(two.his_rows(), rows)


def test_it_counts_from_when_she_has_answered_and_both_hear_only_then(two: Two) -> None:
    clear(two.ben.fresh().keyring)
    ready(two, two.his)
    ready(two, two.hers)
    before = two.his_pages()["pathway:landings"]
    act(two, ("answer", frozenset(), frozenset()))
    assert two.his_pages()["pathway:landings"] != before
    assert two.hers.get(reverse("pathway:landings")).status_code == 200


def test_a_pause_from_her_own_page_is_the_pause_of_any_button(two: Two) -> None:
    """Both ways, then what Ben sees and what lies there: the same."""

    def after(url: str, sent: dict[str, str]) -> tuple[dict[str, Any], set[str]]:
        with undone():
            before = tables()
            assert two.hers.post(url, sent).status_code == 303
            changed = {each.partition(" ")[0] for each in differences(before, tables())}
            return two.his_pages(), changed

    ordinary = after(reverse("spaces:pause"), {})
    assert "spaces.Readiness" in ordinary[1]
    for yes in ((), ("a", "k"), ("hurt",)):
        with transaction.atomic():
            answer(two.alma.fresh().keyring, yes=yes)
        pages, changed = after("/mine/ground/", {"way": "alone"})
        same(pages, ordinary[0])
        assert changed == ordinary[1]
