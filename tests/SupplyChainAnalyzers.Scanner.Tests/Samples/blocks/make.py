#!/usr/bin/python3
"""Makes blocks of ggml's quantised types and, with numpy alone and from ggml-common.h, the numbers they stand for. Deterministic."""
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent
RANDOM = np.random.default_rng(4040)
BLOCKS = 3


def scale():
    return RANDOM.uniform(-.1, .1, (BLOCKS, 1)).astype("<f2")


def noise(count):
    return RANDOM.integers(0, 256, (BLOCKS, count), dtype=np.uint8)


def nibbles(q):
    return np.concatenate([q & 15, q >> 4], 1).astype(np.float64)


def save(name, parts, values):
    (FOLDER / f"{name}.bin").write_bytes(np.concatenate([part.view(np.uint8) for part in parts], 1).tobytes())
    (FOLDER / f"{name}.f32").write_bytes(values.astype("<f4").tobytes())


def five(high, q):
    bits = np.unpackbits(high, axis=1, bitorder="little").astype(np.float64)
    return nibbles(q) + 16 * bits


def packed(values):
    """Sixteen numbers of six bits in twelve bytes: eight scales, eight least numbers."""
    scales, least = values[:, :8], values[:, 8:]
    out = np.zeros((BLOCKS, 12), np.uint8)
    for i in range(4):
        out[:, i] = scales[:, i] | ((scales[:, i + 4] >> 4) << 6)
        out[:, i + 4] = least[:, i] | ((least[:, i + 4] >> 4) << 6)
        out[:, i + 8] = (scales[:, i + 4] & 15) | ((least[:, i + 4] & 15) << 4)
    return out


def parts(q):
    """128 bytes to eight parts of 32: the lower halves of 32 bytes, then the upper ones."""
    q = q.reshape(BLOCKS, 4, 32)
    return np.stack([q & 15, q >> 4], 2).reshape(BLOCKS, 8, 32).astype(np.float64)


d, q = scale(), noise(16)
save("Q4_0", [d, q], d.astype(float) * (nibbles(q) - 8))
d, m, q = scale(), scale(), noise(16)
save("Q4_1", [d, m, q], d.astype(float) * nibbles(q) + m.astype(float))
d, h, q = scale(), noise(4), noise(16)
save("Q5_0", [d, h, q], d.astype(float) * (five(h, q) - 16))
d, m, h, q = scale(), scale(), noise(4), noise(16)
save("Q5_1", [d, m, h, q], d.astype(float) * five(h, q) + m.astype(float))
d, q = scale(), noise(32)
save("Q8_0", [d, q], d.astype(float) * q.view(np.int8))
d, m, s, q = scale(), scale(), RANDOM.integers(0, 64, (BLOCKS, 16), dtype=np.uint8), noise(128)
own, least = (d.astype(float) * s[:, :8])[:, :, None], (m.astype(float) * s[:, 8:])[:, :, None]
save("Q4_K", [d, m, packed(s), q], (own * parts(q) - least).reshape(BLOCKS, 256))
h = noise(32)
fifth = np.stack([(h >> p) & 1 for p in range(8)], 1).astype(float)
save("Q5_K", [d, m, packed(s), h, q], (own * (parts(q) + 16 * fifth) - least).reshape(BLOCKS, 256))
low, high, s, d = noise(128), noise(64), noise(16), scale()
l, h = low.reshape(BLOCKS, 2, 2, 32), high.reshape(BLOCKS, 2, 32)
four = np.concatenate([l & 15, l >> 4], 2)  # block, half, part, place
two = np.stack([(h >> (2 * p)) & 3 for p in range(4)], 2)
value = (four.astype(float) + 16 * two - 32).reshape(BLOCKS, 16, 16)
save("Q6_K", [low, high, s, d], (d.astype(float)[:, :, None] * s.view(np.int8)[:, :, None] * value).reshape(BLOCKS, 256))
numbers = RANDOM.standard_normal((1, 64)).astype("<f4")
save("F16", [numbers.astype("<f2")], numbers.astype("<f2").astype(float))
bits = numbers.view(np.uint32) >> 16
save("BF16", [bits.astype("<u2")], (bits << 16).view("<f4"))
every = np.arange(256, dtype=np.uint8)[None]
exponent, mantissa, sign = (every >> 3 & 15).astype(int), every & 7, np.where(every & 128, -1., 1.)
e4m3 = sign * np.where(exponent == 0, mantissa / 8 * 2. ** -6, (1 + mantissa / 8) * 2. ** (exponent - 7))
save("F8_E4M3", [every], np.where((every & 127) == 127, np.nan, e4m3))
save("F8_E5M2", [every], (every.astype("<u2") << 8).view("<f2").astype(float))
