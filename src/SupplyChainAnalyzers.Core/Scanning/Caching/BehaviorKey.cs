using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Scanning.Behavior;

namespace SupplyChainAnalyzers.Core.Scanning.Caching;

/// <summary>All that an answer about a model's behaviour depends on: the bytes it is checked with, what was asked, and what computes it. No path, no time.</summary>
internal static class BehaviorKey
{
    private static readonly string[] Engine = [ScannerLocator.FileName, "SupplyChainAnalyzers.Core.dll"];

    /// <summary>64 hex digits; null when a file's digest is not known.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="digests">SHA-256 by absolute path.</param>
    /// <param name="engine">See <see cref="EngineOf"/>.</param>
    public static string? Of(BehaviorQuestion question, IReadOnlyDictionary<string, string> digests, string engine)
    {
        if (question.AllFiles.Any(file => !digests.ContainsKey(file)))
            return null;

        var key = new StringBuilder(engine).Append('\n').Append(ManifestWords.Of(question.Tier)).Append('\n')
            .Append(question.Budget?.Ticks.ToString(CultureInfo.InvariantCulture)).Append('\n')
            .Append(string.Join(",", question.Checks)).Append('\n').Append(question.Suite ? "suite" : "").Append('\n');
        foreach (var parameter in question.Parameters.OrderBy(static parameter => parameter.Name, StringComparer.Ordinal))
            key.Append(parameter.Name).Append('=').Append(parameter.Value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');

        key.Append(digests[question.Model]).Append('\n');
        foreach (var input in question.Inputs)
            key.Append(input.Key).Append('=').Append(input.Value is null ? "" : digests[input.Value]).Append('\n');
        foreach (var file in question.TensorFiles.OrderBy(static file => file, StringComparer.Ordinal))
            key.Append(Path.GetFileName(file)).Append('\0').Append(digests[file]).Append('\n');
        foreach (var file in question.Beside)
            key.Append(Path.GetDirectoryName(file) == Path.GetDirectoryName(question.Model)).Append(Path.GetFileName(file)).Append('\0').Append(digests[file]).Append('\n');
        return Sha256Hex.Of(Encoding.UTF8.GetBytes(key.ToString()));
    }

    /// <summary>
    /// The digests of the scanner and of what it shares with us, and the kind of machine: its code holds the digests of ONNX Runtime's libraries, so
    /// another version of that is another scanner. Where it lies does not count: build and command line share what they know. Null when it is not there.
    /// </summary>
    /// <param name="options">Names the scanner.</param>
    /// <param name="digests">Remembers what they were; null reads them.</param>
    public static string? EngineOf(ScannerOptions options, HashCache? digests)
    {
        var folder = Path.GetDirectoryName(options.ScannerPath)!;
        var files = FileHasher.HashAll([.. Engine.Select(name => new HashJob(Path.Combine(folder, name)))], digests);
        return files.Any(static file => file.Status != HashStatus.Hashed)
            ? null
            : string.Join(" ", files.Select(static file => file.Sha256).Concat([RuntimeInformation.OSDescription, RuntimeInformation.OSArchitecture.ToString()]));
    }
}
