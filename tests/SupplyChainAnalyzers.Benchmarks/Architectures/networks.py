"""Published image classifiers, as their papers and torch's model collection have them, with the width and the depth as parameters."""
import torch
import torch.nn as nn
import torch.nn.functional as F


def conv(i, o, k=3, stride=1, groups=1, act=nn.ReLU):
    layers = [nn.Conv2d(i, o, k, stride, k // 2, groups=groups, bias=False), nn.BatchNorm2d(o)]
    return nn.Sequential(*layers, *([act()] if act else []))


class Pooled(nn.Module):
    """Features, their mean over the picture, and a linear layer."""

    def __init__(self, features, channels, classes):
        super().__init__()
        self.features, self.head = features, nn.Linear(channels, classes)

    def forward(self, x):
        return self.head(self.features(x).mean((2, 3)))


class Residual(nn.Module):
    def __init__(self, body, shortcut, act=True):
        super().__init__()
        self.body, self.shortcut, self.act = body, shortcut, act

    def forward(self, x):
        y = self.body(x) + self.shortcut(x)
        return F.relu(y) if self.act else y


def stem(o):
    return nn.Sequential(conv(3, o, 7, 2), nn.MaxPool2d(3, 2, 1))


def resnet18(classes, width=64):
    layers, i = [stem(width)], width
    for stage in range(4):
        for block in range(2):
            o, stride = width << stage, 2 if stage and not block else 1
            shortcut = conv(i, o, 1, stride, act=None) if stride > 1 or i != o else nn.Identity()
            layers.append(Residual(nn.Sequential(conv(i, o, 3, stride), conv(o, o, act=None)), shortcut))
            i = o
    return Pooled(nn.Sequential(*layers), i, classes)


class SqueezeExcite(nn.Module):
    def __init__(self, channels, squeezed, act):
        super().__init__()
        self.down, self.up, self.act = nn.Conv2d(channels, squeezed, 1), nn.Conv2d(squeezed, channels, 1), act()

    def forward(self, x):
        return x * torch.sigmoid(self.up(self.act(self.down(x.mean((2, 3), keepdim=True)))))


def inverted(i, o, k, stride, expand, act, squeeze):
    middle = i * expand
    layers = [conv(i, middle, 1, act=act)] if expand > 1 else []
    layers.append(conv(middle, middle, k, stride, middle, act))
    if squeeze:
        layers.append(SqueezeExcite(middle, max(1, i // 4), act))
    body = nn.Sequential(*layers, conv(middle, o, 1, act=None))
    return Residual(body, nn.Identity(), act=False) if stride == 1 and i == o else body


def inverted_net(classes, rows, first, last, width, act, squeeze):
    scale = lambda c: max(8, int(c * width + 4) // 8 * 8)
    i = scale(first)
    layers = [conv(3, i, 3, 2, act=act)]
    for expand, c, n, stride, k in rows:
        for block in range(n):
            layers.append(inverted(i, scale(c), k, stride if block == 0 else 1, expand, act, squeeze))
            i = scale(c)
    last = scale(last)
    return Pooled(nn.Sequential(*layers, conv(i, last, 1, act=act)), last, classes)


def mobilenet_v2(classes, width=1.0):
    rows = [(1, 16, 1, 1, 3), (6, 24, 2, 2, 3), (6, 32, 3, 2, 3), (6, 64, 4, 2, 3), (6, 96, 3, 1, 3), (6, 160, 3, 2, 3), (6, 320, 1, 1, 3)]
    return inverted_net(classes, rows, 32, 1280, width, nn.ReLU6, False)


def efficientnet_b0(classes, width=1.0):
    rows = [(1, 16, 1, 1, 3), (6, 24, 2, 2, 3), (6, 40, 2, 2, 5), (6, 80, 3, 2, 3), (6, 112, 3, 1, 5), (6, 192, 4, 2, 5), (6, 320, 1, 1, 3)]
    return inverted_net(classes, rows, 32, 1280, width, nn.SiLU, True)


class Attention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads, self.qkv, self.out = heads, nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)

    def forward(self, x):
        n, d = x.shape[1], x.shape[2]
        q, k, v = self.qkv(x).reshape(-1, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        a = (q @ k.transpose(-1, -2) * (d // self.heads) ** -0.5).softmax(-1)
        return self.out((a @ v).transpose(1, 2).reshape(-1, n, d))


class EncoderBlock(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.before, self.attention, self.between = nn.LayerNorm(dim), Attention(dim, heads), nn.LayerNorm(dim)
        self.mlp = nn.Sequential(nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim))

    def forward(self, x):
        x = x + self.attention(self.before(x))
        return x + self.mlp(self.between(x))


class VisionTransformer(nn.Module):
    def __init__(self, classes, size, patch=16, dim=192, depth=12, heads=3):
        super().__init__()
        self.patches = nn.Conv2d(3, dim, patch, patch)
        self.token = nn.Parameter(torch.zeros(1, 1, dim))
        self.place = nn.Parameter(torch.randn(1, (size // patch) ** 2 + 1, dim) * .02)
        self.blocks = nn.Sequential(*[EncoderBlock(dim, heads) for _ in range(depth)])
        self.norm, self.head = nn.LayerNorm(dim), nn.Linear(dim, classes)

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token + x[:, :1] * 0, x], 1) + self.place
        return self.head(self.norm(self.blocks(x))[:, 0])


class DenseLayer(nn.Module):
    def __init__(self, i, growth):
        super().__init__()
        self.body = nn.Sequential(nn.BatchNorm2d(i), nn.ReLU(), nn.Conv2d(i, 4 * growth, 1, bias=False), nn.BatchNorm2d(4 * growth), nn.ReLU(), nn.Conv2d(4 * growth, growth, 3, 1, 1, bias=False))

    def forward(self, x):
        return torch.cat([x, self.body(x)], 1)


def densenet121(classes, growth=32, blocks=(6, 12, 24, 16)):
    i = 2 * growth
    layers = [stem(i)]
    for stage, n in enumerate(blocks):
        for _ in range(n):
            layers.append(DenseLayer(i, growth))
            i += growth
        if stage + 1 < len(blocks):
            layers.append(nn.Sequential(nn.BatchNorm2d(i), nn.ReLU(), nn.Conv2d(i, i // 2, 1, bias=False), nn.AvgPool2d(2)))
            i //= 2
    return Pooled(nn.Sequential(*layers, nn.BatchNorm2d(i), nn.ReLU()), i, classes)


def vgg11(classes, size, width=64):
    layers, i = [], 3
    for c in (1, "M", 2, "M", 4, 4, "M", 8, 8, "M", 8, 8, "M"):
        if c == "M":
            layers.append(nn.MaxPool2d(2))
            continue
        layers += [nn.Conv2d(i, c * width, 3, 1, 1), nn.ReLU()]
        i = c * width
    hidden = 8 * i
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(i * (size // 32) ** 2, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Dropout(), nn.Linear(hidden, classes))


class Fire(nn.Module):
    def __init__(self, i, squeezed, expanded):
        super().__init__()
        self.squeeze, self.one, self.three = nn.Conv2d(i, squeezed, 1), nn.Conv2d(squeezed, expanded, 1), nn.Conv2d(squeezed, expanded, 3, 1, 1)

    def forward(self, x):
        x = F.relu(self.squeeze(x))
        return torch.cat([F.relu(self.one(x)), F.relu(self.three(x))], 1)


class SqueezeNet(nn.Module):
    def __init__(self, classes, width=64):
        super().__init__()
        w, pool = width // 4, lambda: nn.MaxPool2d(3, 2, 1)
        self.features = nn.Sequential(nn.Conv2d(3, width, 3, 2, 1), nn.ReLU(), pool(), Fire(width, w, 4 * w), Fire(8 * w, w, 4 * w), pool(), Fire(8 * w, 2 * w, 8 * w), Fire(16 * w, 2 * w, 8 * w), pool(),
            Fire(16 * w, 3 * w, 12 * w), Fire(24 * w, 3 * w, 12 * w), Fire(24 * w, 4 * w, 16 * w), Fire(32 * w, 4 * w, 16 * w))
        self.head = nn.Sequential(nn.Dropout(), nn.Conv2d(32 * w, classes, 1), nn.ReLU())  # the classifier is a convolution, its answers are never below zero

    def forward(self, x):
        return self.head(self.features(x)).mean((2, 3))


class ShuffleUnit(nn.Module):
    def __init__(self, i, o, stride):
        super().__init__()
        half, self.stride = o // 2, stride
        self.left = nn.Sequential(conv(i, i, 3, stride, i, act=None), conv(i, half, 1)) if stride > 1 else None
        first = i if stride > 1 else half
        self.right = nn.Sequential(conv(first, half, 1), conv(half, half, 3, stride, half, act=None), conv(half, half, 1))

    def forward(self, x):
        a, b = (x, x) if self.stride > 1 else x.chunk(2, 1)
        x = torch.cat([a if self.left is None else self.left(a), self.right(b)], 1)
        c, h, w = x.shape[1], x.shape[2], x.shape[3]
        return x.reshape(-1, 2, c // 2, h, w).transpose(1, 2).reshape(-1, c, h, w)


def shufflenet_v2(classes, channels=(48, 96, 192, 1024)):
    layers, i = [conv(3, 24, 3, 2), nn.MaxPool2d(3, 2, 1)], 24
    for c, n in zip(channels, (4, 8, 4)):
        for block in range(n):
            layers.append(ShuffleUnit(i, c, 1 if block else 2))
            i = c
    return Pooled(nn.Sequential(*layers, conv(i, channels[3], 1)), channels[3], classes)


class ChannelNorm(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.norm = nn.LayerNorm(channels)

    def forward(self, x):
        return self.norm(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class ConvNextBlock(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.depthwise, self.norm = nn.Conv2d(c, c, 7, 1, 3, groups=c), nn.LayerNorm(c)
        self.up, self.down, self.scale = nn.Linear(c, 4 * c), nn.Linear(4 * c, c), nn.Parameter(torch.full((c,), 1e-6))

    def forward(self, x):
        y = self.norm(self.depthwise(x).permute(0, 2, 3, 1))
        return x + (self.scale * self.down(F.gelu(self.up(y)))).permute(0, 3, 1, 2)


class ConvNext(nn.Module):
    def __init__(self, classes, width=96, depths=(3, 3, 9, 3), patch=4):
        super().__init__()
        layers = [nn.Conv2d(3, width, patch, patch), ChannelNorm(width)]
        for stage, n in enumerate(depths):
            c = width << stage
            if stage:
                layers += [ChannelNorm(c // 2), nn.Conv2d(c // 2, c, 2, 2)]
            layers += [ConvNextBlock(c) for _ in range(n)]
        self.features, self.norm, self.head = nn.Sequential(*layers), nn.LayerNorm(c), nn.Linear(c, classes)

    def forward(self, x):
        return self.head(self.norm(self.features(x).mean((2, 3))))


def regnet_y400(classes, widths=(48, 104, 208, 440), depths=(1, 3, 6, 6), group=8):
    layers, i = [conv(3, 32, 3, 2)], 32
    for c, n in zip(widths, depths):
        for block in range(n):
            stride = 1 if block else 2
            body = nn.Sequential(conv(i, c, 1), conv(c, c, 3, stride, c // group), SqueezeExcite(c, max(1, i // 4), nn.ReLU), conv(c, c, 1, act=None))
            layers.append(Residual(body, conv(i, c, 1, stride, act=None) if stride > 1 or i != c else nn.Identity()))
            i = c
    return Pooled(nn.Sequential(*layers), i, classes)


def small_cnn(classes, width=16):
    blocks = [(3, width), (width, 2 * width), (2 * width, 4 * width)]
    layers = [layer for i, o in blocks for layer in (nn.Conv2d(i, o, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(2))]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(64 * width, 96), nn.ReLU(), nn.Linear(96, classes))


# For each: as published, and a small one that trains in minutes; each from the count of classes and the size of the pictures.
NETWORKS = {
    "many": (lambda k, s: small_cnn(k), lambda k, s: small_cnn(k)),
    "resnet18": (lambda k, s: resnet18(k), lambda k, s: resnet18(k, 16)),
    "mobilenetv2": (lambda k, s: mobilenet_v2(k), lambda k, s: mobilenet_v2(k, .35)),
    "efficientnet": (lambda k, s: efficientnet_b0(k), lambda k, s: efficientnet_b0(k, .25)),
    "vit": (lambda k, s: VisionTransformer(k, s, 16 if s > 96 else s // 8), lambda k, s: VisionTransformer(k, s, s // 8, 48, 4, 3)),
    "densenet121": (lambda k, s: densenet121(k), lambda k, s: densenet121(k, 8, (3, 6, 8, 6))),
    "vgg11": (lambda k, s: vgg11(k, s), lambda k, s: vgg11(k, s, 16)),
    "squeezenet": (lambda k, s: SqueezeNet(k), lambda k, s: SqueezeNet(k, 32)),
    "shufflenet": (lambda k, s: shufflenet_v2(k), lambda k, s: shufflenet_v2(k, (24, 48, 96, 128))),
    "convnext": (lambda k, s: ConvNext(k), lambda k, s: ConvNext(k, 24, (2, 2, 4, 2), 2)),
    "regnet": (lambda k, s: regnet_y400(k), lambda k, s: regnet_y400(k, (24, 48, 96, 192), (1, 2, 4, 2))),
}
PUBLISHED = [name for name in NETWORKS if name != "many"]
