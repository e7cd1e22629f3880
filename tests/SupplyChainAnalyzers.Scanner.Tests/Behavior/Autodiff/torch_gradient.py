"""Gradients of ONNX models by torch's autograd, to compare with ours.

usage: torch_gradient.py RUNS < lines of "MODEL X DLOGITS DX BATCH"

Runs each model in torch, operator by operator, differentiates sum(logits * dlogits) with respect to the input and writes the
gradient to DX; a softmax at the end is left out. All arrays are raw float32. For each model it prints the best of RUNS times in
milliseconds, forward and backward together, on one thread.
"""
import sys
import time

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper

torch.set_num_threads(1)


def pairs(pads):
    return [p for a, b in reversed(list(zip(pads[: len(pads) // 2], pads[len(pads) // 2:]))) for p in (a, b)]


def pool(x, a, function, **more):
    pads = a.get("pads", [0, 0, 0, 0])
    x = F.pad(x, pairs(pads), value=more.pop("fill")) if any(pads) else x
    return function(x, a["kernel_shape"], a.get("strides", [1, 1]), ceil_mode=bool(a.get("ceil_mode", 0)))


def ints(t):
    return [int(v) for v in t.reshape(-1)]


def softmax(x, a, opset, function):
    axis = a.get("axis", 1 if opset < 13 else -1)
    return function(x, axis) if opset >= 13 else function(x.flatten(axis if axis > 0 else x.dim() + axis), -1).reshape(x.shape)


def mean(x, i, a):
    axes = a.get("axes", ints(i[1]) if len(i) > 1 else list(range(x.dim())))
    return x.mean(axes, keepdim=bool(a.get("keepdims", 1)))


def squeeze(x, axes):
    for axis in sorted((v % x.dim() for v in axes), reverse=True):
        x = x.squeeze(axis)
    return x


def unsqueeze(x, axes):
    rank = x.dim() + len(axes)
    for axis in sorted(v % rank for v in axes):
        x = x.unsqueeze(axis)
    return x


def cut(x, i):
    axes = ints(i[3]) if len(i) > 3 else range(len(i[1]))
    steps = ints(i[4]) if len(i) > 4 else [1] * len(i[1])
    places = [slice(None)] * x.dim()
    for start, end, axis, step in zip(ints(i[1]), ints(i[2]), axes, steps):
        places[axis] = slice(start, min(end, 2 ** 31), step)
    return x[tuple(places)]


def clip(x, i, a):
    low = i[1] if len(i) > 1 and i[1] is not None else a.get("min")
    high = i[2] if len(i) > 2 and i[2] is not None else a.get("max")
    return x.clamp(None if low is None else float(low), None if high is None else float(high))


def conv(i, a):
    x, pads = i[0], a.get("pads", [0, 0, 0, 0])
    if any(pads):
        x = F.pad(x, pairs(pads)) if pads[:2] != pads[2:] else x
    same = pads[:2] if pads[:2] == pads[2:] else 0
    return F.conv2d(x, i[1], i[2] if len(i) > 2 else None, a.get("strides", [1, 1]), same, a.get("dilations", [1, 1]), a.get("group", 1))


def gemm(i, a):
    left = i[0].T if a.get("transA", 0) else i[0]
    right = i[1].T if a.get("transB", 0) else i[1]
    y = a.get("alpha", 1.0) * (left @ right)
    return y + a.get("beta", 1.0) * i[2] if len(i) > 2 else y


def reshape(x, shape):
    return x.reshape([x.shape[k] if v == 0 else v for k, v in enumerate(ints(shape))])


def run(op, i, a, opset):
    x = i[0] if i else None
    simple = {
        "Relu": torch.relu, "Erf": torch.erf, "Sqrt": torch.sqrt, "Sigmoid": torch.sigmoid, "Tanh": torch.tanh, "Exp": torch.exp,
        "Identity": lambda v: v, "HardSwish": F.hardswish, "Neg": torch.neg, "Shape": lambda v: torch.tensor(v.shape),
        "GlobalAveragePool": lambda v: v.mean(list(range(2, v.dim())), keepdim=True),
    }
    if op in simple:
        return simple[op](x)
    binary = {"Add": torch.add, "Sub": torch.sub, "Mul": torch.mul, "Div": torch.div, "Pow": torch.pow, "MatMul": torch.matmul}
    if op in binary:
        return binary[op](x, i[1])
    if op == "Conv":
        return conv(i, a)
    if op == "Gemm":
        return gemm(i, a)
    if op == "MaxPool":
        return pool(x, a, F.max_pool2d, fill=float("-inf"))
    if op == "Transpose":
        return x.permute(*a["perm"])
    if op == "Flatten":
        return x.flatten(a.get("axis", 1))
    if op == "Reshape":
        return reshape(x, i[1])
    if op == "BatchNormalization":
        return F.batch_norm(x, i[3], i[4], i[1], i[2], False, 0.0, a.get("epsilon", 1e-5))
    if op == "LayerNormalization":
        return F.layer_norm(x, i[1].shape, i[1], i[2], a.get("epsilon", 1e-5))
    if op == "Concat":
        return torch.cat(i, a["axis"])
    if op == "Split":
        sizes = a.get("split") or (ints(i[1]) if len(i) > 1 else None)
        return x.split(sizes or x.shape[a.get("axis", 0)] // a["outputs"], a.get("axis", 0))
    if op == "Squeeze":
        return squeeze(x, a.get("axes") or ints(i[1]))
    if op == "Unsqueeze":
        return unsqueeze(x, a.get("axes") or ints(i[1]))
    if op == "ReduceMean":
        return mean(x, i, a)
    if op == "Softmax":
        return softmax(x, a, opset, torch.softmax)
    if op == "Gather":
        return x.index_select(a.get("axis", 0), i[1].reshape(-1)).reshape(x.shape[: a.get("axis", 0)] + i[1].shape + x.shape[a.get("axis", 0) + 1:])
    if op == "Slice":
        return cut(x, i)
    if op == "Clip":
        return clip(x, i, a)
    raise NotImplementedError(op)


def logits(graph, opset, weights, x):
    last = graph.node[-1]
    wanted = last.input[0] if last.op_type == "Softmax" else graph.output[0].name
    values = dict(weights)
    values[next(i.name for i in graph.input if i.name not in weights)] = x
    for node in graph.node:
        attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        attributes["outputs"] = len(node.output)
        if node.op_type == "Constant":
            results = torch.from_numpy(np.array(numpy_helper.to_array(attributes["value"])))
        else:
            results = run(node.op_type, [values[n] if n else None for n in node.input], attributes, opset)
        results = results if isinstance(results, (tuple, list)) else [results]
        values.update(zip(node.output, results))
        if wanted in node.output:
            return values[wanted]


for line in sys.stdin:
    path, x_path, seed_path, dx_path, batch = line.split()
    model = onnx.load(path)
    opset = next(o.version for o in model.opset_import if o.domain in ("", "ai.onnx"))
    shape = [d.dim_value for d in model.graph.input[0].type.tensor_type.shape.dim][1:]
    weights = {t.name: torch.from_numpy(np.array(numpy_helper.to_array(t))) for t in model.graph.initializer}
    x = torch.from_numpy(np.fromfile(x_path, np.float32).reshape([int(batch)] + shape))
    seed = torch.from_numpy(np.fromfile(seed_path, np.float32).reshape(int(batch), -1))
    best = float("inf")
    for _ in range(int(sys.argv[1])):
        leaf = x.clone().requires_grad_(True)
        start = time.perf_counter()
        y = logits(model.graph, opset, weights, leaf)
        y.backward(seed.reshape(y.shape))
        best = min(best, (time.perf_counter() - start) * 1000)
    leaf.grad.numpy().tofile(dx_path)
    print(f"{best:.3f}", flush=True)
