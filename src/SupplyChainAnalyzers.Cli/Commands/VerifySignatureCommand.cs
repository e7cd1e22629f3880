using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Scanning.Signatures;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models verify-signature</c>: who signed this model, and is it still what was signed?</summary>
internal static class VerifySignatureCommand
{
    // With the hashing of some terabytes.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var path = new Argument<string>("path") { Description = "Folder of the model, or its only file" };
        path.Validators.Add(LockOption.RefuseOption);
        var bundle = new Option<string>("--bundle") { Description = "The signature", HelpName = "file", Required = true };
        var method = WordOption.Create("--method", "How the signer is recognised; you choose, not the signature", "key", "certificate", "sigstore");
        method.Required = true;
        var key = new Option<string?>("--key") { Description = "Method key: the public key in PEM", HelpName = "file" };
        var trust = new Option<string[]>("--trust") { Description = "Method certificate: a trusted certificate in PEM; can be given more than once", HelpName = "file" };
        var stamps = new Option<string[]>("--timestamp-trust") { Description = "Method certificate: a time stamp authority in PEM, its root last; what it stamped in time stays valid when the certificate expires; can be given more than once", HelpName = "file" };
        var identity = new Option<string?>("--identity") { Description = "Method sigstore: who must have signed, exactly", HelpName = "name" };
        var issuer = new Option<string?>("--issuer") { Description = "Method sigstore: who must have vouched for the identity, exactly", HelpName = "address" };
        var root = new Option<string?>("--trusted-root") { Description = "Method sigstore: trusted_root.json of the instance that was signed with; default: the public instance as it came with this version", HelpName = "file" };
        var ignore = new Option<string[]>("--ignore-path") { Description = "Path in the model to leave out, with all below it; can be given more than once", HelpName = "path" };
        var unsigned = new Option<bool>("--ignore-unsigned-files") { Description = "Allow files that were not signed; they are told" };
        var links = new Option<bool>("--allow-symlinks") { Description = "Follow links, where the signer has recorded that they were followed" };
        var time = WordOption.Create("--certificate-time", "When the certificate must be valid; default: now", "now", "not-before");
        var attestation = new Option<bool>("--attestation") { Description = "The bundle is a statement about the files (in-toto, SLSA provenance, GitHub attestation), not their signature" };
        var legacy = new Option<bool>("--allow-legacy") { Description = "Take signatures as version 0.2 of the reference made them" };

        var command = new Command("verify-signature", "Verify the signature of a model (OpenSSF Model Signing 1.0; of a single file cosign's as well), offline")
        {
            path, bundle, method, key, trust, stamps, identity, issuer, root, ignore, unsigned, links, time, attestation, legacy,
        };
        var report = new ReportOptions(command);
        command.SetAction(parsed =>
        {
            byte[] Read(string file) => File.ReadAllBytes(host.FullPath(file));
            var model = Path.TrimEndingDirectorySeparator(host.FullPath(parsed.GetValue(path)!));
            var signature = host.FullPath(parsed.GetValue(bundle)!);
            if (!Path.Exists(model) || !File.Exists(signature))
                throw new CommandFailedException(Rules.Unreadable, $"{Printable.Path(Path.Exists(model) ? signature : model)} does not exist");

            var signer = new ExpectedSigner
            {
                Method = parsed.GetValue(method) switch { "key" => SigningMethod.Key, "certificate" => SigningMethod.Certificate, _ => SigningMethod.Sigstore },
                Keys = parsed.GetValue(key) is { } file ? [Read(file)] : [],
                Roots = [.. (parsed.GetValue(trust) ?? []).Select(Read)],
                TimestampRoots = [.. (parsed.GetValue(stamps) ?? []).Select(Read)],
                CertificateMustBeValidNow = parsed.GetValue(time) != "not-before",
                Identity = parsed.GetValue(identity),
                Issuer = parsed.GetValue(issuer),
                TrustedRoot = parsed.GetValue(root) is { } trusted ? Read(trusted) : null,
            };
            Require(signer);
            var question = new SignatureQuestion
            {
                Bundle = signature,
                Name = ShownPath.Relative(signature, host.CurrentDirectory),
                Model = model,
                Signers = [signer],
                Attestation = parsed.GetValue(attestation) ? new AttestationDemand() : null,
                IgnoredPaths = [.. ModelPaths.Relative(parsed.GetValue(ignore))],
                IgnoreUnsignedFiles = parsed.GetValue(unsigned),
                AllowLinks = parsed.GetValue(links),
                AllowLegacy = parsed.GetValue(legacy),
            };
            var result = Ask(host, question);
            if (result.Findings.FirstOrDefault(static finding => finding.Rule == Rules.ScannerUnavailable) is { } unavailable)
                throw new CommandFailedException(Rules.ScannerUnavailable, unavailable.Message);
            if (result.Findings.FirstOrDefault(static finding => finding.Rule == Rules.TrustUnusable) is { } unusable)
                throw new CommandFailedException(Rules.TrustUnusable, unusable.Message);

            SignatureReport.Write(report.Target(host, parsed), host.CurrentDirectory, ShownPath.Of(signature, host.CurrentDirectory), result);
            return SignatureReport.IsValid(result) ? Levels.ExitOk : Levels.ExitFindings;
        });
        return command;
    }

    private static ScanResult Ask(CommandHost host, SignatureQuestion question)
    {
        using var progress = new ProgressLine(host, "hashing");
        return ScannerClient.VerifySignature(question, ScannerFinder.Require(host) with { FileTimeout = Longest, Timeout = Longest, Progress = (_, bytes) => progress.Show(ByteCount.Of(bytes)) }, host.Cancellation);
    }

    // What is missing is a fault of the command line, not of the signature.
    private static void Require(ExpectedSigner signer)
    {
        var missing = signer.Method switch
        {
            SigningMethod.Key when signer.Keys.Count == 0 => "--method key needs --key",
            SigningMethod.Certificate when signer.Roots.Count == 0 => "--method certificate needs --trust; the roots of the web are not trusted for models",
            SigningMethod.Sigstore when signer.Identity is null || signer.Issuer is null => "--method sigstore needs --identity and --issuer",
            _ => null,
        };
        if (missing is not null)
            throw new CommandFailedException(Rules.Usage, missing + "; run: models verify-signature --help");
    }
}
