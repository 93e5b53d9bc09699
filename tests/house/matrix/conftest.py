"""The cast is built once; each request is undone, so every cell meets the same databases."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.core.management import call_command

from tests.house.matrix import asking
from tests.house.matrix.cast import NOW, Cast, build


@pytest.fixture(scope="package")
def cast(django_db_setup: None, django_db_blocker: Any, quick_passwords: None) -> Iterator[Cast]:
    # Nobody of the cast may draw near by their own answers to safety; what that does has rows of its own.
    near, this_time = (
        patch(f"stepwell.together.{room}.gate.may_draw_near", return_value=True)
        for room in ("touch", "consent")
    )
    with near, this_time, time_machine.travel(NOW, tick=False):
        with django_db_blocker.unblock():
            made = build()
        yield made
        with django_db_blocker.unblock():
            for name in ("default", "sessions"):
                call_command(
                    "flush", database=name, interactive=False, verbosity=0, inhibit_post_migrate=True
                )


@pytest.fixture(scope="package")
def before(cast: Cast, django_db_blocker: Any) -> dict[str, Any]:
    """Every row of every table before anybody asked for anything."""
    with django_db_blocker.unblock():
        return asking.tables()
