using System.Globalization;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// What opening a pickle would do, as lines of Python that nobody runs: <c>v1 = os.system('curl …')  # offset 42</c>. Every
/// line is safe to show.
/// </summary>
internal static class PickleListing
{
    /// <summary>Pickles of one file that are listed.</summary>
    private const int MaxPickles = 16;

    /// <param name="source">The file or member.</param>
    /// <param name="mostLines">Lines in all; a last one says how many are missing.</param>
    /// <param name="offset">Where the pickle starts.</param>
    public static IEnumerable<string> Lines(ByteSource source, int mostLines = 1000, long offset = 0)
    {
        var names = new PickleNames();
        for (var number = 0; number < MaxPickles && offset < source.Length && mostLines > 0; number++)
        {
            var trace = new PickleTrace(names, mostLines);
            var machine = new PickleMachine(source, names, trace);
            trace.Heap = machine.Heap;
            var fault = Run(machine, offset);
            if (number > 0 && !machine.Stopped && trace.Lines.Count == 0)
                yield break; // no further pickle: a tensor's numbers, say

            yield return string.Create(CultureInfo.InvariantCulture, $"# pickle at offset {offset}");
            foreach (var line in trace.Lines)
                yield return line;

            if (trace.Left > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"# and {trace.Left} more");

            foreach (var line in End(machine, names, fault))
                yield return line;

            mostLines -= trace.Lines.Count;
            if (!machine.Stopped)
                yield break;

            offset = machine.End;
        }
    }

    private static string? Run(PickleMachine machine, long offset)
    {
        try
        {
            machine.Run(offset);
            return null;
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            return e.Message;
        }
    }

    private static IEnumerable<string> End(PickleMachine machine, PickleNames names, string? fault)
    {
        if (machine.Broken is { } broken)
            yield return string.Create(CultureInfo.InvariantCulture, $"raise UnpicklingError  # offset {broken.Offset}: {broken.Reason}");

        if (fault is not null)
            yield return "# not followed further: " + fault;
        else if (machine.Stopped)
            yield return "return " + new PickleRender(machine.Heap, names).Value(machine.Outcome);
    }
}
