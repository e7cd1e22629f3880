using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Written;

/// <summary>
/// Decides whether a literal is data that a program works with (a constant, a field, an entry of a table, an argument of its own
/// downloader) or something else: a link that is shown, an operand of a comparison, the text of an exception. What is not surely
/// data is not.
/// </summary>
internal sealed class DataPlace(KnownModelApis apis, SemanticModel? model, CancellationToken cancellation)
{
    /// <summary>The whole text that a literal is a part of: the sum, the interpolated string, the new Uri around it.</summary>
    public ExpressionSyntax WholeOf(SyntaxNode literal)
    {
        var whole = (ExpressionSyntax)(literal as ExpressionSyntax ?? literal.Parent!);
        while (true)
        {
            switch (whole.Parent)
            {
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax:
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                    whole = (ExpressionSyntax)whole.Parent;
                    break;
                case ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var first, ..] } creation } when first.Expression == whole && IsUri(creation):
                    whole = creation;
                    break;
                default:
                    return whole;
            }
        }
    }

    /// <summary>Whether <paramref name="whole"/> is data. Without a semantic model only what its form tells.</summary>
    public bool IsData(ExpressionSyntax whole)
    {
        var isTable = false;
        SyntaxNode at = whole;
        while (at.Parent is { } parent)
        {
            switch (parent)
            {
                case ConditionalExpressionSyntax choice when choice.Condition != at:
                case BinaryExpressionSyntax coalesce when coalesce.IsKind(SyntaxKind.CoalesceExpression):
                case SwitchExpressionArmSyntax arm when arm.Expression == at:
                case SwitchExpressionSyntax:
                case ParenthesizedExpressionSyntax or CastExpressionSyntax:
                    break;
                case InitializerExpressionSyntax or CollectionExpressionSyntax or ExpressionElementSyntax or TupleExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax:
                case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } entry when entry.Right == at:
                case ArgumentSyntax { Parent: TupleExpressionSyntax }:
                case AnonymousObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax:
                case BaseObjectCreationExpressionSyntax when at is InitializerExpressionSyntax:
                    isTable = true;
                    break;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Right == at && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsDataTarget(assignment.Left);
                case EqualsValueClauseSyntax clause:
                    return IsDataName(clause.Parent, isTable);
                case ArrowExpressionClauseSyntax arrow:
                    return IsDataName(arrow.Parent is AccessorDeclarationSyntax accessor ? accessor.Parent!.Parent : arrow.Parent, isTable: true);
                case ReturnStatementSyntax or YieldStatementSyntax:
                    return IsDataName(parent.FirstAncestorOrSelf<SyntaxNode>(static node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax), isTable: true);
                case ArgumentSyntax { Parent.Parent: ExpressionSyntax call } argument:
                    if (!IsMade(call))
                        return IsDataArgument(call, argument);

                    isTable = true;
                    at = call;
                    continue;
                default:
                    return false;
            }

            at = parent;
        }

        return false;
    }

    private bool IsUri(BaseObjectCreationExpressionSyntax creation) => creation is ObjectCreationExpressionSyntax explicitly
        ? explicitly.Type is IdentifierNameSyntax { Identifier.ValueText: "Uri" } or QualifiedNameSyntax { Right.Identifier.ValueText: "Uri" }
        : model?.GetTypeInfo(creation, cancellation).Type is { Name: "Uri" };

    private bool IsDataName(SyntaxNode? declaration, bool isTable)
    {
        var (name, isOwn) = declaration switch
        {
            VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } variable => (variable.Identifier.ValueText, IsPrivate(field)),
            VariableDeclaratorSyntax variable => (variable.Identifier.ValueText, true),
            PropertyDeclarationSyntax property => (property.Identifier.ValueText, IsPrivate(property)),
            ParameterSyntax parameter => (parameter.Identifier.ValueText, false),
            MethodDeclarationSyntax method => (method.Identifier.ValueText, false),
            LocalFunctionStatementSyntax function => (function.Identifier.ValueText, false),
            GlobalStatementSyntax => ("", false),
            _ => (null, false),
        };
        if (name is null || DataNames.IsLink(name))
            return false;

        if (isTable || !isOwn)
            return true;

        // What only its own type or body can use has to be used there; of a field a part of the type may stand in another file.
        var isLocal = declaration!.Parent!.Parent is not BaseFieldDeclarationSyntax && declaration is VariableDeclaratorSyntax;
        SyntaxNode root = declaration.SyntaxTree.GetRoot(cancellation);
        var scope = isLocal ? Strings.Assignments.BodyOf(declaration) : root;
        return NameUses.In(root).AreData(name, scope, apis.Names) ?? !isLocal;
    }

    private static bool IsPrivate(MemberDeclarationSyntax member) => !member.Modifiers.Any(static modifier =>
        modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword) || modifier.IsKind(SyntaxKind.ProtectedKeyword));

    private bool IsDataTarget(ExpressionSyntax target)
    {
        var name = target switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax identifier } => identifier.Identifier.ValueText,
            ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
            _ => null,
        };
        if (name is null || DataNames.IsLink(name))
            return false;

        var symbol = model?.GetSymbolInfo(target is ElementAccessExpressionSyntax element ? element.Expression : target, cancellation).Symbol;
        return symbol switch
        {
            ILocalSymbol or IParameterSymbol => NameUses.In(target.SyntaxTree.GetRoot(cancellation)).AreData(name, Strings.Assignments.BodyOf(target), apis.Names) == true,
            // The table's own members are judged where they are used.
            IPropertySymbol property => !IsPlatform(property) && apis.FindProperty(property) is null,
            IFieldSymbol field => !IsPlatform(field),
            _ => false,
        };
    }

    /// <summary>Whether a method of the project makes texts or addresses of its argument: then they are what is looked at.</summary>
    private bool IsMade(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax
        && model?.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0, IsAsync: false } method
        && method.ReturnType is var type
        && ((type as IArrayTypeSymbol)?.ElementType ?? (type is INamedTypeSymbol { TypeArguments: [var element] } ? element : type)) is { SpecialType: SpecialType.System_String } or { Name: "Uri" };

    private bool IsDataArgument(ExpressionSyntax call, ArgumentSyntax argument)
    {
        var info = model?.GetSymbolInfo(call, cancellation);
        if ((info?.Symbol ?? (info?.CandidateSymbols is [var only] ? only : null)) is not IMethodSymbol method)
            return false;

        var parameter = ParameterOf(method, argument);
        if (parameter is not null && DataNames.IsLink(parameter))
            return false;

        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
            return !DataNames.Shows(type.Name) && (IsPair(type) || !IsPlatform(type)) && apis.FindConstructor(method) is null;

        if (call is not InvocationExpressionSyntax || apis.FindMethod(method, null) is not null)
            return false;

        return IsPlatform(method) ? method.Name is "Add" or "TryAdd" or "Enqueue" or "Insert" && IsCollection(type) : DataNames.Downloads(method.Name) || IsFetchedIn(method, parameter);
    }

    /// <summary>Whether the body of a method of the project gives its parameter to something that downloads. One step, no further.</summary>
    private bool IsFetchedIn(IMethodSymbol method, string? parameter) =>
        parameter is not null
        && method.DeclaringSyntaxReferences is [var declared]
        && NameUses.In(declared.SyntaxTree.GetRoot(cancellation)).AreFetched(parameter, declared.GetSyntax(cancellation));

    private static string? ParameterOf(IMethodSymbol method, ArgumentSyntax argument)
    {
        if (argument.NameColon is { } name)
            return name.Name.Identifier.ValueText;

        var index = ((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return index < method.Parameters.Length ? method.Parameters[index].Name : null;
    }

    private static bool IsPair(INamedTypeSymbol type) => type.Name is "KeyValuePair" or "Tuple" or "ValueTuple";

    private static bool IsCollection(INamedTypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name == "Collections")
                return true;
        }

        return false;
    }

    // Frameworks, user interfaces and loggers only show addresses, or are in the table.
    private static bool IsPlatform(ISymbol symbol) => symbol.ContainingAssembly is not { } assembly || FrameworkAssembly.Is(assembly.Name);
}
