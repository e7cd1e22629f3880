using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using Task = Microsoft.Build.Utilities.Task;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>
/// What all tasks of the package have in common. An exception that gets this far is a bug of ours or a machine that
/// refuses: nothing is known to be verified, so it fails the build as SCA0001.
/// </summary>
public abstract class SupplyChainTask : Task, ICancelableTask
{
    private Action? _cancel;

    private protected SupplyChainTask()
    {
    }

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        try
        {
            var cancellation = new CancellationTokenSource();
            _cancel = cancellation.Cancel;
            Run(cancellation.Token);
        }
        catch (OperationCanceledException)
        {
            Fail(Rules.Cancelled, Rules.Cancelled.Title);
        }
        catch (Exception e)
        {
            Fail(Rules.InternalError, $"{Rules.InternalError.Title}, so nothing counts as verified: {GetType().Name}: {e.GetType().Name}: {e.Message}; please report it");
            Log.LogMessage(MessageImportance.Low, "{0}", Printable.Message(e.StackTrace));
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancel?.Invoke();

    private protected abstract void Run(CancellationToken cancellation);

    // The overloads without arguments: the message is not a format string.
    private protected void Say(CarriedFinding finding)
    {
        var (id, link, at) = (finding.Rule.Id, finding.Rule.HelpLink, finding.Region);
        var file = finding.File.Length == 0 ? null : finding.File;
        switch (finding.Level)
        {
            case Level.Error:
                Log.LogError(null, id, id, link, file, at.Line, at.Column, at.EndLine, at.EndColumn, finding.Message);
                break;
            case Level.Warning:
                Log.LogWarning(null, id, id, link, file, at.Line, at.Column, at.EndLine, at.EndColumn, finding.Message);
                break;
            default:
                // What NoWarn hides stays in the binary log.
                var importance = finding.Level == Level.None ? MessageImportance.Low : MessageImportance.High;
                Log.LogMessage(null, id, id, file, at.Line, at.Column, at.EndLine, at.EndColumn, importance, finding.Message);
                break;
        }
    }

    private void Fail(Rule rule, string message) =>
        Log.LogError(null, rule.Id, rule.Id, rule.HelpLink, null, 0, 0, 0, 0, Printable.Message(message));
}
