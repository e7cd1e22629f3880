"""Writes files of tensors with torch, numpy, joblib and h5py, and beside each what is in it as safetensors: python3 make.py

torch names the storages of its old format by their address, so torch_legacy.pt and tensor_in_pickle.pkl differ from run to run.
"""
import io, json, os, pickle, struct, sys
from collections import OrderedDict
import joblib
import h5py
import numpy as np
import torch

os.chdir(os.path.dirname(os.path.abspath(__file__)))
torch.manual_seed(3)
rng = np.random.default_rng(3)
NAMES = {"float64": "F64", "float32": "F32", "float16": "F16", "bfloat16": "BF16", "int64": "I64", "int32": "I32", "int16": "I16", "int8": "I8",
    "uint8": "U8", "uint16": "U16", "bool": "BOOL", "complex64": "C64"}


def expected(name, tensors):
    header, data = {}, b""
    for key, value in tensors.items():
        if isinstance(value, torch.Tensor):
            dtype, shape = str(value.dtype).split(".")[1], list(value.shape)
            value = value.detach().contiguous()
            raw = value.view(torch.int16).numpy().tobytes() if dtype == "bfloat16" else value.numpy().tobytes()
        else:
            value = np.asarray(value)
            value = value.astype(value.dtype.newbyteorder("<"))
            dtype, shape, raw = value.dtype.name, list(value.shape), value.tobytes("C")
        header[key] = {"dtype": NAMES[dtype], "shape": shape, "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    with open(name + ".expected", "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text + data)


base = torch.arange(24, dtype=torch.float32).reshape(4, 6)
state = OrderedDict([
    ("layer.weight", torch.randn(3, 4)), ("layer.bias", torch.nn.Parameter(torch.randn(3))), ("half", torch.randn(5).half()), ("brain", torch.randn(5).bfloat16()),
    ("double", torch.randn(2, 2, dtype=torch.float64)), ("count", torch.tensor(7)), ("flags", torch.tensor([True, False])), ("bytes", torch.tensor([1, 2, 255], dtype=torch.uint8)),
    ("transposed", base.t()), ("part", base[1:3, 2:5]), ("stepped", base[:, ::2]), ("shared", base), ("expanded", torch.tensor([[1.0], [2.0]]).expand(2, 3)),
    ("empty", torch.zeros(0, 3)), ("complex", torch.tensor([1 + 2j], dtype=torch.complex64)), ("short", torch.tensor([-1], dtype=torch.int16))])
torch.save(state, "torch_zip.pt")
torch.save(state, "torch_legacy.pt", _use_new_zipfile_serialization=False)
expected("torch_zip.pt", state)
expected("torch_legacy.pt", state)

model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
optimizer = torch.optim.Adam(model.parameters())
torch.save({"epoch": 3, "note": "first", "model": model.state_dict(), "optimizer": optimizer.state_dict()}, "checkpoint.pt")
expected("checkpoint.pt", {"model." + k: v for k, v in model.state_dict().items()})
torch.save(model, "whole.pt")
expected("whole.pt", model.state_dict())
with open("tensor_in_pickle.pkl", "wb") as f:
    pickle.dump({"w": base}, f, 2)
expected("tensor_in_pickle.pkl", {"w": base})

arrays = {"a": rng.standard_normal((3, 4)).astype("f4"), "fortran": np.asfortranarray(np.arange(12, dtype="i8").reshape(3, 4)), "big": np.arange(5, dtype=">i4"),
    "flags": np.array([True, False]), "nothing": np.zeros((0, 2), "f2"), "scalar": np.array(2.5), "deep": {"x": [np.arange(3, dtype="u2"), np.arange(2, dtype="i1")]}}
flat = {**{k: v for k, v in arrays.items() if k != "deep"}, "deep.x.0": arrays["deep"]["x"][0], "deep.x.1": arrays["deep"]["x"][1]}
for protocol in [2, 4, 5]:
    with open(f"numpy_{protocol}.pkl", "wb") as f:
        pickle.dump(arrays, f, protocol)
    expected(f"numpy_{protocol}.pkl", flat)
joblib.dump(arrays, "arrays.joblib")
expected("arrays.joblib", flat)
np.savez("plain.npz", **{k: v for k, v in arrays.items() if k != "deep"})
np.savez_compressed("packed.npz", **{k: v for k, v in arrays.items() if k != "deep"})
expected("plain.npz", {k: v for k, v in arrays.items() if k != "deep"})
expected("packed.npz", {k: v for k, v in arrays.items() if k != "deep"})
np.save("one.npy", arrays["fortran"])
expected("one.npy", {"array": arrays["fortran"]})


def datasets(path):
    found = {}
    with h5py.File(path, "r") as f:
        def visit(name, value):
            if isinstance(value, h5py.Dataset) and value.dtype.kind in "fiubc":
                found[name] = value[()]
        f.visititems(visit)
    return found


for name in ["shapes_earliest", "shapes_latest", "growing_earliest", "growing_latest", "sequential2", "sequential2_latest"]:
    expected(name + ".h5", datasets(f"../keras/{name}.h5"))


class Harmful:
    def __reduce__(self):
        return os.system, ("touch was_run",)


with open("harmful.pkl", "wb") as f:
    pickle.dump({"w": arrays["a"], "x": Harmful()}, f, 4)
expected("harmful.pkl", {"w": arrays["a"]})
