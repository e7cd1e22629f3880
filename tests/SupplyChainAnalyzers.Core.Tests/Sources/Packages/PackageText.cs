using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Packages;

/// <summary>Reads texts as files of a name, and shows what came of it as short lines.</summary>
internal static class PackageText
{
    public static SourceReading Read(string fileName, string text, bool usesModels = false) =>
        SourceReaders.Find(fileName)!.Read(text, new SourceContext(SourceContext.None.Pins, usesModelPackages: usesModels));

    /// <summary><c>name==version</c> of every package.</summary>
    public static string[] Packages(string fileName, string text) =>
        [.. Read(fileName, text).Facts.Where(static fact => fact.Kind is SourceFactKind.PythonPackage or SourceFactKind.NuGetPackage).Select(static fact => fact.Version is null ? fact.Name : $"{fact.Name}=={fact.Version}")];

    /// <summary><c>SCA1080 text</c> of every finding.</summary>
    public static string[] Findings(string fileName, string text, bool usesModels = false) =>
        [.. Read(fileName, text, usesModels).Findings.Select(finding => $"{finding.Rule.Id} {text.Substring(finding.Start, finding.Length)}")];
}
