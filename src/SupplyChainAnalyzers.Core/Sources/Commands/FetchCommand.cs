using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary>Programs that fetch an address: curl, wget and their kin.</summary>
internal static class FetchCommand
{
    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal) { "curl", "wget", "wget2", "aria2c", "axel", "http", "https", "xh" };

    // What checks a file against a digest.
    private static readonly HashSet<string> Digests = new(StringComparer.Ordinal) { "sha256sum", "sha512sum", "shasum", "b2sum", "gsha256sum" };

    public static bool Is(string program) => Programs.Contains(program);

    /// <summary>Whether the command compares digests: then what was fetched is verified.</summary>
    public static bool Verifies(ShellCommand command) =>
        Digests.Contains(command.Program) && command.Words.Any(static word => word.Text is "-c" or "--check" or "--status" || word.Text.StartsWith("-c", StringComparison.Ordinal));

    public static void Judge(ShellCommand command, bool isVerified, SourceContext context, SourceNotes notes)
    {
        foreach (var word in command.Words.Skip(1))
            AddressJudge.Judge(word, isVerified, context, notes);
    }
}
