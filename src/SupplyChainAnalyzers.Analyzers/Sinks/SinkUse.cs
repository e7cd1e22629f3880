using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Options;
using SupplyChainAnalyzers.Analyzers.Strings;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>One place in the source that uses a member of the table: what every rule is given.</summary>
internal sealed class SinkUse
{
    private readonly Action<Diagnostic> _report;
    private readonly List<Location> _reported = [];
    private StringEvaluator? _strings;

    public SinkUse(OperationAnalysisContext context, ProjectFacts project, ApiMember member, ISymbol symbol)
        : this(context.Operation.Syntax, context.Operation.SemanticModel!, project, member, symbol, context.ReportDiagnostic, context.CancellationToken) =>
        Operation = context.Operation;

    public SinkUse(
        SyntaxNode syntax, SemanticModel model, ProjectFacts project, ApiMember member, ISymbol symbol, Action<Diagnostic> report, CancellationToken cancellation)
    {
        _report = report;
        Syntax = syntax;
        Model = model;
        Cancellation = cancellation;
        Project = project;
        Member = member;
        Symbol = symbol;
    }

    public ProjectFacts Project { get; }

    public ApiMember Member { get; }

    /// <summary>The method, constructor or property that is used.</summary>
    public ISymbol Symbol { get; }

    /// <summary>The call, creation or assignment; the address where one is only written.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The same as an operation; null for an address that is only written.</summary>
    public IOperation? Operation { get; }

    /// <summary>The meaning of the file.</summary>
    public SemanticModel Model { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Those that play a role, in the order of the parameters.</summary>
    public IReadOnlyList<SinkArgument> Arguments { get; set; } = [];

    /// <summary>Whether what it fetches is a model, whatever the address is called.</summary>
    public bool FetchesModels => Member.Class == ApiClass.Load || (Member.Formats.Count > 0 && !Member.Formats.Contains("any"));

    public StringEvaluator Strings => _strings ??= new StringEvaluator(Model, Cancellation);

    public SinkOptions Options => new(Project.Options.AnalyzerConfigOptionsProvider.GetOptions(Syntax.SyntaxTree));

    /// <summary>Arguments that play <paramref name="role"/>.</summary>
    public IEnumerable<SinkArgument> With(ParameterRoles role)
    {
        foreach (var argument in Arguments)
        {
            if ((argument.Roles & role) != 0)
                yield return argument;
        }
    }

    /// <summary>The only known value of the only argument that plays <paramref name="role"/>, or null.</summary>
    public string? ValueOf(ParameterRoles role) => With(role).ToArray() is [{ Values: [{ IsComplete: true } value] }] ? value.Text : null;

    /// <summary>
    /// Reports, unless an earlier rule has spoken about the same place: rules are asked in order of precedence. The level is
    /// the one of the build's mode; .editorconfig decides after it.
    /// </summary>
    public void Report(ModelRule rule, Location location, IEnumerable<Location>? additional, ImmutableDictionary<string, string?>? properties, params object[] arguments)
    {
        if (_reported.Contains(location))
            return;

        _reported.Add(location);
        _report(Diagnostic.Create(rule.Descriptor, location, Descriptors.SeverityOf(rule.Rule, Project.Mode), additional, properties, arguments));
    }
}
