using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;

namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>What a build printed, and what its binary log says about it.</summary>
public sealed class BuildResult
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<string> _tasks = [];
    private readonly List<string> _messages = [];

    public BuildResult(int exitCode, string output, string log)
    {
        ExitCode = exitCode;
        Output = output;
        if (!File.Exists(log))
            return;

        foreach (var record in new BinLogReader().ReadRecords(log))
            Read(record.Args);
    }

    public int ExitCode { get; }

    public string Output { get; }

    /// <summary>Errors, warnings and messages with a code, in order.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public IEnumerable<Diagnostic> Errors => _diagnostics.Where(static diagnostic => diagnostic.Kind == "error");

    public IEnumerable<Diagnostic> Warnings => _diagnostics.Where(static diagnostic => diagnostic.Kind == "warning");

    /// <summary>Of our own rules, whatever their level.</summary>
    public IEnumerable<Diagnostic> Findings => _diagnostics.Where(static diagnostic => diagnostic.Code.StartsWith("SCA", StringComparison.Ordinal));

    /// <summary>Messages without a code.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <summary>How often a task ran in the whole build.</summary>
    public int Runs(string task) => _tasks.Count(name => name == task);

    public BuildResult Succeeds()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public BuildResult Fails()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }

    private void Read(BuildEventArgs? args)
    {
        switch (args)
        {
            case BuildErrorEventArgs e:
                _diagnostics.Add(new("error", e.Code ?? "", e.File ?? "", e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message ?? ""));
                break;
            case BuildWarningEventArgs e:
                _diagnostics.Add(new("warning", e.Code ?? "", e.File ?? "", e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message ?? ""));
                break;
            case BuildMessageEventArgs { Code.Length: > 0 } e when e is not TaskCommandLineEventArgs:
                _diagnostics.Add(new(e.Importance == MessageImportance.Low ? "hidden" : "message", e.Code, e.File ?? "", e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message ?? ""));
                break;
            case BuildMessageEventArgs e:
                _messages.Add(e.Message ?? "");
                break;
            case TaskStartedEventArgs e:
                _tasks.Add(e.TaskName);
                break;
        }
    }
}
