"""Rows of circles: their area is so many days, each says its own count and has the ends of its scale."""

import re
from math import isclose

from stepwell.own.understanding.drawing import MOST_HIGH, RADIUS, Heap, of_two

HEAD = ("Rating", "Days with", "Other days")


def heap(*counts: int) -> Heap:
    every = (*counts, *[0] * (11 - len(counts)))
    return Heap("Days", every, sum(at * n for at, n in enumerate(every)) / max(1, sum(every)))


def areas(svg: str, look: str) -> float:
    return sum((float(r) / RADIUS) ** 2 for r in re.findall(rf'class="{look}" [^>]*r="([\d.]+)"', svg))


def test_the_area_of_all_circles_is_the_days() -> None:
    few, many = heap(0, 1, 2, 3), heap(1, 11, 190, 12, 0, 7)
    drawn = of_two("Calm", few, many, head=HEAD)
    assert isclose(areas(drawn.svg, "day with"), 6)
    assert many.each == -(-190 // MOST_HIGH) == 11
    assert isclose(areas(drawn.svg, "day") * many.each, sum(many.counts), rel_tol=0.01)
    one, eleven = (
        re.findall(rf'class="day" cx="{x}" [^>]*r="([\d.]+)"', drawn.svg) for x in ("12.0", "44.6")
    )
    assert one != eleven, "one day and eleven do not look alike"


def test_rows_of_different_counts_say_so() -> None:
    assert of_two("Calm", heap(3), heap(4), head=HEAD).key == "Each circle is one day."
    said = of_two("Calm", heap(3), heap(190), head=HEAD).key
    assert said == "Above, a circle is 1 day. Below, a full circle is 11 days. A smaller one is fewer."
    assert (
        of_two("Calm", heap(40), heap(40), head=HEAD).key == "A full circle is 3 days, a smaller one fewer."
    )


def test_both_rows_have_the_ends_of_the_scale_but_where_the_average_stands() -> None:
    svg = of_two("Calm", heap(0, 0, 0, 9), heap(0, 0, 9), head=HEAD).svg
    assert svg.count(">0</text>") == svg.count(">10</text>") == 2
    svg = of_two("Calm", heap(*[0] * 10, 9), heap(9), head=HEAD).svg
    assert svg.count(">0</text>") == svg.count(">10</text>") == 1
    assert ">10.0</text>" in svg
