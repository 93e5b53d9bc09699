"""CPU time of the pages of promises, for two who have made some every week for ten years."""

from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from bench.figure import Figure, Scale
from bench.pages import IN_PROCESS, page_ms
from stepwell.ground.people.testing import make_person
from stepwell.ground.spaces.testing import make_couple
from stepwell.together.promises import testing

LIST = 20.0
ZONE = "Europe/Berlin"


def figures(scale: Scale) -> list[Figure]:
    one, other = make_person("Ivo", zone=ZONE), make_person("Jana", zone=ZONE)
    make_couple(one, other)
    today = timezone.now().astimezone(ZoneInfo(ZONE)).date()
    weeks = max(scale.days // 7, 1)
    made = 0
    with transaction.atomic():
        for member in (one, other):
            made += testing.weeks_of(member.fresh().keyring, weeks, until=today)
    told = f"{IN_PROCESS}; {made:,} promises of two people over {weeks:,} weeks, each with what became of it."
    listed = page_ms(one, "/promises/", scale)
    story = page_ms(one, "/promises/story/", scale)
    return [
        Figure(
            "promises page, 10 years of them",
            f"{listed:.1f} CPU-ms",
            told,
            f"at most {LIST:g} CPU-ms",
            listed <= LIST,
        ),
        Figure("what became of it, the last three months of 10 years", f"{story:.1f} CPU-ms", "The same."),
    ]
