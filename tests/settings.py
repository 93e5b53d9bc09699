"""The settings of the program, pointed at a home of this run alone before they are read."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def _base() -> Path:
    """One folder for the whole run: made by the first process, shared by its workers, gone at the end."""
    given = os.environ.get("STEPWELL_TEST_BASE")
    if given:
        return Path(given)
    base = Path(tempfile.mkdtemp(prefix="stepwell-test-"))
    base.chmod(0o755)
    os.environ["STEPWELL_TEST_BASE"] = str(base)
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    return base


for _name in [name for name in os.environ if name.startswith("STEPWELL_") and "_TEST_" not in name]:
    del os.environ[_name]

BASE = _base()
os.environ["STEPWELL_HOME"] = str(BASE / os.environ.get("PYTEST_XDIST_WORKER", "main"))

if os.environ.get("STEPWELL_TEST_DATABASE", "sqlite") == "postgresql":
    from tests.postgres import database_url

    os.environ["STEPWELL_DATABASE"] = database_url(BASE, "stepwell")
    os.environ["STEPWELL_SESSIONS"] = database_url(BASE, "stepwell_sessions")

from stepwell.site.settings import *  # noqa: E402, F403  (the environment above must come first)
from stepwell.site.settings import DATABASES, STORAGES, TEMPLATES  # noqa: E402

# Files, not memory: the same journal, locks and readers beside a writer that people's rows meet.
for _alias, _settings in DATABASES.items():
    if "sqlite3" in _settings["ENGINE"]:
        _settings["TEST"] = {"NAME": str(BASE / f"test-{_alias}.sqlite3")}

# Templates may name their files without a `collectstatic` having run.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


class NoSuchName(str):
    """A page that prints a name which nobody gave it fails its test instead of showing a hole."""

    def __contains__(self, part: str) -> bool:
        return part == "%s"

    def __mod__(self, name: object) -> str:
        raise LookupError(f"A template prints {name}, and nobody gave it that")


TEMPLATES = [
    engine | {"OPTIONS": engine["OPTIONS"] | {"string_if_invalid": NoSuchName()}} for engine in TEMPLATES
]
