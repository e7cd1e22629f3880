using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.SCA1xxx;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>Every rule about uses of the table's members, in order of precedence: the first that speaks about a place is the only one.</summary>
internal static class ModelRules
{
    public static readonly IReadOnlyList<ModelRule> All =
    [
        new PlainHttp(),
        new FloatingRevision(),
        new AbbreviatedCommit(),
        new MutableTag(),
        new RedirectedAddress(),
        new CloudObjectWithoutVersion(),
        new UntrustedSource(),
        new PinCommentDiffers(),
        new DownloadWithoutRevision(),
        new CodeExecutingLoader(),
        new PickleArtefact(),
        new NativeLibraryPath(),
        new DigestNotChecked(),
        new ModelReloaded(),
        new LibraryChosenDownload(),
        new CertificateNotChecked(),
        new DownloadNotVerified(),
        new VerifiedThenReopened(),
        new UserChosenModel(),
        new SharedFolderModel(),
        new ArchiveEscapesFolder(),
        new ModelNotDeclared(),
        new FolderOrRepository(),
        new TrustRemoteCode(),
        new UnsafePythonLoad(),
        new CommandWithoutPin(),
        new LookAlikeRepository(),
        new FloatingHostedModel(),
        new HostedNotDeclared(),
        new EndpointNotAllowed(),
        new OllamaWithoutTag(),
        new OllamaWithoutDigest(),
        new CatalogueAlias(),
        new HubInference(),
        new AdapterNotDeclared(),
        new TokenizerNotDeclared(),
        new ChatTemplateOverridden(),
        new DeclaredModelNotVerified(),
    ];

    /// <summary>Those of them that judge addresses, in the same order.</summary>
    public static readonly IReadOnlyList<ModelRule> AboutAddresses = [.. All.Where(static rule => rule.JudgesWritten)];

    public static readonly ImmutableArray<DiagnosticDescriptor> AllDescriptors =
        All.Select(static rule => rule.Descriptor).OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    private static readonly Lazy<ApiIndex> Built = new(static () => new ApiIndex(ApiTable.Shared, All));

    /// <summary>The table as these rules see it.</summary>
    public static ApiIndex Index => Built.Value;
}
