using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1035: a pool that loads the model again whenever the address or the file changes, and verifies none of the later ones.</summary>
internal sealed class ModelReloaded() : ModelRule(Rules.ModelReloaded, "{0}")
{
    private const string Pool = "Microsoft.Extensions.ML.BuilderExtensions";
    private const string Remote = "The address is polled and whatever it serves is loaded; download and verify a file, and load it with FromFile(…, watchForChanges: false)";
    private const string Watched = "The model is loaded again whenever the file changes, and only the first one was verified; give watchForChanges: false";
    private const string WatchParameter = "watchForChanges";

    public override bool IsAbout(ApiMember member) => member.Type.MetadataName == Pool;

    public override void Analyze(SinkUse use)
    {
        if (IsForDevelopment(use.Syntax))
            return;

        if ((use.Member.Roles & ParameterRoles.Url) != 0)
        {
            if (!use.With(ParameterRoles.Url).Any(static argument => argument.Values.Any(static value => Loopback.IsAddress(value.Text))))
                use.Report(this, use.Name.GetLocation(), null, null, Remote);

            return;
        }

        // The overloads without the parameter watch.
        if (use.With(ParameterRoles.Watch).FirstOrDefault() is not { } watch)
            use.Report(this, use.Name.GetLocation(), null, TextEdits.AddArgument(use.Syntax, $"{WatchParameter}: false"), Watched);
        else if (watch is { Value.ConstantValue: { HasValue: true, Value: true }, Syntax: { } syntax })
            use.Report(this, syntax.GetLocation(), null, TextEdits.Replace(syntax.Span, "false"), Watched);
    }

    /// <summary>Whether a condition around the call asks for the development environment.</summary>
    private static bool IsForDevelopment(SyntaxNode use)
    {
        foreach (var outer in use.Ancestors())
        {
            var condition = outer switch
            {
                IfStatementSyntax statement => statement.Condition,
                ConditionalExpressionSyntax expression => expression.Condition,
                _ => null,
            };
            if (condition is not null && condition.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText == "IsDevelopment"))
                return true;
        }

        return false;
    }
}
