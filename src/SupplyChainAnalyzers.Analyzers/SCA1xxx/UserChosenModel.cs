using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1040: the path of a model comes from a request, the command line or the console, and nothing limits it.</summary>
internal sealed class UserChosenModel() : ModelRule(
    Rules.UserChosenModel, "The path of the model comes from {0}, so whoever gives it decides what is loaded; choose among the models that models.lock declares")
{
    // Names of calls that hold a value against what is allowed; they only make us silent.
    private static readonly string[] CheckingWords = ["Contains", "TryGetValue", "Valid", "Verif", "Allow", "Sanit", "StartsWith", "IsInside", "Parse", "Find", "Lookup"];

    public override bool IncludesTests => false;

    public override bool IsAbout(ApiMember member) =>
        member.Class is ApiClass.Load or ApiClass.Adapter or ApiClass.Tokenizer && (member.Roles & ParameterRoles.Path) != 0;

    public override void Analyze(SinkUse use)
    {
        foreach (var argument in use.With(ParameterRoles.Path))
        {
            if (argument.Syntax is not { } syntax)
                continue;

            string? source = null;
            if (ModelFlow.Find(argument.Value, use.Model, value => (source = UserInput.NameOf(value)) is not null, use.Cancellation) is not null && !IsChecked(use, argument.Value))
                use.Report(this, syntax.GetLocation(), null, null, source!);
        }
    }

    /// <summary>Whether a name on the way is given to a call that compares it, or is compared itself.</summary>
    private static bool IsChecked(SinkUse use, IOperation? value)
    {
        if (use.Body.ChecksBytes)
            return true;

        var names = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        ModelFlow.Find(value, use.Model, step => ModelFlow.SymbolOf(step) is { } symbol && step.Type is not IArrayTypeSymbol && names.Add(symbol) && false, use.Cancellation);
        return use.Body.Calls.Any(call => call is IInvocationOperation { TargetMethod.Name: var name } invocation
            && Array.Exists(CheckingWords, word => name.IndexOf(word, StringComparison.Ordinal) >= 0)
            && invocation.Arguments.Select(static argument => argument.Value).Append(invocation.Instance!)
                .Any(given => given is not null && ModelFlow.Find(given, use.Model, step => ModelFlow.SymbolOf(step) is { } symbol && names.Contains(symbol), use.Cancellation) is not null));
    }
}
