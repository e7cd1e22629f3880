using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>
/// Says which texts an expression can have: constants, concatenation, interpolation, formats, locals, fields and properties whose
/// assignments are all seen, <c>??</c>, conditionals, small tables, paths and addresses put together from parts, methods that do
/// nothing else. It stays in one type and is bounded, because it runs on every keystroke; what it cannot follow is a hole, and rules stay silent about holes.
/// </summary>
internal sealed partial class StringEvaluator(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>Operations nested in each other; more is generated code.</summary>
    private const int MaxDepth = 8;

    /// <summary>Operations looked at for one value.</summary>
    private const int MaxNodes = 64;

    /// <summary>Values one expression may have; a table of more is for a rule about tables.</summary>
    private const int MaxValues = 4;

    private static readonly StringValue[] UnknownOnly = [StringValue.Unknown];
    private static readonly StringValue[] EmptyOnly = [new StringValue([])];

    private int _nodes;

    /// <summary>At least one value; <see cref="StringValue.Unknown"/> where nothing can be said.</summary>
    public StringValue[] Evaluate(IOperation? operation)
    {
        _nodes = 0;
        _arguments = null;
        return Evaluate(operation, 0);
    }

    private StringValue[] Evaluate(IOperation? operation, int depth)
    {
        if (operation is null)
            return UnknownOnly;

        cancellation.ThrowIfCancellationRequested();
        var values = depth > MaxDepth || ++_nodes > MaxNodes ? UnknownOnly : Follow(operation, depth);
        // The compiler knows a constant whole where we lost a part of it, only not in which literals it stands.
        return operation.ConstantValue.HasValue && !Array.TrueForAll(values, static value => value.IsComplete) ? Constant(operation) : values;
    }

    private StringValue[] Follow(IOperation operation, int depth)
    {
        return operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Evaluate(conversion.Operand, depth),
            IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, depth),
            ILiteralOperation literal => Constant(literal),
            IUtf8StringOperation utf8 => [StringValue.Of(utf8.Value, utf8.Syntax)],
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsString(sum) => Join(Evaluate(sum.LeftOperand, depth + 1), Evaluate(sum.RightOperand, depth + 1)),
            IInterpolatedStringOperation interpolated => Interpolate(interpolated, depth),
            ICoalesceOperation coalesce => Fallback(Evaluate(coalesce.Value, depth + 1), Evaluate(coalesce.WhenNull, depth + 1)),
            IConditionalOperation conditional => Either(Evaluate(conditional.WhenTrue, depth + 1), Evaluate(conditional.WhenFalse, depth + 1)),
            ISwitchExpressionOperation choice => Choose(choice, depth),
            ILocalReferenceOperation local => Local(local, depth),
            IFieldReferenceOperation field => Field(field, depth),
            IPropertyReferenceOperation property => Property(property, depth),
            IParameterReferenceOperation parameter => Parameter(parameter, depth),
            IArrayElementReferenceOperation element => Indexed(element.ArrayReference, depth),
            IInvocationOperation invocation => Call(invocation, depth),
            IObjectCreationOperation creation => Created(creation, depth),
            _ => Constant(operation),
        };
    }

    private static bool IsString(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_String;

    private static StringValue[] Constant(IOperation operation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: string text } => [StringValue.Of(text, operation is ILiteralOperation ? operation.Syntax : null)],
        { HasValue: true, Value: char or sbyte or byte or short or ushort or int or uint or long or ulong } constant =>
            [StringValue.Of(Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!, null)],
        _ => UnknownOnly,
    };

    private StringValue[] Interpolate(IInterpolatedStringOperation interpolated, int depth)
    {
        var values = EmptyOnly;
        foreach (var part in interpolated.Parts)
        {
            values = part switch
            {
                IInterpolatedStringTextOperation text => Join(values, Evaluate(text.Text, depth + 1)),
                // A format or a width changes the text: then it is not ours to know.
                IInterpolationOperation { FormatString: null, Alignment: null } hole => Join(values, Evaluate(hole.Expression, depth + 1)),
                _ => Join(values, UnknownOnly),
            };
        }

        return values;
    }

    private StringValue[] Choose(ISwitchExpressionOperation choice, int depth)
    {
        if (choice.Arms.Length > MaxValues)
            return UnknownOnly;

        var values = Array.Empty<StringValue>();
        foreach (var arm in choice.Arms)
        {
            if (arm.Value is not IThrowOperation and not IConversionOperation { Operand: IThrowOperation })
                values = Either(values, Evaluate(arm.Value, depth + 1));
        }

        return values.Length == 0 ? UnknownOnly : values;
    }

    /// <summary>Every left value followed by every right one.</summary>
    private static StringValue[] Join(StringValue[] left, StringValue[] right)
    {
        if (left.Length * right.Length > MaxValues)
            return UnknownOnly;

        if (left.Length == 1 && right.Length == 1)
            return [left[0].Append(right[0])];

        return [.. from first in left from second in right select first.Append(second)];
    }

    private static StringValue[] Either(StringValue[] left, StringValue[] right) =>
        left.Length + right.Length > MaxValues ? UnknownOnly : [.. left, .. right];

    /// <summary><c>left ?? right</c>: what is not known of the left, configuration most often, leaves the right as fallback.</summary>
    private static StringValue[] Fallback(StringValue[] left, StringValue[] right) =>
        Either([.. left.Where(static value => !value.IsUnknown)], [.. right.Select(static value => value.AsFallback())]);
}
