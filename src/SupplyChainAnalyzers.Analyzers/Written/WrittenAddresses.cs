using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;

namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>
/// Addresses of models where they are written: most reach a download through a table, a field or an options object, which no
/// bounded evaluator follows. A literal that is data is judged where it stands, as if it were fetched there, and is then not
/// judged again at the calls that it reaches. Silent in a compilation that cannot download.
/// </summary>
internal sealed class WrittenAddresses(ProjectFacts project, IReadOnlyList<ModelRule> rules)
{
    // Stands for the download that is not seen.
    private static readonly ApiMember Download = new(
        new ApiType("", []), "", ApiKind.Method, ApiClass.Download, "unpinned-remote", new Dictionary<string, ParameterRoles> { [""] = ParameterRoles.Url }, []);

    public void Read(SemanticModelAnalysisContext context)
    {
        // Two parts of one text are one address.
        HashSet<SyntaxNode>? judged = null;
        foreach (var literal in AddressScan.Literals(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            if (IsSilent(context, literal) || Find(literal, context.SemanticModel, context.ReportDiagnostic, context.CancellationToken) is not { } use)
                continue;

            if (!(judged ??= []).Add(use.Syntax))
                continue;

            foreach (var rule in rules)
                rule.Analyze(use);
        }
    }

    /// <summary>Whether <paramref name="literal"/> is judged where it stands, and what as; null when it is not.</summary>
    public SinkUse? Find(SyntaxNode literal, SemanticModel model, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var isSameFile = literal.SyntaxTree == model.SyntaxTree;
        var place = new DataPlace(project.Apis, isSameFile ? model : null, cancellation);
        var whole = place.WholeOf(literal);
        if (!project.CanDownload || project.IsTest || TestCode.Holds(literal, cancellation) || !place.IsData(whole))
            return null;

        var use = new SinkUse(whole, model, project, Download, model.Compilation.Assembly, report, cancellation);
        var operation = isSameFile ? model.GetOperation(whole, cancellation) : null;
        var values = operation is null ? [Strings.SyntaxStrings.Read(whole)] : use.Strings.Evaluate(operation);
        use.Arguments = [new SinkArgument(use, whole, values)];
        return use;
    }

    /// <summary>Whether a constant's text is judged where it is written, however that is put together.</summary>
    public bool IsConstantOfWrittenAddress(IOperation? value, CancellationToken cancellation)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;

        if (value is not IFieldReferenceOperation { Field: { IsConst: true, DeclaringSyntaxReferences: [var declared] } }
            || declared.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } first })
            return false;

        while (first is BinaryExpressionSyntax sum)
            first = sum.Left;

        var place = new DataPlace(project.Apis, null, cancellation);
        return project.CanDownload && !project.IsTest && !TestCode.Holds(first, cancellation)
            && first is LiteralExpressionSyntax { Token.ValueText: var text } && text.StartsWith("http", StringComparison.Ordinal)
            && place.IsData(place.WholeOf(first));
    }

    private static bool IsSilent(SemanticModelAnalysisContext context, SyntaxNode literal) =>
        context.IsGeneratedCode && !literal.GetLocation().GetMappedLineSpan().HasMappedPath;
}
