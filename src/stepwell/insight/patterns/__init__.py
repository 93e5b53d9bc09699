"""Patterns rather than isolated incidents, with honest uncertainty."""

import os

# One thread: the same bytes on every machine, and no core that waits for another by spinning, which on a busy
# machine made one look cost fifty times as much. Read when numpy is loaded; whoever has set it keeps theirs.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
