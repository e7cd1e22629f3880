using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>SCA1023: trust_remote_code=True runs Python files that come with the model.</summary>
internal sealed class RemoteCodeJudge(string source, SourceNotes notes)
{
    private const string Parameter = "trust_remote_code";

    // These ask whether it may be, or keep what somebody else is given: nothing is loaded there.
    private static readonly string[] Questions = ["evaluate_", "check_", "assert_", "is_", "has_", "should_"];
    private static readonly string[] Holders = ["SimpleNamespace", "Namespace", "Mock", "MagicMock"];

    public void Judge(PythonCalls calls)
    {
        foreach (var call in calls.Calls)
        {
            if (LoadsNothing(call.Member))
                continue;

            foreach (var argument in call.Arguments)
            {
                if (argument.Name == Parameter)
                    Judge(argument, call.Arguments[0].Value.Constant);
            }
        }

        foreach (var (key, value) in calls.Items)
        {
            if (key == Parameter)
                Judge(value, null);
        }
    }

    private static bool LoadsNothing(string function) =>
        Array.IndexOf(Holders, function) >= 0 || Array.Exists(Questions, start => function.StartsWith(start, StringComparison.Ordinal));

    private void Judge(PythonArgument argument, string? repo)
    {
        if (argument.Value.Kind != PythonValueKind.True)
            return;

        var whose = repo is not null && HubRepoName.IsRepo(repo) ? $"'{Printable.Of(repo)}'" : "the model's repository";
        // A name may be meant for other models, too.
        var isWritten = string.CompareOrdinal(source, argument.Start, "True", 0, argument.End - argument.Start) == 0;
        notes.Report(
            Rules.TrustRemoteCode,
            $"trust_remote_code=True runs the Python files of {whose}; set it to False, and where the model needs them, review them and load your own copy",
            argument.Start,
            argument.End - argument.Start,
            isWritten ? new SourceEdit(argument.Start, argument.End - argument.Start, "False") : null);
    }
}
