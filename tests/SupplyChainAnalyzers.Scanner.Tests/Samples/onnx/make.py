"""Small ONNX models from onnx and torch: python3 make.py, in this folder. Seeds are fixed, outputs are committed."""
import io
import warnings

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

warnings.filterwarnings("ignore")
torch.manual_seed(7)
rng = np.random.default_rng(7)
F = TensorProto.FLOAT


def value(name, shape, kind=F):
    return helper.make_tensor_value_info(name, kind, shape)


def save(name, graph, opsets=(("", 15),), functions=(), **more):
    model = helper.make_model(
        graph, producer_name="make", functions=list(functions), opset_imports=[helper.make_opsetid(d, v) for d, v in opsets], **more)
    onnx.checker.check_model(model)
    onnx.save(model, name)


def weights(name, *shape, kind=np.float32):
    return numpy_helper.from_array(rng.standard_normal(shape).astype(kind), name)


def export(name, module, *inputs, **more):
    buffer = io.BytesIO()
    torch.onnx.export(module.eval(), inputs, buffer, opset_version=13, **more)
    open(name, "wb").write(buffer.getvalue())


class Branches(torch.nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            return x * 2
        y = x
        for _ in range(3):
            y = y + 1
        return y


save("mlp.onnx", helper.make_graph(
    [helper.make_node("Gemm", ["x", "w", "b"], ["h"], "dense"), helper.make_node("Relu", ["h"], ["y"], "relu")],
    "mlp", [value("x", [1, 4])], [value("y", [1, 8])], [weights("w", 4, 8), weights("b", 8)], doc_string="Two layers."))
save("loop.onnx", helper.make_graph(
    [helper.make_node("Constant", [], ["n"], value=helper.make_tensor("n", TensorProto.INT64, [], [3])),
     helper.make_node("Constant", [], ["c"], value=helper.make_tensor("c", TensorProto.BOOL, [], [1])),
     helper.make_node("Loop", ["n", "c", "x"], ["y"], "loop", body=helper.make_graph(
         [helper.make_node("Add", ["a", "a"], ["a2"], "twice"), helper.make_node("Identity", ["k"], ["k2"])],
         "body", [value("i", [], TensorProto.INT64), value("k", [], TensorProto.BOOL), value("a", [2])], [value("k2", [], TensorProto.BOOL), value("a2", [2])]))],
    "loop", [value("x", [2])], [value("y", [2])]))
save("function.onnx", helper.make_graph(
    [helper.make_node("Swiglu", ["x"], ["y"], "f", domain="local")], "g", [value("x", [2])], [value("y", [2])]),
    (("", 15), ("local", 1)),
    [helper.make_function("local", "Swiglu", ["x"], ["y"], [helper.make_node("Sigmoid", ["x"], ["s"]), helper.make_node("Mul", ["x", "s"], ["y"])], [helper.make_opsetid("", 15)])])
save("types.onnx", helper.make_graph(
    [helper.make_node("Identity", ["f16"], ["y"], "id")], "types", [], [value("y", [3], TensorProto.FLOAT16)],
    [weights("f16", 3, kind=np.float16), weights("f64", 2, 3, kind=np.float64),
     helper.make_tensor("strings", TensorProto.STRING, [2], [b"cat", b"dog"]), helper.make_tensor("bf16", TensorProto.BFLOAT16, [3], [1.0, 2.0, 3.0]),
     helper.make_tensor("c64", TensorProto.COMPLEX64, [2], [1 + 2j, 3j]), helper.make_tensor("i8", TensorProto.INT8, [4], [1, -2, 3, -4]),
     helper.make_tensor("u64", TensorProto.UINT64, [2], [1, 2 ** 63]), helper.make_tensor("empty", TensorProto.FLOAT, [0], []),
     helper.make_tensor("scalar", TensorProto.INT64, [], [7]), helper.make_tensor("b", TensorProto.BOOL, [2], [True, False])],
    sparse_initializer=[helper.make_sparse_tensor(helper.make_tensor("sp", F, [2], [1.0, 2.0]), helper.make_tensor("ix", TensorProto.INT64, [2], [0, 5]), [3, 3])]))
save("trees.onnx", helper.make_graph(
    [helper.make_node("TreeEnsembleClassifier", ["x"], ["label", "p"], "trees", domain="ai.onnx.ml",
                      class_ids=[0, 1], class_nodeids=[1, 2], class_treeids=[0, 0], class_weights=[1.0, 1.0], classlabels_strings=["ham", "spam"],
                      nodes_falsenodeids=[2, 0, 0], nodes_featureids=[0, 0, 0], nodes_hitrates=[1.0] * 3, nodes_missing_value_tracks_true=[0] * 3,
                      nodes_modes=["BRANCH_LEQ", "LEAF", "LEAF"], nodes_nodeids=[0, 1, 2], nodes_treeids=[0] * 3, nodes_truenodeids=[1, 0, 0], nodes_values=[0.5, 0.0, 0.0])],
    "trees", [value("x", [1, 2])], [value("label", [1], TensorProto.STRING), value("p", [1, 2])]), (("", 15), ("ai.onnx.ml", 2)))

external = helper.make_graph([helper.make_node("Identity", ["w"], ["y"])], "external", [], [value("y", [4, 4])], [weights("w", 4, 4)])
tensor = external.initializer[0]
onnx.external_data_helper.set_external_data(tensor, "weights.bin", 0, 64)
tensor.ClearField("raw_data")
onnx.save(helper.make_model(external, opset_imports=[helper.make_opsetid("", 15)]), "external.onnx")

export("conv.onnx", torch.nn.Sequential(torch.nn.Conv2d(1, 4, 3), torch.nn.BatchNorm2d(4), torch.nn.ReLU(), torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(4, 3)), torch.randn(1, 1, 8, 8))
export("lstm.onnx", torch.nn.LSTM(4, 6), torch.randn(3, 1, 4))
export("attention.onnx", torch.nn.TransformerEncoderLayer(8, 2, 16), torch.randn(3, 1, 8))
export("branches.onnx", torch.jit.script(Branches()), torch.ones(2))
