"""Writes the Keras and HDF5 samples of this folder with h5py and the standard library: python3 make.py

Files in the latest HDF5 format hold the time they were made, so they differ from run to run.

The configurations have the shape that Keras 2.11, 2.15, tf.keras and Keras 3.8 write. Those that reach for something name harmless
targets, and the byte code returns its argument or runs true.
"""
import base64, io, json, marshal, os, pickle, zipfile
import h5py
import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
rng = np.random.default_rng(7)
CODE = base64.b64encode(marshal.dumps(compile("lambda x: x", "<lambda>", "eval").co_consts[0])).decode()


def keras2(class_name, config, **more):
    return {"class_name": class_name, "config": config, **more}


def keras3(class_name, config, module="keras.layers", registered=None, **more):
    return {"module": module, "class_name": class_name, "config": config, "registered_name": registered, **more}


def dense2(name, units=3):
    return keras2("Dense", {"name": name, "trainable": True, "dtype": "float32", "units": units, "activation": "relu", "use_bias": True,
        "kernel_initializer": keras2("GlorotUniform", {"seed": None}), "bias_initializer": keras2("Zeros", {}),
        "kernel_regularizer": None, "bias_regularizer": None, "activity_regularizer": None, "kernel_constraint": None, "bias_constraint": None})


def dense3(name, units=3):
    return keras3("Dense", {"name": name, "trainable": True, "dtype": keras3("DTypePolicy", {"name": "float32"}, "keras"), "units": units,
        "activation": "relu", "use_bias": True, "kernel_initializer": keras3("GlorotUniform", {"seed": None}, "keras.initializers"),
        "bias_initializer": keras3("Zeros", {}, "keras.initializers"), "kernel_regularizer": None, "bias_regularizer": None,
        "kernel_constraint": None, "bias_constraint": None}, build_config={"input_shape": [None, 4]})


def sequential2(*layers):
    return keras2("Sequential", {"name": "sequential", "layers": [keras2("InputLayer", {"batch_input_shape": [None, 4], "dtype": "float32", "sparse": False, "ragged": False, "name": "dense_input"}), *layers]})


def sequential3(*layers):
    return keras3("Sequential", {"name": "sequential", "trainable": True, "dtype": keras3("DTypePolicy", {"name": "float32"}, "keras"),
        "layers": [keras3("InputLayer", {"batch_shape": [None, 4], "dtype": "float32", "sparse": False, "name": "input_layer"}), *layers],
        "build_input_shape": [None, 4]}, "keras", build_config={"input_shape": [None, 4]},
        compile_config={"optimizer": keras3("Adam", {"name": "adam", "learning_rate": 0.001, "beta_1": 0.9}, "keras.optimizers"),
            "loss": "mse", "loss_weights": None, "metrics": ["accuracy"], "run_eagerly": False, "jit_compile": True})


def functional3(*layers):
    return keras3("Functional", {"name": "functional", "trainable": True, "layers": [
        keras3("InputLayer", {"batch_shape": [None, 4], "dtype": "float32", "sparse": False, "name": "in"}, name="in", inbound_nodes=[]), *layers],
        "input_layers": [["in", 0, 0]], "output_layers": [["out", 0, 0]]}, "keras.src.models.functional", "Functional", build_config={"input_shape": None})


TRAINING = {"loss": "mse", "metrics": [[keras2("MeanMetricWrapper", {"name": "accuracy", "dtype": "float32", "fn": "binary_accuracy"})]], "weighted_metrics": None,
    "optimizer_config": keras2("Custom>Adam", {"name": "Adam", "weight_decay": None, "clipnorm": None, "learning_rate": 0.001})}


def fill(f, names):
    group = f.create_group("model_weights")
    group.attrs["layer_names"] = [n.encode() for n in names]
    group.attrs["backend"] = b"tensorflow"
    group.attrs["keras_version"] = b"2.15.0"
    for name in names:
        layer = group.create_group(name)
        layer.attrs["weight_names"] = [f"{name}/kernel:0".encode(), f"{name}/bias:0".encode()]
        layer.create_dataset(f"{name}/kernel:0", data=rng.standard_normal((4, 3)).astype("f4"))
        layer.create_dataset(f"{name}/bias:0", data=np.zeros(3, "f4"))


def h5(name, config, training=TRAINING, libver=None, **more):
    with h5py.File(name, "w", libver=libver, **more) as f:
        f.attrs["keras_version"] = b"2.15.0"
        f.attrs["backend"] = b"tensorflow"
        f.attrs["model_config"] = json.dumps(config).encode()
        if training:
            f.attrs["training_config"] = json.dumps(training).encode()
        fill(f, ["dense", "dense_1"])


def weights():
    stream = io.BytesIO()
    with h5py.File(stream, "w") as f:
        layer = f.create_group("layers/dense/vars")
        layer.create_dataset("0", data=rng.standard_normal((4, 3)).astype("f4"))
        layer.create_dataset("1", data=np.zeros(3, "f4"))
        f.create_group("_layer_checkpoint_dependencies")
    return stream.getvalue()


def keras(name, config, *more):
    with zipfile.ZipFile(name, "w") as z:
        for member, content in [("metadata.json", json.dumps({"keras_version": "3.8.0", "date_saved": "2025-02-01@10:00:00"})), ("config.json", json.dumps(config)), ("model.weights.h5", weights()), *more]:
            z.writestr(zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0)), content)


# Models as they are.
h5("sequential2.h5", sequential2(dense2("dense"), dense2("dense_1")))
h5("sequential2_latest.h5", sequential2(dense2("dense"), dense2("dense_1")), libver="latest")
h5("sequential3.h5", sequential3(dense3("dense"), dense3("dense_1")), None)
h5("user_block.h5", sequential2(dense2("dense"), dense2("dense_1")), userblock_size=512)
h5("operators2.h5", sequential2(keras2("TFOpLambda", {"name": "tf.math.multiply", "trainable": True, "dtype": "float32", "function": "math.multiply"}),
    keras2("SlicingOpLambda", {"name": "tf.__operators__.getitem", "trainable": True, "dtype": "float32", "function": "__operators__.getitem"}),
    keras2("TFOpLambda", {"name": "tf.reshape", "trainable": True, "dtype": "float32", "function": "reshape"})))
keras("sequential3.keras", sequential3(dense3("dense")))
keras("custom3.keras", sequential3(dense3("dense"), keras3("Gate", {"units": 3}, None, "MyLayers>Gate")))

# Models that reach for more than they need.
h5("lambda2.h5", sequential2(keras2("Lambda", {"name": "lambda", "trainable": True, "dtype": "float32", "function": keras2("__tuple__", None, items=[CODE + "\n", None, None]),
    "function_type": "lambda", "module": "__main__", "output_shape": None, "output_shape_type": "raw", "output_shape_module": None, "arguments": {}})))
SYSTEM = base64.b64encode(marshal.dumps(compile("lambda x: __import__('os').system('true')", "<lambda>", "eval").co_consts[0])).decode()
h5("lambda_system.h5", sequential2(keras2("Lambda", {"name": "lambda", "function": [SYSTEM, None, None], "function_type": "lambda"})))
h5("lambda3.h5", sequential3(keras3("Lambda", {"name": "lambda", "function": keras2("__lambda__", {"code": CODE + "\n", "defaults": None, "closure": None}), "arguments": {}})))
keras("function3.keras", functional3(keras3("function", "system", "os", "function", name="out", inbound_nodes=[{"args": ["true"], "kwargs": {}}])))

# HDF5 as a format.
with h5py.File("external_link.h5", "w") as f:
    f["weights"] = h5py.ExternalLink("/etc/hostname", "/data")
with h5py.File("external_near.h5", "w", libver="latest") as f:
    f["weights"] = h5py.ExternalLink("part2.h5", "/data")
with h5py.File("external_data.h5", "w") as f:
    f.create_dataset("weights", (16,), "u1", external=[("../../secret.bin", 0, 16)])
with h5py.File("virtual.h5", "w", libver="latest") as f:
    layout = h5py.VirtualLayout((2, 8), "f4")
    layout[0] = h5py.VirtualSource("/etc/passwd", "a", (8,))
    layout[1] = h5py.VirtualSource(".", "b", (8,))
    f.create_virtual_dataset("weights", layout)
for libver in ["earliest", "latest"]:
    with h5py.File(f"shapes_{libver}.h5", "w", libver=libver) as f:
        f.create_dataset("compact/scalar", data=np.float64(2.5))
        f.create_dataset("big_endian", data=np.arange(6, dtype=">i4").reshape(2, 3))
        f.create_dataset("half", data=np.linspace(0, 1, 8, dtype="f2"))
        f.create_dataset("flags", data=np.array([True, False, True]))
        f.create_dataset("complex", data=np.array([1 + 2j], "c8"))
        f.create_dataset("texts", data=["one", "two"], dtype=h5py.string_dtype())
        f.create_dataset("chunked", data=np.arange(7 * 5, dtype="i2").reshape(7, 5), chunks=(3, 2))
        f.create_dataset("deflated", data=np.arange(7 * 5 * 3, dtype="f4").reshape(7, 5, 3), chunks=(2, 3, 3), compression="gzip", shuffle=True, fletcher32=True)
        f.create_dataset("lzf", data=np.arange(100, dtype="i4") // 7, chunks=(30,), compression="lzf")
        f.create_dataset("single", data=np.arange(12, dtype="u1").reshape(3, 4), chunks=(3, 4), compression="gzip")
        f["named_type"] = np.dtype("f4")
        f.create_dataset("named", data=np.arange(3, dtype="f4"), dtype=f["named_type"])
        for i in range(40):
            f[f"many/group_{i:02}"] = h5py.SoftLink("/half")
            f["many"].attrs[f"attribute_{i:02}"] = i
    with h5py.File(f"growing_{libver}.h5", "w", libver=libver) as f:
        f.create_dataset("growing", data=np.arange(45, dtype="i4").reshape(15, 3), chunks=(1, 2), maxshape=(None, 3))
        f.create_dataset("growing_across", data=np.arange(45, dtype="i4").reshape(3, 15), chunks=(2, 1), maxshape=(3, None), compression="gzip")
        f.create_dataset("growing_both", data=np.arange(30, dtype="i4").reshape(5, 6), chunks=(2, 2), maxshape=(None, None))
with h5py.File("pickles.h5", "w") as f:
    harmful = b"cos\nsystem\n(S'true'\ntR."
    f.attrs["pandas_type"] = b"frame"
    f.attrs["values"] = np.void(pickle.dumps({"a": 1}, 2))
    f["objects"] = np.void(harmful)
    lists = f.create_dataset("list", (1,), h5py.vlen_dtype("u1"))
    lists[0] = np.frombuffer(harmful, "u1")
