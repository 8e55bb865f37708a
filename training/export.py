"""Writes the small tagger as it ships, in eight bits: `python -m training.export STUDENT OUT`."""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.reading.tagger.features import Features
from training.student import Student

_NAMES = [*Features._fields, "roles", "entities"]
_EXAMPLE = 40  # words


def main() -> None:
    """Load, export, shrink."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("student", type=Path, help="weights that training.distil wrote")
    parser.add_argument("out", type=Path, help="the file that ships")
    parser.add_argument("--full", action="store_true", help="keep 32 bits")
    args = parser.parse_args()
    student = Student()
    student.load_state_dict(torch.load(args.student, weights_only=True))
    with tempfile.TemporaryDirectory() as home:
        whole = Path(home) / "whole.onnx"
        _export(student.eval(), whole)
        if args.full:
            args.out.write_bytes(whole.read_bytes())
        else:
            _shrink(whole, args.out)
    digest = hashlib.sha256(args.out.read_bytes()).hexdigest()
    args.out.with_name(f"{args.out.name}.sha256").write_text(f"{digest}  {args.out.name}\n", "utf-8")
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB, sha256 {digest}")


def _export(student: Student, out: Path) -> None:
    """Any number of words; embeddings in 16 bits."""
    for table in (student.pieces, student.endings, student.beginnings):
        table.half()
    one = torch.ones(1, _EXAMPLE, dtype=torch.long)
    given = (one.unsqueeze(-1).repeat(1, 1, 6), one, one, one)
    torch.onnx.export(
        student, given, str(out), dynamo=False, opset_version=17,
        input_names=_NAMES[:4], output_names=_NAMES[4:], dynamic_axes={name: {1: "words"} for name in _NAMES},
    )  # fmt: skip


def _shrink(whole: Path, out: Path) -> None:
    """Matrices in eight bits, each column with a scale of its own; sums stay exact."""
    quantize_dynamic(whole, out, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm"])
    onnx.checker.check_model(onnx.load(out))


if __name__ == "__main__":
    main()
