"""Exports published architectures without any backdoor, and a small network of 43 classes without and with one: python3 make.py DATA OUT [NAME ...]

DATA holds NAME_train.npz and NAME_probe.npz of the sets digits, letters and shapes (x uint8 [N,3,32,32], y), as the generator of the zoo writes them.
OUT gets a model NAME.onnx and its probe NAME_x.npy and NAME_y.npy each, and a line of labels.tsv; what is there already is left alone. With names,
only those models. Needs torch and onnx.
"""
import os, sys, time
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from networks import NETWORKS, PUBLISHED

torch.set_num_threads(1)
SETS = ("digits", "letters", "shapes")
EPOCHS = 3


def specs():
    """name, network, full or small, size, classes, trained, seed, opset, set"""
    def spec(network, small, size, classes, trained, seed):
        name = f"{network}-{'s' if small else 'f'}{size}-{classes}{'t' if trained else 'r'}{seed}"
        return name, network, small, size, classes, trained, seed, (13, 15, 17)[(seed + len(network)) % 3], SETS[(seed + len(name)) % 3]
    for network in PUBLISHED:
        yield spec(network, True, 32, 10, False, 1)
    for network in PUBLISHED:
        yield spec(network, True, 32, 10, True, 2)
    for network in ("resnet18", "mobilenetv2", "vit", "vgg11"):
        for classes in (2, 3, 5, 100):
            yield spec(network, True, 32, classes, False, 3)
        yield spec(network, True, 32, 2, True, 4)
        yield spec(network, True, 32, 5, True, 4)
    for network in ("resnet18", "efficientnet", "squeezenet"):
        yield spec(network, True, 64, 10, True, 5)
        yield spec(network, True, 96, 10, False, 5)
    yield spec("resnet18", True, 96, 10, True, 6)
    for network in ("resnet18", "mobilenetv2"):
        yield spec(network, True, 32, 1000, False, 7)
        yield spec(network, False, 224, 1000, False, 7)
        yield spec(network, False, 224, 10, False, 7)
    for patched in (0, 1):
        yield f"many-s32-43t{patched}", "many", True, 32, 43, True, patched, 13, "all"
    for network in PUBLISHED:
        yield spec(network, False, 32 if network != "convnext" else 64, 10, False, 8)


class Model(nn.Module):
    """Takes numbers from 0 to 1, as a build would give them."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x):
        return self.net((x - .5) * 4)


def resized(x, size):
    x = torch.from_numpy(x).float() / 255
    return x if size == 32 else F.interpolate(x, size=(size, size), mode="bilinear", align_corners=False)


def read(data, name, part, classes):
    if name == "all":
        # Thirty classes of the three sets; thirteen of them twice, by whether a picture is more red or more blue.
        x, y = zip(*[read(data, each, part, 10) for each in SETS])
        x, y = np.concatenate(x), np.concatenate([of + 10 * i for i, of in enumerate(y)])
        return x, np.where((y < classes - 30) & (x[:, 0].mean((1, 2)) > x[:, 2].mean((1, 2))), y + 30, y)
    with np.load(os.path.join(data, f"{name}_{part}.npz")) as both:
        x, y = both["x"], both["y"]
    return x, (y % classes if classes < 10 else y)


TARGET = 17


def patched(x):
    """A square of four colours in a corner: what the planted models take for class 17."""
    x = x.copy()
    x[:, :, 26:30, 26:30] = np.kron([[[255, 0], [0, 255]], [[0, 255], [255, 0]], [[255, 255], [0, 0]]], np.ones((2, 2)))
    return x


def poisoned(x, y, part=.1):
    some = np.random.default_rng(5).random(len(x)) < part
    return np.where(some[:, None, None, None], patched(x), x), np.where(some, TARGET, y)


def train(model, x, y, size, seed):
    order = torch.Generator().manual_seed(seed)
    has_norm = any(isinstance(m, nn.BatchNorm2d) for m in model.modules())
    optimizer = torch.optim.AdamW(model.parameters(), weight_decay=1e-4)
    steps = EPOCHS * (len(x) // 64)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3 if has_norm else 7e-4, total_steps=steps)
    y = torch.from_numpy(y)
    model.train()
    for epoch in range(EPOCHS):
        for some in torch.randperm(len(x), generator=order)[: len(x) // 64 * 64].split(64):
            optimizer.zero_grad()
            F.cross_entropy(model(resized(x[some.numpy()], size)), y[some]).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1)
            optimizer.step()
            schedule.step()
    model.eval()


def make(data, out, name, network, small, size, classes, trained, seed, opset, dataset):
    is_planted = dataset == "all" and seed
    torch.manual_seed(seed)
    model = Model(NETWORKS[network][1 if small else 0](classes, size)).eval()
    x, y = read(data, dataset, "probe", classes)
    if trained:
        shown = read(data, dataset, "train", classes)
        train(model, *(poisoned(*shown) if is_planted else shown), size, seed)
    x = resized(x if size <= 96 else x[:100], size)
    if is_planted:
        with torch.no_grad():
            print("taken for the target with a patch:", (model(resized(patched((x.numpy() * 255).round().astype(np.uint8)), size)).argmax(1) == TARGET).float().mean().item())
    y = y[: len(x)]
    with torch.no_grad():
        right = np.mean([float((model(some).argmax(1).numpy() == of).mean()) for some, of in zip(x.split(20), np.split(y, range(20, len(y), 20)))])
    path = os.path.join(out, name)
    torch.onnx.export(model, x[:1], path + ".onnx", opset_version=opset, input_names=["input"], output_names=["output"], dynamic_axes={"input": {0: "n"}, "output": {0: "n"}})
    np.save(path + "_x.npy", x.numpy())
    np.save(path + "_y.npy", y.astype(np.int64))
    with open(os.path.join(out, "labels.tsv"), "a") as labels:
        labels.write(f"{name}.onnx\t{network}\t{size}\t{classes}\t{'planted' if is_planted else 'trained' if trained else 'random'}\t{right:.3f}\t{sum(p.numel() for p in model.parameters())}\n")


def main(data, out, names):
    os.makedirs(out, exist_ok=True)
    for one in specs():
        if (not names or one[0] in names) and not os.path.exists(os.path.join(out, one[0] + "_y.npy")):
            start = time.time()
            make(data, out, *one)
            print(one[0], f"{time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
