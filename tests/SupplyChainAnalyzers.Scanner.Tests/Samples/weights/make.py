#!/usr/bin/python3
"""Makes the files beside it, as converters and trainers write them: honest ones. Needs numpy and msgpack. Deterministic."""
import json
import struct
from pathlib import Path

import msgpack
import numpy

FOLDER = Path(__file__).parent
RANDOM = numpy.random.default_rng(3100)

TEMPLATE = (
    "{{- bos_token }}{%- for message in messages %}{%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
    "{{- raise_exception('Roles must alternate') }}{%- endif %}{{- '<|' + message['role'] + '|>\\n' + message['content'] | trim + eos_token }}"
    "{%- endfor %}{%- if add_generation_prompt %}{{- '<|assistant|>\\n' }}{%- endif %}"
)

# gguf-py: GGUFValueType
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
F32, F16, Q8_0 = 0, 1, 8


class Gguf:
    def __init__(self, version=3, order="<", alignment=32):
        self.version, self.order, self.alignment = version, order, alignment
        self.entries, self.tensors, self.offset = [], [], 0

    def pack(self, form, *values):
        return struct.pack(self.order + form, *values)

    def text(self, value):
        data = value.encode()
        return self.pack("Q", len(data)) + data

    def add(self, key, kind, data):
        self.entries.append(self.text(key) + self.pack("I", kind) + data)

    def string(self, key, value):
        self.add(key, STRING, self.text(value))

    def number(self, key, value):
        self.add(key, UINT32, self.pack("I", value))

    def array(self, key, kind, items):
        pack = {STRING: self.text, INT32: lambda v: self.pack("i", v), FLOAT32: lambda v: self.pack("f", v)}[kind]
        self.add(key, ARRAY, self.pack("IQ", kind, len(items)) + b"".join(map(pack, items)))

    def tensor(self, name, kind, shape, data):
        # gguf stores the fastest dimension first
        head = self.text(name) + self.pack("I", len(shape)) + b"".join(self.pack("Q", n) for n in reversed(shape)) + self.pack("IQ", kind, self.offset)
        data += bytes(-len(data) % self.alignment)
        self.tensors.append((head, data))
        self.offset += len(data)

    def write(self, name):
        head = b"GGUF" + self.pack("IQQ", self.version, len(self.tensors), len(self.entries))
        head += b"".join(self.entries) + b"".join(t[0] for t in self.tensors)
        head += bytes(-len(head) % self.alignment)
        (FOLDER / name).write_bytes(head + b"".join(t[1] for t in self.tensors))


def quantized(rows, columns):
    blocks = RANDOM.integers(0, 256, size=(rows * columns // 32, 34), dtype=numpy.uint8)
    return blocks.tobytes()


def llama(name, order="<"):
    model = Gguf(order=order)
    tokens = ["<unk>", "<s>", "</s>"] + [f"<0x{i:02X}>" for i in range(64)] + ["\u2581the", "os.system", "https://", "__init__", "eval(", "import", "\u2581sh"]
    model.string("general.architecture", "llama")
    model.string("general.type", "model")
    model.string("general.name", "Tiny Llama")
    model.string("general.license", "apache-2.0")
    model.string("general.license.link", "https://example.org/LICENSE")
    model.array("general.tags", STRING, ["text-generation", "pytorch"])
    for key, value in (("context_length", 128), ("embedding_length", 32), ("block_count", 1), ("feed_forward_length", 64), ("attention.head_count", 4), ("vocab_size", len(tokens))):
        model.number("llama." + key, value)
    model.add("llama.attention.layer_norm_rms_epsilon", FLOAT32, model.pack("f", 1e-5))
    model.string("tokenizer.ggml.model", "llama")
    model.array("tokenizer.ggml.tokens", STRING, tokens)
    model.array("tokenizer.ggml.scores", FLOAT32, [-float(i) for i in range(len(tokens))])
    model.array("tokenizer.ggml.token_type", INT32, [2, 3, 3] + [6] * 64 + [1] * (len(tokens) - 67))
    model.number("tokenizer.ggml.bos_token_id", 1)
    model.add("tokenizer.ggml.add_bos_token", BOOL, b"\1")
    model.string("tokenizer.chat_template", TEMPLATE)
    model.number("general.quantization_version", 2)
    for tensor in ("token_embd.weight", "blk.0.attn_q.weight", "output.weight"):
        model.tensor(tensor, Q8_0, (32, 32), quantized(32, 32))
    model.tensor("blk.0.attn_norm.weight", F32, (32,), RANDOM.standard_normal(32).astype(order + "f4").tobytes())
    model.tensor("rope_freqs.weight", F16, (5,), RANDOM.standard_normal(5).astype(order + "f2").tobytes())
    model.write(name)


def safetensors(name, tensors, metadata, pad):
    header, data = {"__metadata__": metadata}, b""
    for key, (kind, array) in tensors.items():
        raw = array.tobytes()
        header[key] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8 if pad else 0)
    (FOLDER / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


def flax(name):
    def array(value):
        return msgpack.ExtType(1, msgpack.packb((value.shape, value.dtype.name, value.tobytes()), use_bin_type=True))

    params = {f"Dense_{i}": {"kernel": array(RANDOM.standard_normal((8, 4)).astype("f4")), "bias": array(numpy.zeros(4, "f4"))} for i in range(3)}
    (FOLDER / name).write_bytes(msgpack.packb({"params": params, "step": 100}, use_bin_type=True))


llama("llama.gguf")
llama("llama-big-endian.gguf", ">")
weights = {
    "model.embed.weight": ("F32", RANDOM.standard_normal((16, 8)).astype("f4")),
    "model.layers.0.weight": ("F16", RANDOM.standard_normal((8, 8)).astype("f2")),
    "model.layers.0.scale": ("F8_E4M3", RANDOM.integers(0, 256, 8, dtype="u1")),
    "model.step": ("I64", numpy.array(7)),
    "model.mask": ("BOOL", numpy.array([True, False])),
}
safetensors("model.safetensors", weights, {"format": "pt"}, True)
lora = {"ss_network_module": "networks.lora", "ss_tag_frequency": json.dumps({"10_cat": {"1girl": 3, "system": 2}}), "ss_output_name": "cat", "modelspec.resolution": "1024x1024",
        "ss_dataset_dirs": json.dumps({"C:\\train\\cat": {"n_repeats": 10}}), "ss_training_comment": "trained with ~/kohya/train.sh, see https://example.org/notes"}
safetensors("lora.safetensors", weights, lora, False)
flax("flax_model.msgpack")
