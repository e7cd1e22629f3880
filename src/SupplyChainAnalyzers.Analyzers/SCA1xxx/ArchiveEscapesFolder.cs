using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>
/// SCA1042: entries of a model's archive are written where their names say, and a name can be ../../startup.cmd. The whole-archive
/// calls of .NET (ZipFile, TarFile) keep entries in the folder themselves, so it is about those who write entry by entry.
/// </summary>
internal sealed class ArchiveEscapesFolder() : ModelRule(
    Rules.ArchiveEscapesFolder, "An entry of the model's archive is written where its name says, which can be outside of the folder; use ExtractToDirectory, or compare the full path with the folder first")
{
    public override bool IsAbout(ApiMember member) => member.Class == ApiClass.Archive;

    public override void Analyze(SinkUse use)
    {
        foreach (var argument in use.With(ParameterRoles.Output))
        {
            if (argument.Syntax is { } syntax && ModelFlow.Find(argument.Value, use.Model, IsEntryName, use.Cancellation) is not null && IsAboutModels(use) && !IsKeptInside(use))
                use.Report(this, syntax.GetLocation(), null, null);
        }
    }

    // Name is the last part alone, and only a tar entry has folders in it.
    private static bool IsEntryName(IOperation value) => value is IPropertyReferenceOperation { Property: { ContainingType: { } type } property }
        && ((property.Name == "FullName" && type.Is("ZipArchiveEntry", "Compression", "IO", "System")) || (property.Name == "Name" && type.Is("TarEntry", "Tar", "Formats", "System")));

    private static bool IsAboutModels(SinkUse use) =>
        use.Body.Calls.Any(call => use.Body.MemberOf(call) is { Class: ApiClass.Load or ApiClass.Download or ApiClass.Tokenizer or ApiClass.Adapter } member && member.Risk != ApiMember.NoRisk)
        || ModelUrls.In(use.Syntax);

    private static bool IsKeptInside(SinkUse use) => use.Body.Calls.Any(static call =>
        call is IInvocationOperation { TargetMethod.Name: "StartsWith" or "GetRelativePath" or "IsPathRooted" or "Contains" or "IsSubPathOf" or "GetFileName" });
}
