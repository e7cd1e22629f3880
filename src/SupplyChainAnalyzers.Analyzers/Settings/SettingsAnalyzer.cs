using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Analyzers.Policies;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.Settings;

/// <summary>
/// Says what is wrong with models, their addresses and endpoints in appsettings*.json, with the reader that <c>models scan</c> uses. The
/// targets hand the files over.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingsAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<Rule, DiagnosticDescriptor> Known = new[]
    {
        Rules.FloatingRevision, Rules.PlainHttp, Rules.LookAlikeRepository, Rules.RedirectedAddress, Rules.FloatingHostedModel, Rules.OllamaWithoutTag,
        Rules.HostedNotDeclared, Rules.EndpointNotAllowed,
    }.ToImmutableDictionary(static rule => rule, static rule => Descriptors.From(rule, "{0}"));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Known.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!FileRole.Is(file, FileRole.Settings, context.Options.AnalyzerConfigOptionsProvider)
            || SourceReaders.Find(file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1)) is not { Kind: SourceKind.Settings } reader
            || file.GetText(context.CancellationToken) is not { } text)
            return;

        var mode = BuildMode.Of(context.Options);
        foreach (var finding in reader.Read(text.ToString(), SettingsContext.Of(context.Options)).Findings)
        {
            if (!Known.TryGetValue(finding.Rule, out var descriptor))
                continue;

            var span = new TextSpan(finding.Start, finding.Length);
            context.ReportDiagnostic(Diagnostic.Create(
                descriptor,
                Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)),
                Descriptors.SeverityOf(finding.Rule.LevelIn(mode)),
                additionalLocations: null,
                properties: null,
                Printable.Message(finding.Message)));
        }
    }
}
