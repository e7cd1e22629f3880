using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Tells pickles that end from streams that only start like one.</summary>
internal sealed class PickleProbe : IFormatProbe
{
    private const int NameWindow = 64 << 10; // joblib names its wrapper class before the first array

    /// <summary>A stream that is well formed for so long is a pickle.</summary>
    private const int MaxOpcodes = 1 << 16;

    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        // joblib writes arrays raw into the middle of the stream: its opcodes end at the first one.
        if (sniffed == ModelFormats.Pickle && NamesJoblib(file))
            return ModelFormats.Joblib;

        if (sniffed != ModelFormats.Joblib && Damage(file, 0) is { } damage)
            throw damage;

        return sniffed;
    }

    /// <summary>The offset behind a pickle's STOP; null when it does not come that far.</summary>
    public static long? FindEnd(ByteSource file, long offset) => Run(file, offset, long.MaxValue) is { Stopped: true } machine ? machine.End : null;

    /// <summary>Where a pickle breaks off; null when it stops, or goes on for longer than is looked at.</summary>
    public static DamagedFileException? Damage(ByteSource file, long offset) => Run(file, offset, MaxOpcodes) is { IsBroken: true } machine ? Of(machine) : null;

    private static PickleMachine? Run(ByteSource file, long offset, long mostOpcodes)
    {
        var machine = new PickleMachine(file, new PickleNames(), new PickleBystander());
        try
        {
            machine.Run(offset, mostOpcodes);
            return machine;
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            return null; // the scanner says so
        }
    }

    /// <summary>In the words of whoever reports a probe's damage, so that it is told once.</summary>
    public static void ReportDamage(PickleMachine machine, ScanContext context)
    {
        var damage = Of(machine);
        context.Unscannable($"starts as {ModelFormats.Pickle.Name} but is damaged: {damage.Message}; get the file anew", damage.Offset);
    }

    private static DamagedFileException Of(PickleMachine machine) => new(machine.LastReason, machine.End);

    private static bool NamesJoblib(ByteSource file)
    {
        var window = new byte[Math.Min(NameWindow, file.Length)];
        return window.AsSpan(0, file.Read(0, window)).IndexOf("joblib.numpy_pickle"u8) >= 0;
    }
}
