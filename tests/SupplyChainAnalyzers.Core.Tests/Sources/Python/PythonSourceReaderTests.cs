using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Python;

public sealed class PythonSourceReaderTests
{
    internal const string Commit = "e0bc86c23ce5aae1db576c8cca6f06f1f73af2db";

    private const string Imports = """
        import torch, pickle, joblib, os
        import numpy as np
        import pandas as pd
        from transformers import AutoModel, pipeline
        from huggingface_hub import hf_hub_download, snapshot_download, HfApi
        from datasets import load_dataset
        from sentence_transformers import SentenceTransformer
        from peft import PeftModel
        from tokenizers import Tokenizer
        import diffusers

        """;

    [Theory]
    [InlineData("AutoModel.from_pretrained('acme/bert')", "AutoModel.from_pretrained")]
    [InlineData("AutoModel.from_pretrained('bert-base-uncased')", "AutoModel.from_pretrained")]
    [InlineData("AutoModel.from_pretrained(pretrained_model_name_or_path='acme/bert', revision=None)", "None")]
    [InlineData("AutoModel.from_pretrained('acme/bert', revision='main')", "'main'")]
    [InlineData("AutoModel.from_pretrained('acme/bert', revision='v1.0')", "'v1.0'")]
    [InlineData("AutoModel.from_pretrained('acme/bert', revision='deadbee')", "'deadbee'")]
    [InlineData("m = 'acme/bert'\nAutoModel.from_pretrained(m)", "AutoModel.from_pretrained")]
    [InlineData("m = os.environ.get('M', 'acme/bert')\nAutoModel.from_pretrained(m)", "AutoModel.from_pretrained")]
    [InlineData("def f(m='acme/bert'):\n  AutoModel.from_pretrained(m)", "AutoModel.from_pretrained")]
    [InlineData("class C:\n  M = 'acme/bert'\nAutoModel.from_pretrained(C.M)", "AutoModel.from_pretrained")]
    [InlineData("o = 'acme'\nAutoModel.from_pretrained(f'{o}/bert')", "AutoModel.from_pretrained")]
    [InlineData("AutoModel.from_pretrained('acme/'\n  'bert')", "AutoModel.from_pretrained")]
    [InlineData("print(f\"{AutoModel.from_pretrained('acme/bert')}\")", "AutoModel.from_pretrained")]
    [InlineData("hf_hub_download('acme/bert', 'model.bin')", "hf_hub_download")]
    [InlineData("snapshot_download(repo_id='acme/bert')", "snapshot_download")]
    [InlineData("api = HfApi()\napi.hf_hub_download('acme/bert', 'a')", "api.hf_hub_download")]
    [InlineData("load_dataset('imdb')", "load_dataset")]
    [InlineData("load_dataset('acme/data', split='train')", "load_dataset")]
    [InlineData("pipeline('text-generation', 'acme/bert')", "pipeline")]
    [InlineData("pipeline('text-generation', model='acme/bert')", "pipeline")]
    [InlineData("SentenceTransformer('all-MiniLM-L6-v2')", "SentenceTransformer")]
    [InlineData("diffusers.StableDiffusionPipeline.from_pretrained('acme/sd')", "diffusers.StableDiffusionPipeline.from_pretrained")]
    [InlineData("PeftModel.from_pretrained(model, 'acme/lora')", "PeftModel.from_pretrained")]
    [InlineData("Tokenizer.from_pretrained('acme/bert', 'main')", "'main'")]
    [InlineData("torch.hub.load('pytorch/vision', 'resnet18')", "'pytorch/vision'")]
    [InlineData("torch.hub.load('pytorch/vision:v0.10.0', 'resnet18')", "'pytorch/vision:v0.10.0'")]
    [InlineData("torch.load('a.pt')", "torch.load")]
    [InlineData("torch.load('a.pt', weights_only=False)", "torch.load")]
    [InlineData("pickle.load(f)", "pickle.load")]
    [InlineData("joblib.load('a')", "joblib.load")]
    [InlineData("pd.read_pickle('a')", "pd.read_pickle")]
    [InlineData("np.load('a', allow_pickle=True)", "np.load")]
    [InlineData("np.load('a', None, True)", "np.load")]
    [InlineData("try:\n  import cPickle as p\nexcept ImportError:\n  import pickle as p\np.load(f)", "p.load")]
    public void Load_without_a_pin_is_reported_where_it_stands(string code, string expected)
    {
        var text = Imports + code;
        var finding = Assert.Single(Read(text).Findings);

        Assert.Equal((Rules.UnsafePythonLoad, expected), (finding.Rule, text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [InlineData("AutoModel.from_pretrained('acme/bert', revision='" + Commit + "')")]
    [InlineData("REV = '" + Commit + "'\nAutoModel.from_pretrained('acme/bert', revision=REV)")]
    [InlineData("Tokenizer.from_pretrained('acme/bert', '" + Commit + "')")]
    [InlineData("load_dataset('acme/data', None, None, None, None, None, None, None, None, None, False, False, '" + Commit + "')")]
    [InlineData("torch.hub.load('pytorch/vision:" + Commit + "', 'resnet18')")]
    [InlineData("torch.hub.load('.', 'resnet18', source='local')")]
    [InlineData("AutoModel.from_pretrained('./bert')")]
    [InlineData("AutoModel.from_pretrained('/models/bert')")]
    [InlineData("AutoModel.from_pretrained('models/bert')")]
    [InlineData("AutoModel.from_pretrained('outputs/run/last')")]
    [InlineData("AutoModel.from_pretrained('bert')")]
    [InlineData("AutoModel.from_pretrained('your-name/bert')")]
    [InlineData("AutoModel.from_pretrained(path)")]
    [InlineData("AutoModel.from_pretrained('acme/bert', revision=rev)")]
    [InlineData("def f(revision='main'):\n  AutoModel.from_pretrained('acme/bert', revision=revision)")]
    [InlineData("AutoModel.from_pretrained('acme/bert', **kwargs)")]
    [InlineData("AutoModel.from_pretrained('acme/bert', local_files_only=True)")]
    [InlineData("m = 'acme/bert'\nm = other()\nAutoModel.from_pretrained(m)")]
    [InlineData("for m in ['a']:\n  pass\nm = 'acme/bert'\nAutoModel.from_pretrained(m)")]
    [InlineData("from .local import AutoModel as Mine\nMine.from_pretrained('acme/bert')")]
    [InlineData("def from_pretrained(x): pass\nfrom_pretrained('acme/bert')")]
    [InlineData("# AutoModel.from_pretrained('acme/bert')")]
    [InlineData("'''AutoModel.from_pretrained(\"acme/bert\")'''")]
    [InlineData("pipeline('text-generation')")]
    [InlineData("load_dataset('csv', data_files='a.csv')")]
    [InlineData("load_dataset('json')")]
    [InlineData("torch.load('a.pt', weights_only=True)")]
    [InlineData("torch.load('a.pt', weights_only=flag)")]
    [InlineData("torch.load('a.pt', **kwargs)")]
    [InlineData("torch.jit.load('a.pt')")]
    [InlineData("pickle.loads(pickle.dumps(x))")]
    [InlineData("np.load('a')")]
    [InlineData("np.load('a', allow_pickle=flag)")]
    [InlineData("AutoModel.from_pretrained('acme/bert', trust_remote_code=False, revision='" + Commit + "')")]
    public void What_is_pinned_local_or_unknown_is_not_reported(string code) => Assert.Empty(Read(Imports + code).Findings);

    [Theory]
    [InlineData("f(trust_remote_code=True)")]
    [InlineData("x.y['a'].f(1, trust_remote_code=True)")]
    [InlineData("kwargs = {'a': 1, 'trust_remote_code': True}")]
    [InlineData("f(model_kwargs={\"trust_remote_code\": True})")]
    public void Trusting_remote_code_is_reported_and_mended(string code)
    {
        var finding = Assert.Single(Read(code).Findings);

        Assert.Equal((Rules.TrustRemoteCode, "True"), (finding.Rule, code.Substring(finding.Start, finding.Length)));
        var mended = Apply(code, finding.Edit!);
        Assert.Contains("False", mended, StringComparison.Ordinal);
        Assert.Empty(Read(mended).Findings);
    }

    [Fact]
    public void Name_that_stands_for_True_is_reported_but_not_changed() =>
        Assert.Null(Assert.Single(Read("TRUST = True\nf(trust_remote_code=TRUST)").Findings).Edit);

    [Theory]
    [InlineData("f(trust_remote_code=False)")]
    [InlineData("evaluate_consent(['acme/bert'], trust_remote_code=True)")]
    [InlineData("gate.check_allowed('acme/bert', trust_remote_code=True)")]
    [InlineData("args = types.SimpleNamespace(trust_remote_code=True)")]
    [InlineData("f(trust_remote_code=x)")]
    [InlineData("f('trust_remote_code=True')")]
    [InlineData("# f(trust_remote_code=True)")]
    [InlineData("a = b.trust_remote_code == True")]
    public void Remote_code_that_is_not_trusted_is_not_reported(string code) => Assert.Empty(Read(code).Findings);

    [Theory]
    [InlineData("AutoModel.from_pretrained('acme/bert')", "AutoModel.from_pretrained('acme/bert', revision='" + Commit + "')")]
    [InlineData("AutoModel.from_pretrained('acme/bert', revision=\"main\")", "AutoModel.from_pretrained('acme/bert', revision='" + Commit + "')")]
    [InlineData("AutoModel.from_pretrained('acme/bert', revision=None)", "AutoModel.from_pretrained('acme/bert', revision='" + Commit + "')")]
    public void Revision_comes_from_the_lock(string code, string expected)
    {
        var context = new SourceContext(SourceLock.Pins("acme/bert", Commit));
        var finding = Assert.Single(Read(Imports + code, context).Findings);

        Assert.Contains("e0bc86c23ce5…", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Imports + expected, Apply(Imports + code, finding.Edit!));
        Assert.Empty(Read(Imports + expected, context).Findings);
    }

    [Fact]
    public void What_is_used_is_a_fact()
    {
        var facts = Read(Imports + "AutoModel.from_pretrained('acme/bert', revision='v1')\nload_dataset('acme/data')").Facts;

        Assert.Equal(
            [(SourceFactKind.HubModel, "acme/bert", "v1"), (SourceFactKind.HubDataset, "acme/data", null)],
            facts.Select(static fact => (fact.Kind, fact.Name, fact.Version)));
    }

    [Fact]
    public void Findings_have_lines_and_columns()
    {
        var finding = Assert.Single(Read("\r\nf(a,\r\n  trust_remote_code=True)").FindingsIn("/a.py"));

        Assert.Equal(("/a.py", 3, 21, 3, 25), (finding.File, finding.Region.Line, finding.Region.Column, finding.Region.EndLine, finding.Region.EndColumn));
    }

    private static string Apply(string text, SourceEdit edit) => text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Replacement);

    private static SourceReading Read(string text, SourceContext? context = null) => SourceReaders.Find("a.py")!.Read(text, context ?? SourceContext.None);
}
