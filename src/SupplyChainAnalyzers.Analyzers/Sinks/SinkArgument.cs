using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>What one use of a member gives for one parameter (or assigns to the property).</summary>
internal sealed class SinkArgument
{
    private readonly SinkUse _use;
    private readonly SyntaxNode? _written;
    private IReadOnlyList<StringValue>? _values;
    private Dictionary<StringValue, WebAddress?>? _addresses;
    private List<StringValue>? _claimed;

    public SinkArgument(SinkUse use, IParameterSymbol? parameter, ParameterRoles roles, IOperation? value, bool isOmitted)
    {
        _use = use;
        Parameter = parameter;
        Roles = roles;
        Value = value;
        IsOmitted = isOmitted;
    }

    /// <summary>An address that is only written.</summary>
    public SinkArgument(SinkUse use, SyntaxNode written, IReadOnlyList<StringValue> values)
        : this(use, null, ParameterRoles.Url, null, isOmitted: false)
    {
        _written = written;
        _values = values;
    }

    /// <summary>Null for an assigned property.</summary>
    public IParameterSymbol? Parameter { get; }

    public ParameterRoles Roles { get; }

    /// <summary>The value; the default's when it <see cref="IsOmitted"/>.</summary>
    public IOperation? Value { get; }

    /// <summary>Whether the source gives nothing and the parameter's default applies.</summary>
    public bool IsOmitted { get; }

    /// <summary>The expression in the source; null when there is none.</summary>
    public SyntaxNode? Syntax => IsOmitted ? null : Value?.Syntax ?? _written;

    /// <summary>The texts it can be; at least one, unknown where nothing can be said.</summary>
    public IReadOnlyList<StringValue> Values => _values ??= (Roles & ParameterRoles.Url) != 0 ? BaseAddress.Resolve(_use, _use.Strings.Evaluate(Value)) : _use.Strings.Evaluate(Value);

    /// <summary>One of <see cref="Values"/> as an address; null when it is none.</summary>
    public WebAddress? AddressOf(StringValue value)
    {
        _addresses ??= [];
        if (!_addresses.TryGetValue(value, out var address))
            _addresses.Add(value, address = WebAddress.Parse(value.Text));

        return address;
    }

    /// <summary>Whether nobody has spoken about this value yet; from now on somebody has.</summary>
    public bool Claim(StringValue value)
    {
        _claimed ??= [];
        if (_claimed.Contains(value))
            return false;

        _claimed.Add(value);
        return true;
    }

    /// <summary>Whether it is <c>null</c>, <c>default</c> or an empty text: what libraries take for "not given".</summary>
    public bool IsNothing => Value is not null
        && (Unconverted(Value).ConstantValue is { HasValue: true, Value: null or "" } || Values is [{ Text.Length: 0 }]);

    /// <summary>Whether <paramref name="node"/> is written inside the argument itself, so that a change of it changes nothing else.</summary>
    public bool Holds(SyntaxNode node) => Syntax is { } syntax && syntax.SyntaxTree == node.SyntaxTree && syntax.Span.Contains(node.Span);

    /// <summary>The literal that is all of <paramref name="value"/>, when it is written in the argument itself; else the argument.</summary>
    public Location PlaceOf(StringValue value) =>
        value.Pieces is [{ Literal: { } literal }] && Holds(literal) ? literal.GetLocation() : Syntax!.GetLocation();

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is Microsoft.CodeAnalysis.Operations.IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;

        return operation;
    }
}
