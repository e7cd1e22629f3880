#!/usr/bin/python3
"""Makes the samples of archives and compressed streams: python3 make.py. Needs xz, lz4, zstd and 7z."""
import bz2, gzip, io, lzma, os, random, shutil, struct, subprocess, tarfile, tempfile, zipfile, zlib

os.chdir(os.path.dirname(os.path.abspath(__file__)))
random.seed(20251121)
words = ["tensor", "weight", "bias", "layer", "norm", "model", "embedding", "attention"]
plain = b"".join(
    (" ".join(random.choice(words) for _ in range(40)).encode(), bytes(400), random.randbytes(300), bytes([7, 9] * 150), b"\xe8" + random.randbytes(3) + b"\0" * 2)[i % 5]
    for i in range(60))[:9000]


def write(name, data):
    with open(name, "wb") as f:
        f.write(data)


def run(*command, data=plain):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


write("plain.bin", plain)
write("plain.gz", gzip.compress(plain, mtime=0))
write("members.gz", gzip.compress(plain[:4000], mtime=0) + gzip.compress(plain[4000:], 1, mtime=0) + bytes(20))
write("plain.zlib", zlib.compress(plain))
write("joblib-old.z", b"ZF" + hex(len(plain)).encode().ljust(19) + zlib.compress(plain))
write("plain.bz2", bz2.compress(plain))
write("streams.bz2", bz2.compress(plain[:5000], 1) + bz2.compress(plain[5000:]))
write("plain.xz", lzma.compress(plain))
write("streams.xz", lzma.compress(plain[:100], check=lzma.CHECK_CRC32) + bytes(8) + lzma.compress(plain[100:], check=lzma.CHECK_SHA256))
write("delta.xz", lzma.compress(plain, check=lzma.CHECK_NONE, filters=[{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 6}]))
write("x86.xz", lzma.compress(plain, filters=[{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "lc": 1, "lp": 2, "pb": 3}]))
write("plain.lzma", lzma.compress(plain, format=lzma.FORMAT_ALONE))
write("sized.lzma", run("xz", "--format=lzma", "-9", "-c"))
write("plain.lz4", run("lz4", "-c"))
write("linked.lz4", run("lz4", "-9", "-BD", "-B4", "--content-size", "-BX", "-c") + run("lz4", "-c", "--no-frame-crc", data=b""))
write("legacy.lz4", run("lz4", "-l", "-c"))
write("plain.zst", run("zstd", "-c"))
write("best.zst", run("zstd", "--ultra", "-22", "-c", "--no-check", data=plain[:4000]) + struct.pack("<II", 0x184D2A53, 5) + b"skip!" + run("zstd", "-1", "-c", data=plain[4000:]))

with zipfile.ZipFile("methods.zip", "w") as archive:
    for name, method in (("stored", 0), ("deflated", 8), ("bzip2", 12), ("lzma", 14)):
        archive.writestr(zipfile.ZipInfo(name + ".txt"), b"some words " * 30, compress_type=method)

folder = tempfile.mkdtemp()
os.makedirs(folder + "/model")
write(folder + "/model/a.txt", b"first text\n" * 50)
write(folder + "/model/b.txt", b"second text\n" * 40)
write(folder + "/model/empty", b"")
for name in ("model/a.txt", "model/b.txt", "model/empty", "model"):
    os.utime(folder + "/" + name, (946684800, 946684800))
kinds = {
    "copy": ["-mx=0"], "lzma": ["-m0=lzma"], "lzma2": ["-m0=lzma2"], "bzip2": ["-m0=bzip2"], "deflate": ["-m0=deflate"],
    "delta": ["-m0=delta:4", "-m1=lzma2"], "bcj": ["-m0=bcj", "-m1=lzma"], "headers": ["-m0=lzma", "-mhc=off", "-ms=off"],
    "locked": ["-psecret"], "hidden": ["-psecret", "-mhe=on"], "ppmd": ["-m0=ppmd"],
}
for kind, options in kinds.items():
    target = os.path.abspath(kind + ".7z")
    if os.path.exists(target):
        os.remove(target)
    subprocess.run(["7z", "a", "-bso0", "-bsp0", "-mtc=off", "-mta=off", "-mtm=off", *options, target, "model"], cwd=folder, check=True)
shutil.rmtree(folder)

long = "folder/" * 20 + "name.txt"
for kind, form in (("ustar", tarfile.USTAR_FORMAT), ("gnu", tarfile.GNU_FORMAT), ("pax", tarfile.PAX_FORMAT)):
    with tarfile.open(kind + ".tar", "w", format=form) as archive:
        for name in ("plain.txt", "ü.txt" if kind == "pax" else "u.txt", long if kind != "ustar" else long[-90:]):
            info = tarfile.TarInfo(name)
            info.size = 11
            archive.addfile(info, io.BytesIO(b"some words\n"))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "plain.txt"
        archive.addfile(link)

import pickle
import numpy as np

folder = tempfile.mkdtemp()
os.makedirs(folder + "/model")
write(folder + "/model/a.txt", b"first text\n" * 5)
write(folder + "/model/data.pkl", b"cposix\nsystem\n(S'echo nullifAI'\ntR.. broken \xff\xff")
for target, options, member in (("plainheader.7z", ["-mx=0", "-mhc=off"], "model/a.txt"), ("nullifai.7z", ["-m0=lzma2"], "model/data.pkl")):
    target = os.path.abspath(target)
    if os.path.exists(target):
        os.remove(target)
    subprocess.run(["7z", "a", "-bso0", "-bsp0", "-mtc=off", "-mta=off", "-mtm=off", *options, target, member], cwd=folder, check=True)
shutil.rmtree(folder)

numbers = np.arange(20, dtype="<f4").reshape(4, 5)
np.save("numbers.npy", np.asfortranarray(numbers))
np.save("fields.npy", np.zeros(3, dtype=[("a", "<f4"), ("b", "S3", (2,)), ("c", [("d", "<i8")])]))
np.save("texts.npy", np.array(["some", "words"]))
np.save("times.npy", np.array(["2025-01-01"], dtype="M8[ns]"))
np.save("scalar.npy", np.float64(3))
with open("several.npy", "wb") as f:
    np.save(f, numbers)
    np.save(f, np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
    np.save(f, numbers)
with open("version2.npy", "wb") as f:
    np.lib.format.write_array(f, numbers, version=(2, 0))
np.save("objects.npy", np.array([[1, 2], "x"], dtype=object), allow_pickle=True)
np.savez("stored.npz", a=numbers, b=np.eye(3))
np.savez_compressed("deflated.npz", a=numbers, b=np.eye(3))
np.savez("objects.npz", a=np.array([{"a": 1}], dtype=object))

import joblib
import torch

torch.manual_seed(0)
layer = torch.nn.Linear(4, 3)
torch.save(layer.state_dict(), "state.pt")
torch.jit.script(layer).save("script.pt")
for kind in ("zlib", "gzip", "bz2", "lzma", "xz", "lz4"):
    joblib.dump({"weights": np.arange(100.0), "name": "x"}, kind + ".joblib", compress=(kind, 3))


class Evil:
    def __reduce__(self):
        import os
        return os.system, ("true",)


for kind in ("zlib", "lzma", "lz4"):
    joblib.dump([Evil(), np.arange(100.0)], "evil-" + kind + ".joblib", compress=(kind, 3))
