"""What others press changes nothing of Alma's, and a former partner has what the rooms' pages say."""

import re
from typing import Any

import pytest
from django.urls import reverse

from tests.house.matrix.addresses import PARTS, address
from tests.house.matrix.asking import ask, differences, tables, undone
from tests.house.matrix.cast import NOW, Cast
from tests.house.matrix.sending import form_for
from tests.house.matrix.table import TABLE

pytestmark = pytest.mark.django_db

# Rows with both names on them: a pause, leaving, agreed times, the name in a space whose last seat goes, the
# day that one named for a question of the other, the words of a talk and for a round, a time for two, which
# end for both.
OF_TWO = {
    "spaces.Readiness", "spaces.Departure", "spaces.Member",
    "vault.HeldKey", "questions.When", "calendar.RitualYes", "checkins.Yes", "checkins.Times", "notices.Due",
    "dialogue.Turn", "dialogue.Asking", "menu.Asked", "openness.Opening", "touch.Asking",
    "consent.Asking",
}  # fmt: skip
# What finds a row by a secret of hers may act for her: the mail's own button, and the link to it.
BY_HER_SECRET = {"notices:stop", "notices:confirm"}
# Whatever begins or ends a sign-in in her browser ends the half of one that it held.
OF_HER_BROWSER = {"people:factor", "people:sign-in", "people:sign-up", "people:sign-out", "people:leave"}


def rows_of(who: str, cast: Cast) -> dict[str, set[str]]:
    """`label key` of every row that is this person's alone."""
    from django.apps import apps

    member = cast.members[who]
    own = member.fresh().keyring._book.own
    found: dict[str, set[str]] = {}
    for model in apps.get_models():
        names = {each.attname for each in model._meta.concrete_fields}
        if model._meta.label in OF_TWO:
            continue
        for column, value in (("person_id", member.id), ("circle_id", own), ("id", member.id)):
            if column in names:
                keys = model._default_manager.filter(**{column: value}).values_list("pk", flat=True)
                found.setdefault(model._meta.label, set()).update(repr(_plain(key)) for key in keys)
    return found


def _plain(key: Any) -> Any:
    return bytes(key) if isinstance(key, memoryview) else key


@pytest.mark.parametrize("visitor", ["nobody", "ben", "chidi", "esi", "femi", "half"])
def test_nobody_else_changes_a_row_of_hers(visitor: str, cast: Cast, before: dict[str, Any]) -> None:
    hers = {f"{label} {key}" for label, keys in rows_of("alma", cast).items() for key in keys}
    assert len(hers) >= 15
    wrong, pressed = [], 0
    for name in set(TABLE) - BY_HER_SECRET:
        # The half sign-in is hers: she goes on with it, or leaves.
        if visitor == "half" and name in OF_HER_BROWSER:
            continue
        for owner in ("alma", "alma, before"):
            try:
                url, _ = address(name, cast, owner)
            except KeyError:
                continue
            answer = ask(cast.browser(visitor), "POST", url, form_for(name, cast), before)
            pressed += bool(answer.changed)
            wrong += [f"{name}: {row}" for row in answer.changed & hers]
    assert not wrong
    assert pressed or visitor == "half"


def test_a_former_partner_keeps_what_was_left_and_gets_nothing_new(
    cast: Cast, before: dict[str, Any]
) -> None:
    """He may take out what she let him keep. No page of his has her name, or anything of now."""
    femi = cast.browser("femi")
    old = "what alma showed femi before"
    with undone():
        said = form_for("checkins:write", cast) | {"noticed": "what alma writes after it ended"}
        assert cast.browser("alma").post(reverse("checkins:write"), said).status_code == 303
        now = tables()
        seen = {
            name: ask(femi, "GET", address(name, cast, "femi")[0], {}, now).body.decode()
            for name in PARTS
            if TABLE[name].cells["GET", "femi"] == "page" and not TABLE[name].owner
        }
        taking = form_for("people:export", cast)
        export = ask(femi, "POST", reverse("people:export"), taking, now).body.decode()
    assert len(seen) > 15
    assert not [name for name, page in seen.items() if re.search(r"\bAlma\b", page)]
    assert not [name for name, page in seen.items() if "after it ended" in page]
    assert old in export
    assert "after it ended" not in export
    assert "what alma noticed today" not in export


def test_what_she_takes_back_goes_from_the_former_partner_too(cast: Cast, before: dict[str, Any]) -> None:
    url, _ = address("checkins:stop", cast, "alma, before")
    old = "what alma showed femi before"
    with undone():
        assert cast.browser("alma").post(url).status_code == 303
        taking = form_for("people:export", cast)
        export = ask(cast.browser("femi"), "POST", reverse("people:export"), taking, tables()).body.decode()
    assert old not in export


def test_the_partner_sees_what_was_shown_and_the_words_test_can_see_it(
    cast: Cast, before: dict[str, Any]
) -> None:
    """The other side of every "shows nothing": the same search finds what may be found."""
    day = reverse("checkins:together-day", args=[NOW.date().isoformat()])
    for visitor, shown in {"alma": True, "ben": True, "chidi": False, "esi": False, "femi": False}.items():
        page = ask(cast.browser(visitor), "GET", day, {}, before).body
        assert (b"what alma noticed today" in page) is shown
    mine = ask(cast.browser("alma"), "GET", address("checkins:one", cast, "alma")[0], {}, before).body
    assert b"what alma noticed today" in mine
    assert b"alma intends alone" in mine
    assert not differences(before, tables())
