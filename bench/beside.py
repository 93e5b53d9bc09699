"""One piece of work in another home, in a process of its own. Prints what it took as a line of JSON.

python -m bench.beside back_up FILE PUBLIC_KEY | bring_back FILE KEY_FILE
"""

import json
import os
import resource
import sys
from pathlib import Path
from time import perf_counter


def main(verb: str, file: Path, key: str) -> None:
    import django

    django.setup()
    from stepwell.site import agekeys, backups
    from stepwell.site.prepare import migrate

    given = agekeys.read_recipient(key) if verb == "back_up" else agekeys.read_key(Path(key))
    began, cpu = perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    if verb == "back_up":
        counts = backups.back_up(file, given)
    else:
        counts = backups.bring_back(file, given)[0]
        migrate()
    seconds, spent = perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    took = {
        "rows": sum(counts.values()),
        "seconds": seconds,
        "cpu": spent.ru_utime + spent.ru_stime - cpu.ru_utime - cpu.ru_stime,
        "most": spent.ru_maxrss * 1024,
    }
    sys.stdout.write(json.dumps(took) + "\n")


if __name__ == "__main__":
    os.umask(0o077)
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
