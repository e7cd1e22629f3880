using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>Recognises uses of the table's members and hands them to the rules that asked. The miss path is a look-up of a name.</summary>
internal sealed class SinkReader(ProjectFacts project)
{
    private readonly KnownModelApis _apis = project.Apis;

    public void ReadInvocation(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (_apis.FindMethod(invocation.TargetMethod, ReceiverType(invocation)) is { } member)
            Judge(context, member, invocation.TargetMethod, invocation.Arguments);
    }

    public void ReadCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Constructor is { } constructor && _apis.FindConstructor(constructor) is { } member)
            Judge(context, member, constructor, creation.Arguments);
    }

    public void ReadAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property } || _apis.FindProperty(property) is not { } member)
            return;

        // A text that is added to another is no value of its own; a callback that is added is called.
        if (IsSilent(context) || (assignment is ICompoundAssignmentOperation && property.Type.TypeKind != TypeKind.Delegate))
            return;

        var use = new SinkUse(context, project, member, property);
        use.Arguments = [new SinkArgument(use, null, member.RoleOf("value"), assignment.Value, isOmitted: false)];
        Judge(use);
    }

    /// <summary>A call that does not compile: an argument of unknown type is enough, and code is in that state most of the time it is edited.</summary>
    public void ReadInvalid(OperationAnalysisContext context)
    {
        if (BrokenCall.Read(context, _apis) is not { } call || IsSilent(context))
            return;

        var use = new SinkUse(context, project, call.Member, call.Symbol);
        use.Arguments = [.. call.Arguments.Select(argument =>
            new SinkArgument(use, argument.Parameter, call.Member.RoleOf(argument.Parameter.Name), argument.Value, argument.Value is null))];
        Judge(use);
    }

    private void Judge(OperationAnalysisContext context, ApiMember member, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (IsSilent(context))
            return;

        var use = new SinkUse(context, project, member, method);
        // Owner before name, whatever order named arguments stand in.
        var ordered = new SinkArgument?[method.Parameters.Length];
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < ordered.Length && member.RoleOf(parameter.Name) is var roles and not ParameterRoles.None)
                ordered[parameter.Ordinal] = new SinkArgument(use, parameter, roles, argument.Value, argument.ArgumentKind == ArgumentKind.DefaultValue);
        }

        use.Arguments = Array.FindAll(ordered, static argument => argument is not null)!;
        Judge(use);
    }

    private void Judge(SinkUse use)
    {
        foreach (var rule in _apis.RulesOf(use.Member))
        {
            if (!project.IsTest || use.Options.GetBool(rule.Rule.Id, "include_tests", rule.IncludesTests))
                rule.Analyze(use);
        }
    }

    /// <summary>Generated code is nobody's to mend, but for what was written in another file and maps back to it: Razor.</summary>
    private static bool IsSilent(OperationAnalysisContext context) =>
        context.IsGeneratedCode && !context.Operation.Syntax.GetLocation().GetMappedLineSpan().HasMappedPath;

    // Before the conversion: the extension AsChatClient takes an OpenAIClient, and is given an AzureOpenAIClient.
    private static ITypeSymbol? ReceiverType(IInvocationOperation invocation)
    {
        var receiver = invocation.Instance;
        while (receiver is IConversionOperation { IsImplicit: true } conversion)
            receiver = conversion.Operand;

        return receiver?.Type;
    }
}
