using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// What stands behind the place where a pickle cannot be read on: a loader of another make may go on there. Only imports of
/// dangerous names are looked for, which do not come about by chance.
/// </summary>
internal static class PickleRest
{
    private const int MaxBytes = 1 << 20;
    private const int MaxName = 100;

    public static void Scan(ByteSource source, long offset, ScanContext context)
    {
        if (offset >= source.Length)
            return;

        var bytes = new byte[(int)Math.Min(MaxBytes, source.Length - offset)];
        var rest = bytes.AsSpan(0, source.Read(offset, bytes));
        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] is not (PickleOpcodes.Global or PickleOpcodes.Inst) || !TryName(rest[(at + 1)..], out var name) || Callables.Judge(name).Risk != CallableRisk.Dangerous)
                continue;

            context.Report(
                Rules.DangerousPickleCall,
                $"names '{Printable.Of(name, MaxName)}' behind the place where it breaks off, so that scanners stop before it; do not open it",
                offset + at, Severity.High, name);
            return;
        }
    }

    private static bool TryName(ReadOnlySpan<byte> bytes, out string name)
    {
        name = "";
        if (!TryLine(bytes, out var module) || !TryLine(bytes[(module.Length + 1)..], out var attribute))
            return false;

        name = Encoding.ASCII.GetString(module) + "." + Encoding.ASCII.GetString(attribute);
        return PythonNames.IsPlain(name);
    }

    private static bool TryLine(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> line)
    {
        var end = bytes[..Math.Min(bytes.Length, MaxName)].IndexOf((byte)'\n');
        line = end > 0 ? bytes[..end] : default;
        return end > 0;
    }
}
