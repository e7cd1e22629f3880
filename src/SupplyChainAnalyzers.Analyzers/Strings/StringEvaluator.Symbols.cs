using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Values that stand behind a name.</summary>
internal sealed partial class StringEvaluator
{
    /// <summary>A local that gets its value once: at its declaration, or by the only assignment.</summary>
    private StringValue[] Local(ILocalReferenceOperation reference, int depth) => Source(Assignments.OnlyValueOf(reference.Local, cancellation), depth);

    /// <summary>A constant, or a readonly field that only its initializer sets.</summary>
    private StringValue[] Field(IFieldReferenceOperation reference, int depth)
    {
        var field = reference.Field;
        if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return EmptyOnly;

        if ((field.IsConst || (field.IsReadOnly && !IsSetByConstructor(field)))
            && Declaration(field) is VariableDeclaratorSyntax { Initializer.Value: { } value })
            return Source(value, depth);

        return Constant(reference);
    }

    /// <summary>A property without a setter whose value is written beside it.</summary>
    private StringValue[] Property(IPropertyReferenceOperation reference, int depth)
    {
        var property = reference.Property;
        if (KnownSymbols.IsAppFolder(property))
            return [new StringValue([StringPiece.Application])];

        if (KnownSymbols.IsAppFile(property))
            return [new StringValue([StringPiece.Application, new StringPiece("/.", null)])];

        if (property.Name is "AbsoluteUri" or "OriginalString" && property.ContainingType.IsUri())
            return Evaluate(reference.Instance, depth + 1);

        if (property.SetMethod is not null || property.IsVirtual || property.IsOverride || property.IsAbstract || IsSetByConstructor(property)
            || Declaration(property) is not PropertyDeclarationSyntax declaration)
            return UnknownOnly;

        return Source(declaration.Initializer?.Value ?? declaration.ExpressionBody?.Expression, depth);
    }

    /// <summary>A parameter's default: what a caller gets who gives nothing.</summary>
    private StringValue[] Parameter(IParameterReferenceOperation reference, int depth)
    {
        if (Declaration(reference.Parameter) is not ParameterSyntax { Default.Value: { } value } parameter
            || Assignments.In(Assignments.BodyOf(parameter)).Contains(reference.Parameter.Name))
            return UnknownOnly;

        return [.. Source(value, depth).Select(static value => value.AsFallback())];
    }

    /// <summary>A source expression of this file by its meaning; one of another file by its form, because binding that file costs too much here.</summary>
    private StringValue[] Source(ExpressionSyntax? expression, int depth)
    {
        if (expression is null)
            return UnknownOnly;

        return expression.SyntaxTree == model.SyntaxTree
            ? Evaluate(model.GetOperation(expression, cancellation), depth + 1)
            : [SyntaxStrings.Read(expression)];
    }

    private SyntaxNode? Declaration(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length == 1 ? symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation) : null;

    private bool IsSetByConstructor(ISymbol symbol)
    {
        foreach (var constructor in symbol.ContainingType.Constructors)
        {
            foreach (var reference in constructor.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax syntax && Assignments.In(syntax).Contains(symbol.Name))
                    return true;
            }
        }

        return false;
    }
}
