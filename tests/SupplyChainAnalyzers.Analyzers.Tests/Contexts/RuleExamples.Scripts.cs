using SupplyChainAnalyzers.CodeFixes.SCA1xxx;

namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>Python and commands in strings.</summary>
internal static partial class RuleExamples
{
    private const string Bert = "from transformers import AutoModel\\n";

    private static IEnumerable<RuleExample> Scripts()
    {
        yield return Python("SCA1023", "f(trust_remote_code={|SCA1023:True|})", "f(trust_remote_code=False)").FixedBy<TrustRemoteCodeFixer>(Exec("f(trust_remote_code=False)"));
        yield return Python("SCA1024", Bert + "{|SCA1024:AutoModel.from_pretrained|}('acme/bert')", Bert + "AutoModel.from_pretrained('./bert')")
            .FixedBy<UnsafePythonLoadFixer>(Exec($"{Bert}AutoModel.from_pretrained('acme/bert', revision='{Commit}')"));
        yield return new RuleExample("SCA1060", "Process.Start(\"hf\", \"download {|SCA1060:acme/bert|}\");", $"Process.Start(\"hf\", \"download acme/bert --revision {Commit}\");")
        {
            Lock = BertLock,
        }.FixedBy<CommandWithoutPinFixer>($"Process.Start(\"hf\", \"download acme/bert --revision {Commit}\");");
    }

    private static string BertLock => TestLock.Of(TestLock.Model("bert", "models/bert", "acme/bert", Commit, "main", "model.onnx"));

    private static RuleExample Python(string id, string code, string clean) => new(id, Exec(code), Exec(clean)) { Stubs = ["Python.Runtime"], Lock = BertLock };

    private static string Exec(string code) => $"Python.Runtime.PythonEngine.Exec(\"{code}\");";
}
