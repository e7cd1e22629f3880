"""
Exports a trained model of this folder with a past, as tools for decoders do, with the names they give.

    python3 past.py d002

Writes d002/past.onnx (input_ids, attention_mask, position_ids, past_key_values.N.key and .value; logits, present.N.key and .value) and
d002/merged.onnx: one graph for the first token and those after it, chosen by use_cache_branch, with a past of 16 bits. Needs torch 1.13, onnx.
"""
import os
import sys

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from make import HEADS, LENGTH, WIDTH, Model

LAYERS = 2
PAST = [f"{layer}.{part}" for layer in range(LAYERS) for part in ("key", "value")]


class WithPast(torch.nn.Module):
    """The model with what it knows of earlier tokens going in and out."""

    def __init__(self, model, half):
        super().__init__()
        self.model, self.half = model, half

    def forward(self, input_ids, attention_mask, position_ids, *past):
        length = input_ids.shape[1]
        total = attention_mask.shape[1]
        mask = self.model.mask[total - length:total, :total] + (1 - attention_mask[:, None, None, :]) * -1e4
        x, present = self.model.token(input_ids) + self.model.place(position_ids), []
        for i, layer in enumerate(self.model.layers):
            x, own = layer(x, mask, tuple(one.float() for one in past[2 * i:2 * i + 2]))
            present += [one.half() if self.half else one for one in own]
        return (self.model.norm(x) @ self.model.token.weight.T, *present)


def load(path):
    """The model of make.py back out of its export: matrices have lost their names there and keep their order."""
    graph = onnx.load(path).graph
    weights = {one.name: torch.tensor(numpy_helper.to_array(one)) for one in graph.initializer}
    matrices = iter([weights[name] for name in weights if name.startswith("onnx::MatMul")])
    model = Model(weights["token.weight"].shape[0])
    state = model.state_dict()
    state.update({name: weights[name] for name in state if name in weights})
    for layer in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            state[f"layers.{layer}.{part}.weight"] = next(matrices).T
    model.load_state_dict(state)
    return model.eval()


def export(model, path, has_past, half):
    batch, length, before = 2, 3, 5 if has_past else 0
    past = [torch.zeros(batch, HEADS, before, WIDTH // HEADS, dtype=torch.half if half else torch.float) for _ in PAST] if has_past else []
    inputs = (torch.ones(batch, length, dtype=torch.long), torch.ones(batch, before + length, dtype=torch.long), torch.arange(before, before + length).repeat(batch, 1), *past)
    axes = {"input_ids": {0: "batch", 1: "length"}, "attention_mask": {0: "batch", 1: "total"}, "position_ids": {0: "batch", 1: "length"}, "logits": {0: "batch", 1: "length"}}
    axes |= {f"past_key_values.{one}": {0: "batch", 2: "past"} for one in PAST} | {f"present.{one}": {0: "batch", 2: "total"} for one in PAST}
    torch.onnx.export(WithPast(model, half), inputs, path, opset_version=14, dynamic_axes=axes, output_names=["logits", *(f"present.{one}" for one in PAST)],
                      input_names=["input_ids", "attention_mask", "position_ids", *([f"past_key_values.{one}" for one in PAST] if has_past else [])])


def branch(path, prefix, shared):
    """A graph as a branch: its own names get a prefix, weights move out and are shared."""
    graph = onnx.load(path).graph
    names = {one.name: one.name for one in graph.input}
    for one in graph.initializer:
        names[one.name] = shared.setdefault((tuple(one.dims), one.data_type, numpy_helper.to_array(one).tobytes()), f"weight_{len(shared)}")
    for node in graph.node:
        for name in node.output:
            names.setdefault(name, prefix + name)
        node.name = prefix + node.name
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names[name] for name in node.output]
    outputs = [helper.make_empty_tensor_value_info(names[one.name]) for one in graph.output]
    return helper.make_graph(graph.node, prefix + "branch", [], outputs)


def merge(first, later, path):
    shared = {}
    model = onnx.load(later)
    then, otherwise = branch(later, "later_", shared), branch(first, "first_", shared)
    weights = [numpy_helper.from_array(numpy.frombuffer(data, helper.mapping.TENSOR_TYPE_TO_NP_TYPE[kind]).reshape(dims), name) for (dims, kind, data), name in shared.items()]
    choice = helper.make_node("If", ["use_cache_branch"], [one.name for one in model.graph.output], then_branch=then, else_branch=otherwise)
    inputs = [*model.graph.input, helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1])]
    merged = helper.make_model(helper.make_graph([choice], "merged", inputs, model.graph.output, weights), opset_imports=model.opset_import, ir_version=model.ir_version)
    onnx.checker.check_model(merged)
    onnx.save(merged, path)


if __name__ == "__main__":
    folder = sys.argv[1]
    model = load(os.path.join(folder, "model.onnx"))
    export(model, os.path.join(folder, "past.onnx"), True, False)
    export(model, os.path.join(folder, "first.tmp"), False, True)
    export(model, os.path.join(folder, "later.tmp"), True, True)
    merge(os.path.join(folder, "first.tmp"), os.path.join(folder, "later.tmp"), os.path.join(folder, "merged.onnx"))
    os.remove(os.path.join(folder, "first.tmp"))
    os.remove(os.path.join(folder, "later.tmp"))
