"""Stepwell itself, set up once in this process on a home that lasts as long as the run."""

import os
from pathlib import Path


def open_house(base: Path) -> Path:
    """Its home. Whatever the environment says of another home or database is passed over."""
    for name in [name for name in os.environ if name.startswith(("STEPWELL_", "DJANGO_"))]:
        del os.environ[name]
    home = base / "home"
    os.environ["STEPWELL_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "stepwell.site.settings"
    os.umask(0o077)
    import django

    django.setup()
    from stepwell.site.prepare import prepare

    prepare()
    return home
