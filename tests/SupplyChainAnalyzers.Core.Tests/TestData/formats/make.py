"""Makes the files of this folder. Each is named <format id>.<what it shows>.<extension>.

The first part (real) lets the real library write them; Debian: python3-torch python3-onnx python3-h5py python3-numpy
python3-joblib python3-sklearn python3-msgpack python3-sentencepiece python3-xgboost python3-lz4 python3-zstandard 7zip.
The second part (by hand) follows a published layout where no library is to be had; each says which.

    python3 make.py            writes what is missing
    python3 make.py --again    writes everything anew (libraries put clocks and versions into some files)
"""
import bz2, gzip, io, json, lzma, os, pickle, struct, subprocess, sys, tarfile, tempfile, zipfile, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
AGAIN = "--again" in sys.argv


def save(name, content):
    path = os.path.join(HERE, name)
    if AGAIN or not os.path.exists(path):
        with open(path, "wb") as out:
            out.write(content)


def written(write, suffix=""):
    """Bytes of the file that write(path) makes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model" + suffix)
        write(path)
        with open(path, "rb") as made:
            return made.read()


class Calls:
    """What a hostile pickle looks like; the command is harmless."""

    def __reduce__(self):
        return os.system, ("true",)


# ---- real -----------------------------------------------------------------------------------------------------------

def pickles():
    data = {"weights": [0.5, -1.25, 3.0], "name": "ünicode", "nested": {"a": (1, 2, 3), "b": None}}
    for protocol in range(6):
        save(f"pickle.data-protocol{protocol}.pkl", pickle.dumps(data, protocol))
        save(f"pickle.call-protocol{protocol}.pkl", pickle.dumps(Calls(), protocol))
    save("pickle.numbers-protocol0.pkl", pickle.dumps([i / 7 for i in range(600)], 0))
    save("pickle.in-a-row.pkl", pickle.dumps([1, 2], 2) + pickle.dumps({"a": 1}, 2))
    # A broken end stops the scanner, not the loader: the call came first.
    save("pickle.call-then-broken.pkl", b"cos\nsystem\n(S'true'\ntR\xff\xff no such opcode")
    save("pickle.inst.pkl", b"(S'true'\nios\nsystem\n.")
    save("pickle.obj.pkl", b"(cos\nsystem\nS'true'\no.")
    # A pickle first, a zip behind it: the loader that reads from the front executes it.
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("config.json", "{}")
    save("pickle.before-zip.bin", pickle.dumps(Calls(), 2) + archive.getvalue())


def numpy_files():
    import numpy as np

    def array(value, **more):
        out = io.BytesIO()
        np.lib.format.write_array(out, value, **more)
        return out.getvalue()

    save("npy.float32.npy", array(np.arange(6, dtype="<f4").reshape(2, 3)))
    save("npy.version2.npy", array(np.arange(3, dtype="<i8"), version=(2, 0)))
    save("npy.fields.npy", array(np.zeros(2, dtype=[("x", "<f4"), ("label", "S8")])))
    save("npy-object.call.npy", array(np.array([Calls()], dtype=object), allow_pickle=True))
    save("npy-object.field.npy", array(np.zeros(1, dtype=[("x", "<f4"), ("o", object)]), allow_pickle=True))
    for name, write in (("stored", np.savez), ("deflated", np.savez_compressed)):
        out = io.BytesIO()
        write(out, x=np.arange(6.0), y=np.ones(3, dtype="<i4"))
        save(f"npz.{name}.npz", out.getvalue())
    # Its pickle is stored right behind the first line feed, which makes all before it look like one opcode of protocol 0.
    out = io.BytesIO()
    np.savez(out, x=np.array([Calls()], dtype=object))
    save("npz.of-objects.npz", out.getvalue())


def joblib_files():
    import joblib
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression().fit(np.array([[0.0], [1.0], [2.0], [3.0]]), [0, 0, 1, 1])
    save("joblib.sklearn.joblib", written(lambda path: joblib.dump(model, path)))
    for method, found in (("zlib", "zlib"), ("gzip", "gzip"), ("bz2", "bzip2"), ("xz", "xz"), ("lzma", "lzma"), ("lz4", "lz4")):
        save(f"{found}.joblib.joblib", written(lambda path: joblib.dump(model, path, compress=(method, 3))))


def torch_files():
    import torch

    torch.manual_seed(1)
    small, large = torch.nn.Linear(3, 2), torch.nn.Linear(60, 40)
    save("pytorch.state-dict.pt", written(lambda path: torch.save(small.state_dict(), path)))
    save("pytorch.larger-than-head.pt", written(lambda path: torch.save(large.state_dict(), path)))
    save("pytorch.module.pth", written(lambda path: torch.save(small, path)))
    save("pytorch-legacy.state-dict.pt", written(lambda path: torch.save(small.state_dict(), path, _use_new_zipfile_serialization=False)))
    save("torchscript.small.pt", written(lambda path: torch.jit.script(small).save(path)))
    save("torchscript.larger-than-head.pt", written(lambda path: torch.jit.script(large).save(path)))
    save("onnx.exported.onnx", written(lambda path: torch.onnx.export(small, torch.zeros(1, 3), path)))


def onnx_files():
    import onnx
    from onnx import helper, TensorProto

    value = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Relu", ["x"], ["y"])], "g", [value("x")], [value("y")])
    model = helper.make_model(graph)
    save("onnx.no-producer.onnx", model.SerializeToString())
    model.producer_name = "by hand"
    model.doc_string = "why this model exists\n" * 300
    save("onnx.long-doc-string.onnx", model.SerializeToString())
    reordered = onnx.ModelProto(graph=graph).SerializeToString() + onnx.ModelProto(ir_version=8).SerializeToString()
    save("onnx.graph-first.onnx", reordered + onnx.ModelProto(opset_import=[helper.make_opsetid("", 13)]).SerializeToString())
    weights = helper.make_tensor("w", TensorProto.FLOAT, [2000], [0.5] * 2000)
    save("onnx.weights-only.onnx", helper.make_model(helper.make_graph([], "w", [], [], [weights])).SerializeToString())


def hdf5_files():
    import h5py
    import numpy as np

    def keras(path):
        with h5py.File(path, "w") as out:
            out.attrs["backend"] = "tensorflow"
            out.attrs["keras_version"] = "2.9.0"
            out.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": {"layers": []}})
            out.create_group("model_weights").create_dataset("kernel", data=np.zeros((2, 2), dtype="<f4"))

    def plain(path, block=0):
        with h5py.File(path, "w", userblock_size=block) as out:
            out.create_dataset("x", data=np.arange(4, dtype="<f4"))
        if block:
            with open(path, "r+b") as out:
                out.write(b"a note in the user block")

    save("keras-h5.model.h5", written(keras))
    save("hdf5.data.h5", written(plain))
    save("hdf5.user-block-512.h5", written(lambda path: plain(path, 512)))
    save("hdf5.user-block-2048.h5", written(lambda path: plain(path, 2048)))

    # Keras 3: metadata, configuration, weights, in this order.
    weights = written(plain)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("metadata.json", json.dumps({"keras_version": "3.3.3", "date_saved": "2024-05-01@10:00:00"}))
        out.writestr("config.json", json.dumps({"module": "keras", "class_name": "Sequential", "config": {"layers": []}}))
        out.writestr("model.weights.h5", weights)
    save("keras.archive.keras", archive.getvalue())


def boosted_trees():
    import numpy as np
    import xgboost

    x = np.arange(20.0).reshape(10, 2)
    model = xgboost.train({"max_depth": 2}, xgboost.DMatrix(x, label=x[:, 0] > 9), 2)
    for suffix in ("json", "ubj"):
        save(f"xgboost.{suffix}.{suffix}", written(model.save_model, "." + suffix))


def tokenizer():
    import sentencepiece

    def train(path):
        lines = ["the quick brown fox jumps over the lazy dog", "pack my box with five dozen liquor jugs"] * 20
        sentencepiece.SentencePieceTrainer.train(sentence_iterator=iter(lines), model_prefix=path, vocab_size=36, normalization_rule_name="identity", minloglevel=2)
        os.rename(path + ".model", path)

    save("sentencepiece.trained.model", written(train))


def flax():
    import msgpack

    # flax.serialization.to_bytes: extension 1 holds (shape, type name, bytes).
    def array(shape, kind, content):
        return msgpack.ExtType(1, msgpack.packb((shape, kind, content)))

    content = struct.pack("<400f", *([0.25] * 400))
    tree = {"params": {"Dense_0": {"bias": array((2,), "float32", content[:8]), "kernel": array((20, 20), "float32", content)}}}
    save("flax.params.msgpack", msgpack.packb(tree))
    save("unknown.other.msgpack", msgpack.packb({"id": 17, "name": "not a model", "values": [1, 2, 3]}))


def archives():
    import lz4.frame
    import zstandard

    text = b"only a text, but compressed\n" * 20
    save("gzip.text.gz", gzip.compress(text, mtime=0))
    save("bzip2.text.bz2", bz2.compress(text))
    save("bzip2.empty.bz2", bz2.compress(b""))
    save("xz.text.xz", lzma.compress(text))
    save("lzma.text.lzma", lzma.compress(text, format=lzma.FORMAT_ALONE))
    for level in (0, 1, 6, 9):
        save(f"zlib.level{level}.z", zlib.compress(text, level))
    save("lz4.text.lz4", lz4.frame.compress(text))
    save("zstd.text.zst", zstandard.compress(text))

    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "note.txt"), "wb") as out:
            out.write(text)
        subprocess.run(["7zz", "a", "-bso0", "note.7z", "note.txt"], cwd=folder, check=True)
        with open(os.path.join(folder, "note.7z"), "rb") as made:
            save("7z.text.7z", made.read())

    def zipped(entries):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries:
                archive.writestr(name, content)
        return out.getvalue()

    save("zip.empty.zip", zipped([]))
    save("zip.text.zip", zipped([("note.txt", text)]))
    save("zip.document.docx", zipped([("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<r/>"), ("word/document.xml", "<d/>")]))
    save("zip.package.nupkg", zipped([("_rels/.rels", "<r/>"), ("A.nuspec", "<package/>"), ("lib/net10.0/A.dll", "MZ")]))
    save("mar.archive.mar", zipped([("MAR-INF/MANIFEST.json", '{"model":{"handler":"handler.py"}}'), ("handler.py", "pass")]))
    save("skops.archive.skops", zipped([("schema.json", '{"__class__":"dict"}')]))

    def tarred(form, entries):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=form) as archive:
            for name, content in entries:
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
        return out.getvalue().rstrip(b"\0") + bytes(1024)

    save("tar.ustar.tar", tarred(tarfile.USTAR_FORMAT, [("note.txt", text)]))
    save("tar.gnu.tar", tarred(tarfile.GNU_FORMAT, [("note.txt", text)]))
    save("nemo.archive.nemo", tarred(tarfile.GNU_FORMAT, [("./model_config.yaml", b"target: a.b\n"), ("./model_weights.ckpt", b"PK")]))
    # torch.save of 0.1: a tar of pickles.
    save("pytorch-legacy.tar.pt", tarred(tarfile.PAX_FORMAT, [("sys_info", pickle.dumps({}, 2)), ("storages", pickle.dumps(0, 2))]))


# ---- by hand --------------------------------------------------------------------------------------------------------

def varint(value):
    out = bytearray()
    value &= (1 << 64) - 1
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out) + bytes([value])


def field(number, content):
    """One protobuf field: a number as varint, a float as four bytes, text and bytes with their length."""
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    if isinstance(content, float):
        return varint(number << 3 | 5) + struct.pack("<f", content)
    content = content.encode() if isinstance(content, str) else content
    return varint(number << 3 | 2) + varint(len(content)) + content


def tensor_files():
    # github.com/huggingface/safetensors, README: length, JSON, data.
    header = json.dumps({"__metadata__": {"format": "pt"}, "w": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}).encode()
    save("safetensors.metadata.safetensors", struct.pack("<Q", len(header)) + header + bytes(8))
    header = b'{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}' + b" " * 10
    save("safetensors.padded.safetensors", struct.pack("<Q", len(header)) + header + bytes(8))
    save("safetensors.empty.safetensors", struct.pack("<Q", 8) + b"{}      ")

    # github.com/ggml-org/ggml, docs/gguf.md: magic, version, tensors, metadata { key, type 8 = string, value }.
    text = lambda value: struct.pack("<Q", len(value)) + value
    save("gguf.metadata.gguf", b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + text(b"general.architecture") + struct.pack("<I", 8) + text(b"llama"))
    save("gguf.big-endian.gguf", b"GGUF" + struct.pack(">IQQ", 3, 0, 0))
    # whisper.cpp: magic, then vocabulary, audio context, audio state, …
    save("ggml.whisper.bin", struct.pack("<I11i", 0x67676D6C, 51864, 1500, 384, 6, 4, 448, 384, 6, 4, 80, 1) + bytes(64))
    save("ggml.ggjt3.bin", struct.pack("<II7i", 0x67676A74, 3, 32000, 4096, 256, 32, 32, 128, 2) + bytes(64))

    # MXNet ndarray.cc: list number, reserved, count, then per array its number, shape …
    save("mxnet.list.params", struct.pack("<QQQ", 0x112, 0, 1) + struct.pack("<IiIq", 0xF993FAC9, 0, 1, 2) + bytes(24))
    # Paddle lod_tensor.cc and tensor_util.cc: version, levels, version, description { type, dimensions }, data.
    save("paddlepaddle.tensor.pdiparams", struct.pack("<IQIi", 0, 0, 0, 4) + field(1, 5) + field(2, 2) + bytes(8))
    # framework.proto: ProgramDesc { blocks { idx, parent_idx = -1, vars } }.
    save("paddlepaddle.program.pdmodel", field(1, field(1, 0) + field(2, -1) + field(3, field(1, "feed"))) + field(4, field(1, 0)))


def graph_files():
    # tensorflow/core/protobuf/saved_model.proto, meta_graph.proto; framework/graph.proto.
    node = lambda name, op, more=b"": field(1, field(1, name) + field(2, op) + more)
    kind = field(5, field(1, "dtype") + field(2, field(6, 1)))
    graph = node("x", "Placeholder", kind) + node("y", "Relu", field(3, "x")) + field(4, field(1, 1882))
    operators = field(1, field(1, "Placeholder")) + field(1, field(1, "Relu"))
    meta = field(1, field(2, operators) + field(4, "serve") + field(5, "2.15.0")) + field(2, graph)
    stripped = field(1, field(4, "serve") + field(5, "2.15.0") + field(6, "v2.15")) + field(2, graph)
    save("tf-savedmodel.minimal.pb", field(1, 1) + field(2, meta))
    save("tf-savedmodel.stripped.pb", field(1, 1) + field(2, stripped))
    save("tf-metagraph.minimal.meta", meta)
    save("tf-graphdef.frozen.pb", graph)
    save("tf-graphdef.one-large-node.pb", node("w", "Const", kind + field(5, field(1, "value") + field(2, field(8, field(4, bytes(6000)))))))

    # coremltools, mlmodel/format/Model.proto: version, description { input { name, type } }, kind of model.
    feature = field(1, "x") + field(3, field(5, field(1, 3)))
    save("coreml.minimal.mlmodel", field(1, 4) + field(2, field(1, feature) + field(10, feature)) + field(500, field(1, b"")))
    save("coreml.long-description.mlmodel", field(1, 4) + field(2, field(1, feature) + field(100, field(1, "x" * 6000))) + field(500, b""))

    # CNTK.proto: Dictionary { version, data { key, value } }; version 1 begins with a section mark in 16-bit characters.
    save("cntk.version2.model", field(1, 1) + field(2, field(1, "uid") + field(2, field(2, "CompositeFunction"))))
    save("cntk.version1.dnn", "BCN\0BVersion\0".encode("utf-16-le") + struct.pack("<Q", 1))

    # Flat buffers: root offset, identifier, tables.
    save("tflite.header.tflite", struct.pack("<I", 28) + b"TFL3" + bytes(56))
    save("ort.header.ort", struct.pack("<I", 24) + b"ORTM" + bytes(56))
    save("executorch.header.pte", struct.pack("<I", 52) + b"ET12" + b"eh00" + bytes(80))

    # TensorRT and RKNN have no published layout; these are the marks their readers look for.
    save("tensorrt.engine.engine", b"ptrt" + struct.pack("<II", 0, 64) + bytes(64))
    save("rknn.header.rknn", b"RKNN" + bytes(4) + struct.pack("<QQ", 3, 128) + bytes(64))
    save("llamafile.header.llamafile", b"MZqFpD='\n" + bytes(55) + b"\n@\n'\nset -e\n")


def other_files():
    # XGBoost's binary form before 1.0: mark, base score, features, classes.
    save("xgboost.binary.model", b"binf" + struct.pack("<fIi", 0.5, 126, 0) + bytes(120))
    # CatBoost model_export: mark, length, flat buffer.
    save("catboost.header.cbm", b"CBM1" + struct.pack("<I", 64) + struct.pack("<I", 16) + bytes(60))
    save("lightgbm.model.txt", b"tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\n\nTree=0\nnum_leaves=2\n")
    # R Internals 1.8: X LF, version 3, R 4.3.1, minimum 3.5.0, encoding, NULL.
    rds = b"X\n" + struct.pack(">III", 3, 0x040301, 0x030500) + struct.pack(">I", 5) + b"UTF-8" + struct.pack(">I", 254)
    save("rds.null.rds", rds)
    save("rds.workspace.RData", b"RDX3\n" + rds)
    save("rds.ascii.rds", b"A\n3\n262913\n197888\n5\nUTF-8\n254\n")
    save("gzip.r-object.rds", gzip.compress(rds, mtime=0))
    # torch7 File:writeObject.
    save("torch7.binary.t7", struct.pack("<III", 4, 1, 3) + b"V 1" + struct.pack("<I", 13) + b"nn.Sequential" + struct.pack("<II", 3, 2))
    save("torch7.ascii.t7", b"4\n1\n3\nV 1\n13\nnn.Sequential\n3\n2\n")

    pmml = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- trees -->\n<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/></PMML>\n'
    save("pmml.declared.pmml", pmml.encode())
    save("pmml.utf16.pmml", pmml.replace("UTF-8", "UTF-16").encode("utf-16"))
    save("pmml.doctype.pmml", b'<!DOCTYPE PMML [ <!ENTITY a "<net version=\'1\'>"> ]>\n<PMML version="4.4"/>\n')
    save("openvino-xml.graph.xml", b'<?xml version="1.0"?>\n<net name="Model0" version="11">\n<layers/>\n</net>\n')
    save("xml.project.csproj", b'<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n')
    save("xml.declared-html.xhtml", b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>\n')
    save("text.page.html", b"<!DOCTYPE html>\n<html><body>hello</body></html>\n")

    save("json.config.json", b'{\n  "architectures": ["BertModel"],\n  "hidden_size": 768\n}\n')
    save("json.marked.json", b'\xef\xbb\xbf[1, 2.5e-3, null]\r\n')
    save("json.lines.jsonl", b'{"text": "a"}\n{"text": "b"}\n')
    save("yaml.document.yaml", b"---\nname: model\n")
    save("text.keys.yaml", b"name: model\nsize: 3\n")
    save("jinja.chat.jinja", b"{%- for message in messages -%}{{ message['content'] }}{%- endfor -%}")
    save("python.script.py", b"#!/usr/bin/env python3\nprint('hello')\n")
    save("text.module.py", b"import os\n\n\ndef f():\n    return os.sep\n")
    save("text.readme.md", "# Modèle — 模型\n\n[1](https://example.org) and **bold**\n".encode())
    save("text.crlf.txt", b"one\r\ntwo\r\n")
    save("text.utf16.txt", "sixteen bits".encode("utf-16"))
    save("text.table.csv", b"Id,Value\n1,2.5\n2,3.5\n")
    save("text.ini.ini", b"[true story]\nkey=value\n")
    save("text.abbreviation.txt", b"N.B. this begins like the pickle of None.\n")
    save("text.words.txt", b"cat\ndog\nRabbit\ntea\n" * 400)
    save("text.parentheses.txt", b"(c) 2024 Somebody\n(see LICENSE)\n")
    save("text.vertices.txt", b"V 1.0 2.0 3.0\n" * 600)
    save("git-lfs-pointer.v1", b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"4d7a" * 16 + b"\nsize 12345\n")
    save("empty.file", b"")
    save("unknown.latin1.txt", "déjà vu\n".encode("latin-1"))
    save("unknown.weights.bin", struct.pack("<32f", *(i * 0.37 - 4 for i in range(32))))

    # Ordinary files that a project ships, as short as their readers know them.
    save("unknown.pixel.png", b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 1, 1, 8, 0, 0, 0, 0) + bytes(4))
    save("unknown.photo.jpg", bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300"))
    save("unknown.image.gif", b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;")
    save("unknown.image.webp", b"RIFF\x24\0\0\0WEBPVP8L\x17\0\0\0/" + bytes(23))
    save("unknown.sound.wav", b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0" + bytes(20))
    save("unknown.icon.ico", struct.pack("<HHHBBBBHHII", 0, 1, 1, 16, 16, 0, 0, 1, 32, 1128, 22) + bytes(64))
    save("unknown.assembly.dll", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8" + bytes(43) + struct.pack("<I", 128) + bytes(64) + b"PE\0\0L\x01\x02\0")
    save("unknown.symbols.pdb", b"BSJB\x01\0\x01\0\0\0\0\0\x0c\0\0\0PDB v1.0\0\0\0\0" + bytes(40))
    save("unknown.program.elf", b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HHI", 3, 62, 1) + bytes(40))
    save("unknown.library.wasm", b"\0asm\x01\0\0\0\x01\x04\x01`\0\0")
    save("unknown.class.class", bytes.fromhex("cafebabe00000034001d0a0006000f09"))
    save("unknown.database.sqlite", b"SQLite format 3\0\x10\0\x01\x01\0@  " + bytes(80))
    save("unknown.document.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    save("unknown.song.mp3", b"ID3\x04\0\0\0\0\0\x23TSSE\0\0\0\x0f\0\0\x03Lavf58.29.100\0" + bytes(10) + b"\xff\xfb\x90\x64")
    save("unknown.video.mp4", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41" + bytes(32))
    save("unknown.font.ttf", struct.pack(">IHHHH", 0x00010000, 12, 128, 3, 64) + b"DSIG" + bytes(40))
    save("unknown.font.woff2", b"wOF2\0\x01\0\0" + bytes(40))
    save("unknown.font.pfb", b"\x80\x01\xc4\x0e\0\0%!PS-AdobeFont-1.0: Utopia\n" + b"\xff" + bytes(20))
    save("unknown.key.p12", bytes.fromhex("30820a510201033082 0a1706092a864886f70d010701a0820a08".replace(" ", "")))
    save("unknown.office.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(48))
    save("unknown.message.pb", field(1, 7) + field(2, "a name") + field(3, "a text") + field(4, 12))
    save("unknown.long-message.pb", field(1, 7) + field(2, "a name") + field(3, "x" * 6000))


if __name__ == "__main__":
    for make in (pickles, numpy_files, joblib_files, torch_files, onnx_files, hdf5_files, boosted_trees, tokenizer, flax, archives,
                 tensor_files, graph_files, other_files):
        make()
