using SupplyChainAnalyzers.CodeFixes.Pins;
using SupplyChainAnalyzers.Testing.Verification;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.Contexts;

/// <summary>
/// What holds for every rule, wherever the code stands: it speaks, it is silent where it is told to be, and its fix leaves code
/// that compiles and nothing to fix. A rule without an example fails here.
/// </summary>
public sealed class ContextMatrixTests
{
    public static TheoryData<string, string> SpeakingCases => Cross(RuleExamples.All, CodeContexts.Speaking.Concat(CodeContexts.Broken));

    public static TheoryData<string, string> SilentCases => Cross(RuleExamples.All, CodeContexts.Silent);

    public static TheoryData<string, string> FixCases => Cross(RuleExamples.All.Where(static example => example.Verify is not null), CodeContexts.Fixing);

    public static TheoryData<string> Rules => [.. RuleExamples.All.Select(static example => example.Id)];

    public static TheoryData<string> Fixes => [.. RuleExamples.All.Where(static example => example.Verify is not null).Select(static example => example.Id)];

    [Fact]
    public void Every_rule_has_one_example() => Assert.Equal(
        ModelRules.All.Select(static rule => rule.Rule.Id).Order(StringComparer.Ordinal),
        RuleExamples.All.Select(static example => example.Id));

    [Fact]
    public void Every_fix_has_an_example() => Assert.Equal(
        typeof(PinFixer).Assembly.GetExportedTypes()
            .Where(static type => !type.IsAbstract && type.Namespace!.EndsWith(".SCA1xxx", StringComparison.Ordinal))
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
        RuleExamples.All.Select(static example => example.Fixer).OfType<Type>().OrderBy(static type => type.Name, StringComparer.Ordinal));

    [Theory, MemberData(nameof(SpeakingCases))]
    public Task Triggers_in(string id, string context) => Verify.VerifyAnalyzerAsync(Test(id, context));

    [Theory, MemberData(nameof(SilentCases))]
    public Task Is_silent_in(string id, string context)
    {
        var test = Test(id, context);
        return Verify.VerifyAnalyzerAsync(test with { Source = Markup.Parse(test.Source).Text.Replace("RULE", id, StringComparison.Ordinal) });
    }

    [Theory, MemberData(nameof(Rules))]
    public Task Is_silent_when_editorconfig_says_so(string id)
    {
        var test = Test(id, CodeContexts.Method.Name);
        return Verify.VerifyAnalyzerAsync(test with { Source = Markup.Parse(test.Source).Text, EditorConfig = Without(id, RuleExamples.Of(id).Beside) });
    }

    [Theory, MemberData(nameof(Rules))]
    public Task Is_silent_on_clean_code(string id)
    {
        var example = RuleExamples.Of(id);
        return Verify.VerifyAnalyzerAsync(Test(example, CodeContexts.Method, example.Clean));
    }

    [Theory, MemberData(nameof(FixCases))]
    public Task Fix_works_in(string id, string name)
    {
        var (example, context) = (RuleExamples.Of(id), CodeContexts.Named(name));
        return example.Verify!(Test(id, name) with { Fixed = context.Text(example, example.Fixed!) + example.Types, PolicyFixed = example.PolicyFixed });
    }

    [Theory, MemberData(nameof(Fixes))]
    public Task Fix_all_reaches_files_and_projects(string id)
    {
        var example = RuleExamples.Of(id);
        return example.Verify!(Test(example, CodeContexts.Method, example.Statements) with
        {
            Fixed = CodeContexts.Method.Text(example, example.Fixed!) + example.Types,
            SecondSource = CodeContexts.Method.Text(example, example.Statements, "D"),
            SecondFixed = CodeContexts.Method.Text(example, example.Fixed!, "D"),
            OtherProjectSource = CodeContexts.Method.Text(example, example.Statements, "E") + example.Types,
            OtherProjectFixed = CodeContexts.Method.Text(example, example.Fixed!, "E") + example.Types,
            PolicyFixed = example.PolicyFixed,
        });
    }

    private static RuleTest Test(string id, string context) => Test(RuleExamples.Of(id), CodeContexts.Named(context), RuleExamples.Of(id).Statements);

    private static RuleTest Test(RuleExample example, CodeContext context, string statements) => new()
    {
        Source = context.Text(example, statements) + example.Types,
        Stubs = example.Stubs,
        Lock = example.Lock,
        Policy = example.Policy,
        IsProgram = context.IsProgram,
        IgnoreCompilerErrors = context.IsBroken,
        EditorConfig = Without(example.Beside),
    };

    private static Dictionary<string, string> Without(params string?[] rules) =>
        rules.OfType<string>().ToDictionary(static id => $"dotnet_diagnostic.{id}.severity", static _ => "none");

    private static TheoryData<string, string> Cross(IEnumerable<RuleExample> examples, IEnumerable<CodeContext> contexts)
    {
        var cases = new TheoryData<string, string>();
        foreach (var example in examples)
        {
            foreach (var context in contexts)
                cases.Add(example.Id, context.Name);
        }

        return cases;
    }
}
