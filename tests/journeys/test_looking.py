"""The look itself: it sees what is wrong on a light phone, and what is wrong only where it is dark."""

import pytest

from tests.fixtures.browser import Visit
from tests.journeys.looking import faults

pytestmark = [pytest.mark.journey, pytest.mark.surface]
PAGE = """<!doctype html><html lang="en"><title>{title}</title><style>
body {{ background: #fff; color: #222 }}
@media (prefers-color-scheme: dark) {{ body {{ background: #000 }} }}
div {{ width: 400px }}
</style><main><h1>Words</h1>{inside}</main></html>"""
SOUND = "<p>Plain words.</p>"


def look(visit: Visit, inside: str, title: str = "Words") -> str:
    page = visit().new_page()
    page.set_content(PAGE.format(title=title, inside=inside))
    return "\n".join(faults(page, "it"))


def test_a_look_sees_what_is_wrong(visit: Visit) -> None:
    assert "it on a light phone: label" in look(visit, "<input name=a>")
    assert "it dark and wide: color-contrast" in look(visit, SOUND)
    assert "wider than a phone of 320" in look(visit, "<div>Wide</div>")
    assert "its title tells" in look(visit, SOUND, "Betrayed")


def test_a_sound_page_has_no_faults(visit: Visit) -> None:
    assert look(visit, "<style>body{background:#fff !important}</style><p>Plain words.</p>") == ""
