"""wcafe plans the rounds of a World Café, keeps what the tables say and prints the synthesis."""

import os

# numpy never multiplies matrices here, and 50 ms of a start went into threads for it
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
