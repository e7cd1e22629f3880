"""Makes code.marshal and module.pyc beside this file, with the running CPython. Deterministic for one version of it."""
import importlib.util
import marshal
import pathlib
import struct

HERE = pathlib.Path(__file__).parent
HARMFUL = "import os\ndef f(x):\n    import subprocess as s\n    return s.Popen(['sh', '-c', x])\nos.system('id')\n"
HARMLESS = "import tensorflow as tf\nf = lambda x: tf.reduce_mean(x * 2.5, axis=(1, 2)) + 10 ** 30\n"

for name, text in (("harmful", HARMFUL), ("harmless", HARMLESS)):
    code = compile(text, name + ".py", "exec", dont_inherit=True)
    (HERE / f"{name}.marshal").write_bytes(marshal.dumps(code))
    (HERE / f"{name}.pyc").write_bytes(importlib.util.MAGIC_NUMBER + struct.pack("<III", 0, 0, len(text)) + marshal.dumps(code))
