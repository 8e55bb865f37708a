"""Models as they ship: loaded once in a process, on one thread, so that sums are made in one order."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import onnxruntime


@cache
def session(package: str, file: str) -> onnxruntime.InferenceSession:
    """The model of a file among the weights of a package."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.set_denormal_as_zero", "1")
    data = files(package).joinpath("weights", file).read_bytes()
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
