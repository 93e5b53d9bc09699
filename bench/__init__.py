"""Measurements, each one command: `make bench`, or `python -m bench NAME…` for some."""

import os

# As every process of Stepwell that loads numpy has it (insight/patterns), also where it is loaded here first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
