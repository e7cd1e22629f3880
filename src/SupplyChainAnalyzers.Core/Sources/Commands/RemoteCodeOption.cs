using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary>SCA1023 on command lines: servers of models take <c>--trust-remote-code</c>.</summary>
internal static class RemoteCodeOption
{
    private static readonly string[] Names = ["--trust-remote-code", "--trust_remote_code"];

    // What only shows or searches text.
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal) { "echo", "printf", "grep", "sed", "awk", "rg" };

    public static void Judge(ShellCommand command, SourceNotes notes)
    {
        if (Readers.Contains(command.Program))
            return;

        for (var i = 1; i < command.Words.Count; i++)
        {
            var text = command.Words[i].Text;
            var equals = text.IndexOf('=');
            if (!Names.Contains(equals < 0 ? text : text.Substring(0, equals), StringComparer.Ordinal))
                continue;

            // Without a value it is true; a value that is not known may be false.
            var value = equals >= 0 ? text.Substring(equals + 1) : i + 1 < command.Words.Count ? command.Words[i + 1].Text : "";
            var isTrue = value.ToUpperInvariant() is "TRUE" or "1" or "YES" || (equals < 0 && value.ToUpperInvariant() is not ("FALSE" or "0" or "NO") && (value.Length == 0 || value[0] != ModelAddress.Hole));
            if (isTrue)
            {
                notes.Report(
                    Rules.TrustRemoteCode,
                    "--trust-remote-code runs the Python files of the model's repository; leave it out, and where the model needs them, review them and load your own copy",
                    command.Words[i].Start,
                    command.Words[i].Length);
            }
        }
    }
}
