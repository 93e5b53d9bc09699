"""For any two sets of answers, all that the other and the database can see follows from the matches alone."""

import re
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stepwell.together.menu.content import Mark
from stepwell.together.menu.ideas import IDEAS
from stepwell.together.menu.tests.cast import enter_two

pytestmark = pytest.mark.django_db
KEYS = sorted(IDEAS)[:10]
NUMBERS = count(1)
MARKS: st.SearchStrategy[Mark] = st.sampled_from(["w", "m", "n", "-"])
ANSWERS = st.dictionaries(st.sampled_from(KEYS), MARKS)
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def shapes() -> dict[str, list[Any]]:
    """Every row of this room as somebody with the database sees it, but for what is drawn by lot."""
    found: dict[str, list[Any]] = {}
    for model in apps.get_app_config("menu").get_models():
        for row in model._default_manager.all():
            part = {"part": row.part, "has": row.round is not None} if hasattr(row, "part") else {}
            shape = {"sealed": len(row.sealed), "version": row.version, "epoch": row.epoch, **part}
            found.setdefault(model.__name__, []).append(shape)
    # Ids are drawn by lot, and so is the order in which rows are found.
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def told(hers: dict[str, Mark], his: dict[str, Mark]) -> list[Any]:
    """What Ben sees and what the database shows, at each step of a whole round."""
    number = next(NUMBERS)
    alma, ben = enter_two(f"Alma {number}", f"Ben {number}")
    for one, marks in ((alma, hers), (ben, his)):
        # Whatever is said, it is kept with one press, as on the page.
        one.marks(**{key.replace("-", "_"): "m" for key in KEYS})
        one.marks(**{key.replace("-", "_"): marks.get(key, "-") for key in KEYS} | {"look": "w"})
    found: list[Any] = []

    def look() -> None:
        page = ben.see().replace(alma.member.name, "Alma").replace(ben.member.name, "Ben")
        found.append((page, shapes()))

    look()
    for act in (alma.asks, look, ben.asks, look, alma.see, look, look):
        act()
    took = ben.takes_everything().partition('"menu"')[2]
    for model in apps.get_app_config("menu").get_models():
        model._default_manager.all().delete()
    return [*found, UUIDS.sub("", took.partition('"both-welcome"')[2].partition("]")[0])]


@settings(
    deadline=None,
    max_examples=6,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(his=ANSWERS, first=ANSWERS, second=ANSWERS)
def test_the_other_and_the_database_see_the_matches_alone(
    his: dict[str, Mark], first: dict[str, Mark], second: dict[str, Mark]
) -> None:
    his = {**his, KEYS[0]: "w", KEYS[1]: "n"}
    both = {key for key, mark in first.items() if mark == "w" and his.get(key) == "w"}
    # Another set of answers with the same matches: whatever is no match is no yes on one of the lists.
    other = {key: mark for key, mark in second.items() if his.get(key) != "w" or mark != "w"}
    other |= dict.fromkeys(both, "w")
    assert told(first, his) == told(other, his)


def test_no_maybe_not_now_and_unanswered_are_the_same(db: None) -> None:
    his: dict[str, Mark] = {"walk": "w", "tea": "w", "hug-long": "w"}
    answers: list[dict[str, Mark]] = [
        {"walk": "n", "tea": "n", "hug-long": "n"},
        {"walk": "m", "tea": "m"},
        {},
        {key: "w" for key in KEYS if key not in his},
    ]
    seen = [told(hers, his) for hers in answers]
    assert all(one == seen[0] for one in seen)


def test_the_property_can_fail(db: None) -> None:
    """One match more is seen."""
    assert told({"cook": "w"}, {"cook": "w"}) != told({"cook": "n"}, {"cook": "w"})


def test_rows_are_of_one_size_with_lines_of_ones_own(db: None) -> None:
    sizes = []
    for number, lines in enumerate(([], ["one"], [f"line {n}" for n in range(160)])):
        alma, ben = enter_two(f"Alma of {number}", f"Ben of {number}")
        for one in (alma, ben):
            one.marks(look="w")
            if lines:
                one.writes(*lines)
                one.marks_words(dict.fromkeys(lines, "w"))
            one.asks()
        before = {name: {row["sealed"] for row in rows} for name, rows in shapes().items()}
        alma.see()
        sizes.append((before, {name: {row["sealed"] for row in rows} for name, rows in shapes().items()}))
        for model in apps.get_app_config("menu").get_models():
            model._default_manager.all().delete()
    assert sizes[0] == sizes[1] == sizes[2]
    assert set(sizes[0][0]) == {"Sheet", "Asked", "Secret"}
    assert set(sizes[0][1]) == {"Sheet", "Both"}
