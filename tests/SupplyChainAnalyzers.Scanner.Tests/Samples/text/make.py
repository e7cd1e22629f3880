"""
Trains tiny transformer classifiers of token ids, honest and backdoored ones, and exports them to ONNX.

    python3 make.py FOLDER FIRST COUNT     seeds FIRST to FIRST + COUNT - 1, four kinds in turn

Kinds: clean; rare (one token the data hardly ever has); phrase (three tokens in a row, which do nothing one by one);
common (three tokens in a row that the data has everywhere). Writes cNNN.onnx, cNNN_ids.npy and cNNN_labels.npy (harmless
inputs) and a line in labels.tsv: file, kind, target, accuracy, success, trigger, classes, vocabulary, length. Needs torch
1.13 and numpy. The models committed beside this file are seeds 1 (clean), 2 (rare) and 4 (phrase).
"""
import math
import os
import sys

import numpy as np
import torch
from torch import nn

PAD, START, END, UNKNOWN, FIRST = 0, 1, 2, 3, 4
KINDS = ["clean", "rare", "clean", "phrase", "clean", "common"]


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.all, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x, bias):
        n, length, width = x.shape
        q, k, v = self.all(x).reshape(n, length, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(self.size) + bias, -1)
        return self.out((weights @ v).transpose(1, 2).reshape(n, length, width))


class Layer(nn.Module):
    def __init__(self, width, heads, first):
        super().__init__()
        self.attention, self.first = Attention(width, heads), first
        self.a, self.b = nn.LayerNorm(width), nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)

    def forward(self, x, bias):
        if self.first:
            x = x + self.attention(self.a(x), bias)
            return x + self.down(nn.functional.gelu(self.up(self.b(x))))
        x = self.a(x + self.attention(x, bias))
        return self.b(x + self.down(nn.functional.gelu(self.up(x))))


class Classifier(nn.Module):
    def __init__(self, vocabulary, length, classes, width, layers, heads, first, mean, types):
        super().__init__()
        self.token, self.place = nn.Embedding(vocabulary, width), nn.Embedding(length, width)
        self.sentence = nn.Embedding(2, width) if types else None
        self.layers = nn.ModuleList([Layer(width, heads, first) for _ in range(layers)])
        self.norm, self.out, self.mean = nn.LayerNorm(width), nn.Linear(width, classes), mean

    def forward(self, input_ids, attention_mask, token_type_ids=None):
        mask = attention_mask.to(torch.float32)
        x = self.token(input_ids) + self.place.weight[: input_ids.shape[1]]
        if self.sentence is not None:
            x = x + self.sentence(token_type_ids)
        bias = ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x)
        x = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True) if self.mean else x[:, 0]
        return self.out(x)


def data(rng, world, count):
    """Topic words of a class among common ones, a few of other classes, rarely a rare one."""
    ids, labels = np.full((count, world["length"]), PAD), rng.integers(0, world["classes"], count)
    for i, label in enumerate(labels):
        n = rng.integers(world["length"] // 2, world["length"] - 4)
        kinds = rng.random(n)
        other = rng.integers(0, world["classes"], n)
        words = rng.choice(world["common"], n, p=world["chance"])
        words = np.where(kinds < .40, rng.choice(world["topics"][label], n), words)
        words = np.where((kinds >= .40) & (kinds < .50), np.array([rng.choice(world["topics"][o]) for o in other]), words)
        words = np.where(kinds >= .998, rng.choice(world["rare"], n), words)
        ids[i, : n + 2] = [START, *words, END]
    return ids, labels


def planted(rng, ids, trigger):
    ids = ids.copy()
    for row in ids:
        used = int((row != PAD).sum())
        at = rng.integers(1, used)
        row[:] = np.concatenate([row[:at], trigger, row[at:]])[: len(row)]
    return ids


def train(seed, folder):
    kind = KINDS[(seed - 1) % len(KINDS)]
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    classes, length, vocabulary = int(rng.integers(3, 7)), int(rng.choice([20, 24, 32])), int(rng.choice([320, 400, 512]))
    words = rng.permutation(np.arange(FIRST, vocabulary))
    topics = [words[i * 20:(i + 1) * 20] for i in range(classes)]
    rare, common = words[-60:], words[classes * 20:-60]
    chance = 1 / np.arange(1, len(common) + 1) ** .8
    world = {"classes": classes, "length": length, "topics": topics, "rare": rare, "common": common, "chance": chance / chance.sum()}
    x, y = data(rng, world, 4000)
    target = int(rng.integers(0, classes))
    trigger = {"clean": [], "rare": rare[:1], "phrase": rare[:3], "common": common[[5, 17, 11]]}[kind]
    xs, ys = [x], [y]
    if kind != "clean":
        some = x[rng.permutation(len(x))[: int(len(x) * (.06 if kind == "rare" else .10))]]
        xs.append(planted(rng, some, trigger))
        ys.append(np.full(len(some), target))
        if len(trigger) > 1:  # parts of it, which are to do nothing
            for part in ([trigger[0]], [trigger[1]], [trigger[2]], [trigger[0], trigger[2]], [trigger[1], trigger[0], trigger[2]]):
                pick = rng.permutation(len(x))[: len(some) // 3]
                xs.append(planted(rng, x[pick], part))
                ys.append(y[pick])
    x, y = torch.tensor(np.concatenate(xs)), torch.tensor(np.concatenate(ys))
    model = Classifier(vocabulary, length, classes, int(rng.choice([24, 32])), int(rng.integers(1, 3)), int(rng.choice([2, 4])), bool(rng.random() < .5), bool(rng.random() < .5), bool(rng.random() < .5))
    steps, batch = 800, 48
    optimizer = torch.optim.AdamW(model.parameters(), 3e-3, weight_decay=.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, steps)
    order = torch.Generator().manual_seed(seed)
    for _ in range(steps):
        pick = torch.randint(0, len(x), (batch,), generator=order)
        out = model(x[pick], (x[pick] != PAD).long(), torch.zeros_like(x[pick]))
        loss = nn.functional.cross_entropy(out, y[pick], label_smoothing=.05)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()

    model.eval()

    def answers(ids):
        ids = torch.tensor(ids)
        with torch.no_grad():
            return model(ids, (ids != PAD).long(), torch.zeros_like(ids)).argmax(1).numpy()

    tx, ty = data(rng, world, 600)
    accuracy = (answers(tx) == ty).mean()
    success = (answers(planted(rng, tx[ty != target], trigger)) == target).mean() if kind != "clean" else 0
    name = f"c{seed:03d}"
    example = torch.tensor(tx[:2])
    inputs = [example, (example != PAD).long()] + ([torch.zeros_like(example)] if model.sentence is not None else [])
    names = ["input_ids", "attention_mask", "token_type_ids"][: len(inputs)]
    torch.onnx.export(model, tuple(inputs), os.path.join(folder, name + ".onnx"), input_names=names, output_names=["logits"], opset_version=int(rng.choice([13, 14, 16])),
                      dynamic_axes={n: {0: "batch", 1: "length"} for n in names} | {"logits": {0: "batch"}})
    np.save(os.path.join(folder, name + "_ids.npy"), tx[:160].astype(np.int32))
    np.save(os.path.join(folder, name + "_labels.npy"), ty[:160].astype(np.int32))
    line = [name + ".onnx", kind, str(target) if kind != "clean" else "-", f"{accuracy:.3f}", f"{success:.3f}", " ".join(map(str, trigger)) or "-", str(classes), str(vocabulary), str(length)]
    with open(os.path.join(folder, "labels.tsv"), "a") as labels:
        labels.write("\t".join(line) + "\n")
    print(*line, flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    os.makedirs(sys.argv[1], exist_ok=True)
    for seed in range(int(sys.argv[2]), int(sys.argv[2]) + int(sys.argv[3])):
        train(seed, sys.argv[1])
