using System.Text;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>The machine against CPython's C unpickler, whose answers Samples/pickle/differential.py wrote down.</summary>
public class PickleDifferentialTests
{
    [Fact]
    public void Machine_accepts_refuses_and_imports_what_Python_does()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Samples", "pickle", "differential.tsv");
        var wrong = new StringBuilder();
        var count = 0;
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split('\t');
            var stream = Convert.FromBase64String(fields[0]);
            if (Differs(stream, fields[1], fields[2]) is { } difference)
                wrong.AppendLine($"{Encoding.Latin1.GetString(stream).Replace("\n", "\\n")} {Convert.ToHexString(stream)}: Python {fields[1]} {fields[2]}, machine {difference}");

            count++;
        }

        Assert.True(count > 1000);
        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    private static string? Differs(byte[] stream, string answer, string expected)
    {
        var names = new PickleNames();
        var recorder = new RecordedNames(names);
        var machine = new PickleMachine(new MemorySource(stream), names, recorder);
        recorder.Machine = machine;
        machine.Run(0);
        if (machine.FrameConflict is not null)
            return null; // the C unpickler itself reads a file there otherwise than a string

        var said = machine.Refused is null ? "accept" : "refuse";
        var found = string.Join('|', recorder.Found);
        return said == answer && found == expected ? null : $"{said} {found} ({machine.Refused})";
    }
}
