"""What holds for every test: two databases, no network but loopback, the same examples every time."""

import os
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.db.backends.signals import connection_created
from tests.fixtures import network

pytest_plugins = ["tests.fixtures.server", "tests.fixtures.browser", "tests.fixtures.arrivals"]

hypothesis.settings.register_profile("house", derandomize=True, database=None, deadline=None)
hypothesis.settings.load_profile("house")


def pytest_configure() -> None:
    network.loopback_only()
    connection_created.connect(_see_every_row, dispatch_uid="tests see every row")


def _see_every_row(connection: Any, **_: Any) -> None:
    """Makers build any cast. Requests of the test client still run behind the wall: see site/rls.py."""
    if connection.vendor == "postgresql":
        connection.connection.execute("SELECT set_config('stepwell.all', 'on', false)")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    if on_postgresql():
        once = [item for item in items if _looks_at_the_surface_alone(item)]
        config.hook.pytest_deselected(items=once)
        items[:] = [item for item in items if item not in set(once)]
    _open_both_databases(items)
    yield
    # The longest first, so that none of them ends alone. pytest-django has put them last by now.
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)


def on_postgresql() -> bool:
    return os.environ.get("STEPWELL_TEST_DATABASE", "sqlite") == "postgresql"


def _looks_at_the_surface_alone(item: pytest.Item) -> bool:
    """What a page looks like, and a story told by a second and a third hand, is no other over PostgreSQL: it
    runs on SQLite only, and is counted as deselected. STEPWELL_TEST_ALL=1 runs all of it on both."""
    if os.environ.get("STEPWELL_TEST_ALL"):
        return False
    params = getattr(getattr(item, "callspec", None), "params", {})
    other_hand = {"keyboard", "no script"} & {value for value in params.values() if isinstance(value, str)}
    return bool(other_hand) or item.get_closest_marker("surface") is not None


def _open_both_databases(items: list[pytest.Item]) -> None:
    """A test that may touch the database may touch both: rows and sign-ins live apart."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        fixtures = set(getattr(item, "fixturenames", ()))
        if marker is None and not fixtures & {"db", "transactional_db"}:
            continue
        settings = {"databases": ["default", "sessions"], **(marker.kwargs if marker else {})}
        if "transactional_db" in fixtures:
            settings["transaction"] = True
        item.add_marker(pytest.mark.django_db(**settings), append=False)


@pytest.fixture(autouse=True, scope="session")
def quick_passwords() -> Iterator[None]:
    """Argon2id at its floor for tests: the costs themselves are tested in the vault."""
    try:
        from stepwell.ground.vault.testing import quick_stretching
    except ImportError:
        yield
        return
    with quick_stretching():
        yield


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The PostgreSQL of a run goes as a whole at its end: dropping each database would wait for threads."""
    return on_postgresql()
