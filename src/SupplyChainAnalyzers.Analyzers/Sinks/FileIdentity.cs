using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Strings;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>Which file an expression names, as far as two expressions can be held against each other: one name, or one text.</summary>
internal readonly struct FileIdentity
{
    private readonly ISymbol? _symbol;
    private readonly string? _text;

    private FileIdentity(ISymbol? symbol, string? text)
    {
        _symbol = symbol;
        _text = text;
    }

    /// <summary>The local, parameter, field or property; null for an expression.</summary>
    public ISymbol? Symbol => _symbol;

    public static FileIdentity Of(IOperation? value, StringEvaluator strings)
    {
        // Two unknown folders look alike, so the name of the file has to be known.
        var text = strings.Evaluate(value) is [var only] && ConstantPath.NameOf(only) is not null ? only.Text : null;
        return new FileIdentity(ModelFlow.SymbolOf(value), text);
    }

    /// <summary>The file that a parameter of another method names.</summary>
    public static FileIdentity Of(IParameterSymbol parameter) => new(parameter, null);

    public bool Is(IOperation? value, StringEvaluator strings) =>
        (_symbol is not null && SymbolEqualityComparer.Default.Equals(ModelFlow.SymbolOf(value), _symbol))
        || (_text is not null && strings.Evaluate(value) is [var other] && other.Text == _text);
}
