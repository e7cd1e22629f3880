"""Small TorchScript archives: python3 make.py, in this folder. Weights are constant, outputs are committed."""
import torch
from torch import nn
from typing import Dict, List, Optional, Tuple

torch.manual_seed(7)


class Control(nn.Module):
    def forward(self, x: torch.Tensor, n: int = 3) -> Tuple[torch.Tensor, Dict[str, List[int]]]:
        out: Optional[torch.Tensor] = None
        for i in range(n):
            if bool(x.sum() > 0):
                x = x * 2
            else:
                x = torch.relu(x) - 1
            while i > 5:
                i -= 1
            out = x
        if out is None:
            raise RuntimeError("empty input")
        print("done", n)
        return out, {"shape": list(x.shape)}


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.quant, self.dequant = torch.quantization.QuantStub(), torch.quantization.DeQuantStub()
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        return self.dequant(torch.relu(self.fc(self.quant(x))))


net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(8, 2)).eval()
torch.jit.save(torch.jit.script(net), "script.pt")
torch.jit.save(torch.jit.trace(net, torch.zeros(1, 1, 4, 4)), "trace.pt")
torch.jit.save(torch.jit.script(Control()), "control.pt")
quantized = Small().eval()
quantized.qconfig = torch.quantization.get_default_qconfig("fbgemm")
prepared = torch.quantization.prepare(quantized)
prepared(torch.zeros(1, 4))
quantized = torch.quantization.convert(prepared)
torch.jit.save(torch.jit.script(quantized), "quantized.pt")
torch.jit.save(torch.jit.freeze(torch.jit.script(net)), "frozen.pt")
