using System.Text;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>Recorded outputs and replies as files of the user's.</summary>
internal static class RecordedFile
{
    private const int MaxLength = 8 << 20;

    /// <summary>Writes what was recorded.</summary>
    /// <exception cref="CommandFailedException">Nothing was, or the file cannot be written.</exception>
    public static void Write(string path, BehaviorOutcome outcome)
    {
        var said = outcome.Report?.Golden ?? throw new CommandFailedException(Rules.Unreadable, "nothing was recorded: the model was not run, or is not run here");
        try
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(said));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(path)} cannot be written: {Printable.Of(e.Message)}");
        }
    }

    /// <summary>The replies in a file; null when it is something else, such as a model.</summary>
    public static RecordedReplies? Read(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxLength } && File.ReadAllBytes(path) is [(byte)'{', ..] text ? RecordedReplies.Read(text) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(path)} cannot be read: {Printable.Of(e.Message)}");
        }
    }

    /// <summary>Replies that were recorded earlier, as if their model had been run now.</summary>
    public static BehaviorOutcome Outcome(CommandHost host, string path, RecordedReplies replies) => new(
        new ScannedFile { Path = ShownPath.Relative(host.FullPath(path), host.CurrentDirectory), Findings = [], Verdict = Verdict.Clean },
        new BehaviorReport { Verdict = BehaviorVerdict.Limited, Golden = replies.Write() },
        [],
        null);
}
