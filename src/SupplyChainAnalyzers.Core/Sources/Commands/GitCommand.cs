using SupplyChainAnalyzers.Core.Addresses;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources.Shell;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary><c>git clone</c> of a hub repository: it gets the branch, unless a commit is checked out later.</summary>
internal static class GitCommand
{
    private static readonly HashSet<string> Hosts = new(StringComparer.Ordinal) { "huggingface.co", "hf.co", "hf-mirror.com", "modelscope.cn", "www.modelscope.cn" };

    private static readonly string[] SshHubs = ["git@hf.co:", "git@huggingface.co:", "ssh://git@hf.co/"];

    private static readonly string[] Switches =
    [
        "--recursive", "--recurse-submodules", "--quiet", "-q", "--bare", "--mirror", "--no-checkout", "-n", "--single-branch", "--no-single-branch", "--progress", "-v", "--verbose", "--no-tags", "--sparse",
        "--shallow-submodules", "-l", "--local",
    ];

    /// <summary>Whether the command makes a commit by its full id the content of a clone.</summary>
    public static bool ChecksOut(ShellCommand command) =>
        command.Program == "git" && command.Words.Any(static word => word.Text is "checkout" or "reset" or "switch" or "fetch") && command.Words.Any(static word => RevisionAdvice.IsCommit(word.Text));

    public static void Judge(ShellCommand command, bool isCheckedOut, SourceNotes notes)
    {
        var clone = command.Words.Select(static word => word.Text).ToList().IndexOf("clone");
        if (clone is < 1 or > 4)
            return;

        var arguments = new CommandArguments(command.Words.Skip(clone + 1), Switches);
        if (arguments.Values.FirstOrDefault() is not { IsComplete: true } address || RepoIn(address.Text) is not { } repo)
            return;

        var revision = arguments.Find("--revision")?.Text;
        var isDataset = repo.StartsWith("datasets/", StringComparison.Ordinal);
        notes.Use(isDataset ? SourceFactKind.HubDataset : SourceFactKind.HubModel, repo.Substring(isDataset ? "datasets/".Length : 0), revision, null, address.Start, address.Length);
        if (!isCheckedOut && (revision is null || !RevisionAdvice.IsCommit(revision)))
        {
            notes.Report(
                Rules.CommandWithoutPin,
                $"'{Printable.Of(repo)}' is cloned at a branch, which can move; check out the 40-digit commit after it",
                address.Start,
                address.Length);
        }
    }

    // What is under spaces/ is a program, no model.
    private static string? RepoIn(string address)
    {
        var ssh = Array.Find(SshHubs, hub => address.StartsWith(hub, StringComparison.Ordinal));
        var web = WebAddress.Parse(address);
        var path = (ssh is not null ? address.Substring(ssh.Length) : web is not null && Hosts.Contains(web.Host) ? web.Path : "").Trim('/');
        path = path.EndsWith(".git", StringComparison.Ordinal) ? path.Substring(0, path.Length - 4) : path;
        path = path.StartsWith("models/", StringComparison.Ordinal) ? path.Substring("models/".Length) : path;
        var repo = path.StartsWith("datasets/", StringComparison.Ordinal) ? path.Substring("datasets/".Length) : path;
        return HubRepoName.IsRepo(repo) ? path : null;
    }
}
