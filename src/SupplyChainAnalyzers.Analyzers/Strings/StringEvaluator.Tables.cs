using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Entries of small tables: arrays, lists and dictionaries that are written out. Of a larger one nothing is known here.</summary>
internal sealed partial class StringEvaluator
{
    /// <summary>The variable of a foreach: any entry of what it goes through.</summary>
    private StringValue[] Element(SyntaxNode? declaration, int depth) =>
        declaration is ForEachStatementSyntax loop && loop.SyntaxTree == model.SyntaxTree ? Indexed(model.GetOperation(loop.Expression, cancellation), depth) : UnknownOnly;

    /// <summary>Any entry of a table.</summary>
    private StringValue[] Indexed(IOperation? table, int depth)
    {
        if (Entries(table, depth) is not { } entries || entries.Count is 0 or > MaxValues)
            return UnknownOnly;

        var values = Array.Empty<StringValue>();
        foreach (var entry in entries)
            values = Either(values, Evaluate(entry, depth + 1));

        return values;
    }

    /// <summary>The operations that give the entries (of a dictionary, the values); null when they are not written out.</summary>
    private IReadOnlyList<IOperation>? Entries(IOperation? table, int depth)
    {
        while (table is IConversionOperation conversion)
            table = conversion.Operand;

        return table switch
        {
            _ when depth > MaxDepth => null,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IObjectCreationOperation { Initializer: { } initializer } => [.. initializer.Initializers.Select(Entry).OfType<IOperation>()],
            // A collection expression has no name in this version of the compiler's API.
            { Syntax: CollectionExpressionSyntax list } => Written(list, depth),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Written((Declaration(field) as VariableDeclaratorSyntax)?.Initializer?.Value, depth),
            IPropertyReferenceOperation { Property: { SetMethod: null, IsIndexer: false } property } =>
                Declaration(property) is PropertyDeclarationSyntax declaration ? Written(declaration.Initializer?.Value ?? declaration.ExpressionBody?.Expression, depth) : null,
            ILocalReferenceOperation { Local: var local } when Declaration(local) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
                && !Assignments.In(Assignments.BodyOf(declarator)).Contains(local.Name) => Written(value, depth),
            _ => null,
        };
    }

    private IReadOnlyList<IOperation>? Written(ExpressionSyntax? value, int depth)
    {
        if (value is null || value.SyntaxTree != model.SyntaxTree)
            return null;

        // What stands in brackets or braces is the table, whatever it is converted to.
        return value switch
        {
            CollectionExpressionSyntax list => Each(list.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression)),
            InitializerExpressionSyntax list => Each(list.Expressions),
            _ => Entries(model.GetOperation(value, cancellation), depth + 1),
        };
    }

    private IReadOnlyList<IOperation> Each(IEnumerable<ExpressionSyntax> elements) => [.. elements.Select(element => model.GetOperation(element, cancellation)).OfType<IOperation>()];

    // Add("a"), Add("key", "a"), ["key"] = "a"
    private static IOperation? Entry(IOperation initializer) => initializer switch
    {
        IInvocationOperation { Arguments: [.., var last] } => last.Value,
        ISimpleAssignmentOperation assignment => assignment.Value,
        _ => null,
    };
}
