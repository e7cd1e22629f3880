using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Strings;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>Where a value comes from, inside one member: through names that get their value once, awaits, conversions and wrappers.</summary>
internal static class ModelFlow
{
    /// <summary>Steps from a use back to its origin.</summary>
    private const int MaxDepth = 10;

    /// <summary>
    /// The first operation on the way back from <paramref name="value"/> that <paramref name="isOrigin"/> accepts; null when
    /// there is none. The way leads through everything that hands on what it is given.
    /// </summary>
    public static IOperation? Find(IOperation? value, SemanticModel model, Func<IOperation, bool> isOrigin, CancellationToken cancellation) =>
        Find(value, model, isOrigin, 0, cancellation);

    /// <summary>A value without conversions, awaits and parentheses around it.</summary>
    public static IOperation? Plain(IOperation? value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion: value = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: value = parenthesized.Operand; break;
                case IAwaitOperation awaited: value = awaited.Operation; break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult", Instance: { } instance }: value = instance; break;
                default: return value;
            }
        }
    }

    /// <summary>The name a value is read from: a local, parameter, field or property.</summary>
    public static ISymbol? SymbolOf(IOperation? value) => Plain(value) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
        _ => null,
    };

    private static IOperation? Find(IOperation? value, SemanticModel model, Func<IOperation, bool> isOrigin, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Plain(value) is not { } plain || depth > MaxDepth)
            return null;

        if (isOrigin(plain))
            return plain;

        foreach (var before in Before(plain, model, cancellation))
        {
            if (Find(before, model, isOrigin, depth + 1, cancellation) is { } origin)
                return origin;
        }

        return null;
    }

    private static IEnumerable<IOperation?> Before(IOperation value, SemanticModel model, CancellationToken cancellation) => value switch
    {
        ILocalReferenceOperation local => [OnlyValue(local.Local, model, cancellation)],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        IConditionalOperation conditional => [conditional.WhenTrue, conditional.WhenFalse],
        IArrayElementReferenceOperation element => [element.ArrayReference],
        IPropertyReferenceOperation property => [property.Instance],
        IConditionalAccessOperation access => [access.Operation, access.WhenNotNull],
        IInterpolatedStringOperation interpolated => interpolated.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => [sum.LeftOperand, sum.RightOperand],
        IInvocationOperation call => HandedOn(call),
        IObjectCreationOperation { Type: { } type } creation when type.Is("MemoryStream", "IO", "System") || type.Is("BufferedStream", "IO", "System") => creation.Arguments.Select(static argument => argument.Value),
        _ => [],
    };

    // What a call is called on, and what path functions are given. Path.GetFileName takes the folders away, so it ends the way.
    private static IEnumerable<IOperation?> HandedOn(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.IsPath())
        {
            return call.TargetMethod.Name is "Combine" or "Join" or "GetFullPath" or "ChangeExtension"
                ? call.Arguments.SelectMany(static argument => Elements(argument.Value))
                : [];
        }

        return call.Instance is { } instance ? [instance] : call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? [call.Arguments[0].Value] : [];
    }

    // The arguments of Path.Combine are a params array, or a span for newer compilers.
    private static IEnumerable<IOperation?> Elements(IOperation argument) => argument switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        { Type: INamedTypeSymbol { Name: "ReadOnlySpan" }, ChildOperations.Count: > 0 } => argument.ChildOperations,
        _ => [argument],
    };

    private static IOperation? OnlyValue(ILocalSymbol local, SemanticModel model, CancellationToken cancellation) =>
        Assignments.OnlyValueOf(local, cancellation) is { } value && value.SyntaxTree == model.SyntaxTree ? model.GetOperation(value, cancellation) : null;
}
