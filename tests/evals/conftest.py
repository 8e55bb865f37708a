"""Makes the evals, and the helpers beside this file, importable wherever pytest is started from."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]
