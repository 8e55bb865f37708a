"""Writes the encoder as it ships, in eight bits: `python -m training.meaning_export START TRAINED OUT`."""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.meaning import Network

_HEADS = {"stance": "entails", "reception": "reception", "passage": "passage", "weakens": "weakens"}
"""The heads that ship, and what each was taught on: how two statements stand is told best by what entails what."""

_EXAMPLE = 24  # pieces


class Shipped(nn.Module):
    """One text, or one pair, in; both vectors and the scores of every head that ships, out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, sides: Tensor) -> tuple[Tensor, ...]:
        """There is nothing to fill up: a text is alone."""
        hidden = self.network.body(input_ids=pieces, token_type_ids=sides).last_hidden_state
        mean = hidden.mean(1)
        both = torch.cat([hidden[:, 0], mean], -1)
        scores = (self.network.heads[name](both) for name in _HEADS.values())
        return (self.network.about(mean), self.network.says(mean), *scores)


def main() -> None:
    """Load, export, shrink."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("start", type=Path, help="folder with the pretrained weights")
    parser.add_argument("trained", type=Path, help="weights that training.meaning_stories wrote")
    parser.add_argument("out", type=Path, help="the file that ships")
    args = parser.parse_args()
    network = Network(args.start)
    network.load_state_dict(torch.load(args.trained, weights_only=True))
    with tempfile.TemporaryDirectory() as home:
        whole = Path(home) / "whole.onnx"
        _export(Shipped(network.eval()).eval(), whole)
        _shrink(whole, args.out)
    digest = hashlib.sha256(args.out.read_bytes()).hexdigest()
    args.out.with_name(f"{args.out.name}.sha256").write_text(f"{digest}  {args.out.name}\n", "utf-8")
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB, sha256 {digest}")


def _export(shipped: Shipped, out: Path) -> None:
    """Any number of pieces."""
    one = torch.ones(1, _EXAMPLE, dtype=torch.long)
    names = ["pieces", "sides"]
    torch.onnx.export(
        shipped, (one, torch.zeros_like(one)), str(out), dynamo=False, opset_version=17,
        input_names=names, output_names=["about", "says", *_HEADS], dynamic_axes={name: {1: "n"} for name in names},
    )  # fmt: skip


def _shrink(whole: Path, out: Path) -> None:
    """Matrices and embeddings in eight bits, each column with a scale of its own; sums stay exact."""
    kinds = ["MatMul", "Gemm", "Gather"]
    # The exporter leaves some results without a type: they are single floats.
    quantize_dynamic(
        whole, out, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip
    onnx.checker.check_model(onnx.load(out))


if __name__ == "__main__":
    main()
