"""The least that the vault needs, for running its tests while other rooms are being built."""

from pathlib import Path

from stepwell.site.databases import newest_sqlite, sqlite

newest_sqlite()
SECRET_KEY = "tests only"
PEPPER = bytes(range(32))
USE_TZ = True
INSTALLED_APPS = ["stepwell.ground.privacy", "stepwell.ground.vault"]
DATABASES = {"default": sqlite(Path(":memory:"), wal=False), "sessions": sqlite(Path(":memory:"), wal=False)}
DATABASE_ROUTERS = ["stepwell.site.databases.Stores"]
