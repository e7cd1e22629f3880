using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Options;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;

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

    /// <summary>The name of the member as it is written there: the place for what is wrong with the call as a whole.</summary>
    public SyntaxNode Name => Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        ObjectCreationExpressionSyntax creation => creation.Type,
        AssignmentExpressionSyntax assignment => assignment.Left,
        _ => Syntax,
    };

    /// <summary>All of the member around it: for rules about what happens before and after. An address that is only written has none.</summary>
    public SinkBody Body => SinkBody.Around(Operation!, Project.Apis);

    /// <summary>Those that play a role, in the order of the parameters.</summary>
    public IReadOnlyList<SinkArgument> Arguments { get; set; } = [];

    /// <summary>Whether what it fetches is a model, whatever the address is called.</summary>
    public bool FetchesModels => Member.Class == ApiClass.Load || (Member.Formats.Count > 0 && !Member.Formats.Contains("any"));

    /// <summary>Whether the call compares what it fetches with a digest it is given.</summary>
    public bool ComparesDigest => With(ParameterRoles.Hash).Any(argument => DigestFault.Of(this, argument) is null);

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
    public void Report(ModelRule rule, Location location, IEnumerable<Location>? additional, ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        Report(rule, rule.Rule.LevelIn(Project.Mode), location, additional, properties, arguments);

    /// <summary>The same at a level of its own: for a place that is better or worse than the rule is in general.</summary>
    public void Report(ModelRule rule, Level level, Location location, IEnumerable<Location>? additional, ImmutableDictionary<string, string?>? properties, params object[] arguments)
    {
        if (_reported.Contains(location))
            return;

        _reported.Add(location);
        _report(Diagnostic.Create(rule.Descriptor, location, Descriptors.SeverityOf(level), additional, properties, arguments));
    }
}
