using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Values that a type keeps: fields and properties that only its own code sets, and small methods that put a text together.</summary>
internal sealed partial class StringEvaluator
{
    // What callers give to the methods that are being followed.
    private Dictionary<IParameterSymbol, StringValue[]>? _arguments;

    /// <summary>A constant, or a field that nobody but its type sets, there with values that are followed.</summary>
    private StringValue[] Field(IFieldReferenceOperation reference, int depth)
    {
        var field = reference.Field;
        if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return EmptyOnly;

        // Counters and flags stand in addresses too, and to look for what sets them costs a walk through the type.
        if (IsText(field.Type) && (field.IsConst || field.IsReadOnly || field.DeclaredAccessibility is Accessibility.Private) && Declaration(field) is VariableDeclaratorSyntax declarator)
            return field.IsConst ? Source(declarator.Initializer?.Value, depth) : Kept(field, declarator.Initializer?.Value, depth);

        return Constant(reference);
    }

    /// <summary>A property whose value is written beside it, or that only its type sets; what it starts with is a fallback where others may set it.</summary>
    private StringValue[] Property(IPropertyReferenceOperation reference, int depth)
    {
        var property = reference.Property;
        if (KnownSymbols.IsAppFolder(property))
            return [new StringValue([StringPiece.Application])];

        if (KnownSymbols.IsAppFile(property))
            return [new StringValue([StringPiece.Application, new StringPiece("/.", null)])];

        if (property.Name is "AbsoluteUri" or "OriginalString" && property.ContainingType.IsUri())
            return Evaluate(reference.Instance, depth + 1);

        if (property.Name == "Uri" && property.ContainingType.Is("UriBuilder", "System"))
            return Evaluate(reference.Instance, depth + 1);

        if (property.IsIndexer)
            return Indexed(reference.Instance, depth);

        if (!IsText(property.Type) || property.IsVirtual || property.IsOverride || property.IsAbstract || Declaration(property) is not PropertyDeclarationSyntax declaration)
            return UnknownOnly;

        if (Body(declaration) is { } body)
            return Source(body, depth);

        if (property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private })
            return Kept(property, declaration.Initializer?.Value, depth);

        return declaration.Initializer is { } initializer ? [.. Source(initializer.Value, depth).Select(static value => value.AsFallback())] : UnknownOnly;
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.IsUri() || type.Is("UriBuilder", "System");

    // => value, get => value, get { return value; }
    private static ExpressionSyntax? Body(PropertyDeclarationSyntax declaration) =>
        declaration.ExpressionBody?.Expression
        ?? (declaration.AccessorList?.Accessors is [{ } getter] ? getter.ExpressionBody?.Expression ?? (getter.Body?.Statements is [ReturnStatementSyntax { Expression: { } value }] ? value : null) : null);

    /// <summary>What the type sets a member of its own to, in its constructors and methods, or else at its declaration.</summary>
    private StringValue[] Kept(ISymbol member, ExpressionSyntax? initializer, int depth)
    {
        if (member.ContainingType.DeclaringSyntaxReferences is not [var only])
            return UnknownOnly;

        var type = only.GetSyntax(cancellation);
        var assigned = Assignments.In(type).Of(member.Name);
        // The file of another type is read by its form, and that does not tell namesakes apart.
        if (assigned is null || (assigned.Count > 0 && type.SyntaxTree != model.SyntaxTree))
            return UnknownOnly;

        var own = assigned.Where(item => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(item.Target, cancellation).Symbol, member)).Select(static item => item.Value).ToArray();
        return own.Length == 0 ? Source(initializer, depth) : Union(own, null, depth);
    }

    /// <summary>What a method of this file returns that does nothing but put a text together.</summary>
    private StringValue[] Returned(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || method.IsAsync || depth > MaxDepth / 2 || Declaration(method) is not { } declaration || declaration.SyntaxTree != model.SyntaxTree)
            return UnknownOnly;

        var (expression, block) = declaration switch
        {
            MethodDeclarationSyntax written => (written.ExpressionBody?.Expression, written.Body),
            LocalFunctionStatementSyntax local => (local.ExpressionBody?.Expression, local.Body),
            _ => (null, null),
        };
        if ((expression ?? (block?.Statements is [ReturnStatementSyntax { Expression: { } value }] ? value : null)) is not { } result)
            return UnknownOnly;

        var outer = _arguments;
        var arguments = new Dictionary<IParameterSymbol, StringValue[]>(SymbolEqualityComparer.Default);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
                arguments[parameter] = Evaluate(argument.Value, depth + 1);
        }

        _arguments = arguments;
        var returned = Source(result, depth);
        _arguments = outer;
        return returned;
    }
}
