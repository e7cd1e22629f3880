using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Signing;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models sign</c>: an OpenSSF model signature over a model's files.</summary>
internal static class SignCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var path = new Argument<string>("path") { Description = "Folder of the model, or its only file" };
        path.Validators.Add(LockOption.RefuseOption);
        var key = new Option<string>("--key") { Description = "Private key in PEM: ECDSA on P-256, P-384 or P-521", HelpName = "file", Required = true };
        var certificate = new Option<string?>("--certificate") { Description = "Certificate of the key in PEM; verifiers then trust its chain instead of the bare key", HelpName = "file" };
        var chain = new Option<string[]>("--chain") { Description = "Certificates above it in PEM, nearest first; can be given more than once", HelpName = "file" };
        var bundle = new Option<string?>("--bundle") { Description = "Where the signature goes; default: model.sig in the folder, or beside the file", HelpName = "file" };
        var ignore = new Option<string[]>("--ignore-path") { Description = "Path in the model to leave out, with all below it; can be given more than once", HelpName = "path" };

        var command = new Command("sign", "Sign a model's files with a key or certificate (OpenSSF Model Signing 1.0); keyless signing needs a browser and a log, which other tools do")
        {
            path, key, certificate, chain, bundle, ignore,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(chain) is { Length: > 0 } && parsed.GetValue(certificate) is null)
                throw new CommandFailedException(Rules.Usage, "--chain needs --certificate; run: models sign --help");

            var model = Path.TrimEndingDirectorySeparator(host.FullPath(parsed.GetValue(path)!));
            if (!Path.Exists(model))
                throw new CommandFailedException(Rules.Unreadable, $"{Printable.Path(model)} does not exist");

            using var signer = new FileSigner(
                host.FullPath(parsed.GetValue(key)!),
                parsed.GetValue(certificate) is { } leaf ? host.FullPath(leaf) : null,
                [.. (parsed.GetValue(chain) ?? []).Select(host.FullPath)]);
            Sign(host, model, Target(host, model, parsed.GetValue(bundle)), [.. ModelPaths.Relative(parsed.GetValue(ignore)), .. ModelPaths.Within(model, Target(host, model, parsed.GetValue(bundle)))], signer);
            return Levels.ExitOk;
        });
        return command;
    }

    private static void Sign(CommandHost host, string model, string bundle, IReadOnlyList<string> ignored, FileSigner signer)
    {
        using var progress = new ProgressLine(host, "hashing");
        var files = ModelFiles.Hash(model, ignored, progress.Report, host.Cancellation);
        progress.Dispose();
        host.Cancellation.ThrowIfCancellationRequested();
        AtomicFile.Write(bundle, ModelBundle.Write(ModelStatement.Write(Path.GetFileName(model), files, ignored), signer));
        host.Out.WriteLine($"{files.Count} file(s) signed in {ShownPath.Of(bundle, host.CurrentDirectory)}, with {(signer.Certificates.Count > 0 ? "certificate chain" : "key " + KeyFingerprint.Of(signer.PublicKey)[..16] + "…")}");
    }

    private static string Target(CommandHost host, string model, string? bundle) =>
        bundle is not null ? host.FullPath(bundle) : File.Exists(model) ? model + ".sig" : Path.Combine(model, "model.sig");
}
