using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Fixes;
using SupplyChainAnalyzers.Analyzers.Sinks;
using SupplyChainAnalyzers.Analyzers.Strings;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>A rule about programs in strings: Python that is run, and processes that are started. The same judges read them in files.</summary>
internal abstract class SourceRule(Rule rule) : ModelRule(rule, "{0}")
{
    /// <inheritdoc/>
    public override bool IsAbout(ApiMember member) => member.Class switch
    {
        ApiClass.Python => (member.Roles & ParameterRoles.PythonCode) != 0,
        ApiClass.Process => (member.Roles & ParameterRoles.CommandArgs) != 0,
        _ => false,
    };

    /// <inheritdoc/>
    public sealed override void Analyze(SinkUse use)
    {
        var context = new SourceContext(use.Project.Lock.Pins, use.Project.Lock.Ollama);
        foreach (var argument in use.With(ParameterRoles.PythonCode))
        {
            foreach (var value in argument.Values)
                Report(use, argument, value, EmbeddedSources.Python(value.Text, context));
        }

        if ((use.Member.Roles & ParameterRoles.CommandArgs) == 0 || StartedProgram.Of(use) is not { } program)
            return;

        foreach (var argument in use.With(ParameterRoles.CommandArgs))
        {
            foreach (var value in argument.Values)
                Report(use, argument, value, EmbeddedSources.CommandLine(program, value.Text, context));
        }

        if (StartedArguments.Of(use) is { } list)
            Report(use, list, EmbeddedSources.Command(program, list.Value.Text, list.Words, context));
    }

    /// <summary>Whether this rule tells about a finding.</summary>
    protected virtual bool Takes(SourceFinding finding, StringValue value) => finding.Rule == Rule;

    private void Report(SinkUse use, SinkArgument argument, StringValue value, SourceReading reading)
    {
        foreach (var finding in reading.Findings)
        {
            if (Takes(finding, value))
                Report(use, argument.Syntax, value, finding, argument.Holds, static _ => true);
        }
    }

    private void Report(SinkUse use, StartedArguments list, SourceReading reading)
    {
        foreach (var finding in reading.Findings)
        {
            // An option more would have to be an argument of its own.
            if (Takes(finding, list.Value))
                Report(use, null, list.Value, finding, list.Hold, edit => edit.Length > 0 || !list.Words.Any(word => word.End == edit.Start));
        }
    }

    private void Report(SinkUse use, SyntaxNode? whole, StringValue value, SourceFinding finding, Func<SyntaxNode, bool> holds, Func<SourceEdit, bool> fits)
    {
        var place = Find(value, finding.Start, finding.Length, holds);
        // A text from elsewhere may serve other programs, too.
        var change = finding.Edit is { } edit && place is not null && fits(edit) ? Find(value, edit.Start, edit.Length, holds) : null;
        use.Report(
            this,
            place ?? (whole ?? use.Name).GetLocation(),
            null,
            change is null ? null : TextEdits.Replace(change.SourceSpan, finding.Edit!.Replacement),
            finding.Message);
    }

    // Where it is written, when that is in the argument itself.
    private static Location? Find(StringValue value, int start, int length, Func<SyntaxNode, bool> holds)
    {
        // What goes in between two pieces belongs to the first.
        var (piece, offset) = value.PieceOf(start, length);
        return piece.Literal is { } literal && holds(literal) ? WrittenText.Find(piece, offset, length) : null;
    }
}
