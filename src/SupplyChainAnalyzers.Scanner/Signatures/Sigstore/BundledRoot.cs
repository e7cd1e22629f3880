namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>
/// The trusted root of the public sigstore instance as of a day (sigstore/root-signing, targets/trusted_root.json): nothing is downloaded, so
/// what was added later is not known here. Whoever needs it newer, or another instance, brings his own.
/// </summary>
internal static class BundledRoot
{
    /// <summary>When it was published.</summary>
    public const string Date = "2026-08-21";

    private static readonly Lazy<TrustedRoot> Root = new(Read);

    public static TrustedRoot Value => Root.Value;

    private static TrustedRoot Read()
    {
        using var resource = typeof(BundledRoot).Assembly.GetManifestResourceStream("Sigstore.trusted_root.json")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return TrustedRootReader.Read(bytes.ToArray());
    }
}
