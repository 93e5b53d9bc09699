"""What goes along with better and harder days."""

import os

# A page is worked out in one thread. The linear algebra below numpy would take all cores and wait for them
# spinning, which on a busy machine made one look cost fifty times as much. It is read when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
