using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>SCA1072: the chat template that came with the model is replaced by one that no lock covers.</summary>
internal sealed class ChatTemplateOverridden() : ModelRule(
    Rules.ChatTemplateOverridden, "The model's chat template is replaced; it decides what is sent to the model, so keep it in a file that models.lock declares, or use the model's own")
{
    public override bool IsAbout(ApiMember member) => (member.Roles & ParameterRoles.Template) != 0;

    public override void Analyze(SinkUse use)
    {
        foreach (var argument in use.With(ParameterRoles.Template))
        {
            if (argument.IsNothing || argument.Syntax is not { } syntax)
                continue;

            if (argument.Values.Any(static value => IsTemplate(value.Text)) || ReadsUndeclaredFile(use, argument.Value))
                use.Report(this, syntax.GetLocation(), null, null);
        }
    }

    // A word alone ("chatml") names one that the library has.
    private static bool IsTemplate(string text) => text.IndexOf("{{", StringComparison.Ordinal) >= 0 || text.IndexOf("{%", StringComparison.Ordinal) >= 0;

    private static bool ReadsUndeclaredFile(SinkUse use, IOperation? value)
    {
        while (value is IConversionOperation or IAwaitOperation)
            value = value is IAwaitOperation awaited ? awaited.Operation : ((IConversionOperation)value).Operand;

        if (value is not IInvocationOperation { TargetMethod: { Name: "ReadAllText" or "ReadAllTextAsync" } method, Arguments: [var path, ..] } || !method.ContainingType.Is("File", "IO", "System"))
            return false;

        return use.Strings.Evaluate(path.Value) is [var file] && ConstantPath.Of(file) is { } constant
            && !(use.Project.Lock.IsUsable && use.Project.Lock.Paths.Covers(constant));
    }
}
