using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Inspects the pickles that lie in a file one behind the other.</summary>
internal sealed class PickleFile
{
    private readonly ByteSource _source;
    private readonly ScanContext _context;
    private readonly PickleNames _names = new();
    private readonly Dictionary<string, string> _storages = new(StringComparer.Ordinal);
    private readonly JoblibArrays _arrays;

    public PickleFile(ByteSource source, ScanContext context)
    {
        (_source, _context) = (source, context);
        _arrays = new JoblibArrays(source, context, _names, this);
    }

    /// <summary>Names that were imported so far.</summary>
    public PickleNames Names => _names;

    /// <summary>Storages of torch that were asked for: key to type.</summary>
    public IReadOnlyDictionary<string, string> Storages => _storages;

    /// <summary>Inspects one pickle and reports what it does.</summary>
    /// <returns>The offset behind its STOP; null when it breaks off, which is reported.</returns>
    public long? ScanOne(long offset)
    {
        var (machine, uses) = Run(offset);
        Report(machine, uses);
        return machine.Stopped ? machine.End : null;
    }

    /// <summary>Inspects all pickles from an offset on, and what lies behind them.</summary>
    public void ScanAll(long offset)
    {
        var next = ScanOne(offset);
        while (next is { } start && start < _source.Length)
        {
            offset = start;
            // A loader reads one pickle at a time, and whoever wrote several reads them one by one.
            var (machine, uses, damage) = Try(offset);
            if (damage is not null || !machine.Stopped)
            {
                if (uses.HasDoubtfulCalls)
                    new PickleVerdict(uses, _context).Report();

                _context.Report(Rules.TrailingData, $"goes on for {_source.Length - offset} bytes behind the pickle's end that are no pickle; ask its author what they are", offset);
                if (NativeProgram.Find(_source, offset) is { } program)
                    _context.Report(Rules.EmbeddedExecutable, $"holds {program} behind the pickle's end; do not use it", offset);
                return;
            }

            Report(machine, uses);
            next = machine.End;
        }
    }

    /// <summary>Inspects a pickle; limits and damage come back instead of being thrown.</summary>
    public (PickleMachine Machine, PickleUses Uses, Exception? Damage) Try(long offset, long mostOpcodes = long.MaxValue)
    {
        var (machine, uses) = Prepare();
        try
        {
            machine.Run(offset, mostOpcodes);
            return (machine, uses, null);
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            return (machine, uses, e);
        }
    }

    private (PickleMachine Machine, PickleUses Uses) Run(long offset)
    {
        var (machine, uses) = Prepare();
        try
        {
            machine.Run(offset);
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            new PickleVerdict(uses, _context).Report();
            NestedPickles.Scan(machine.Heap, uses, _context);
            throw;
        }

        return (machine, uses);
    }

    private (PickleMachine Machine, PickleUses Uses) Prepare()
    {
        var uses = new PickleUses(_names) { Storage = (type, key, _) => _storages.TryAdd(key, type) };
        PickleMachine? machine = null;
        machine = new PickleMachine(_source, _names, uses) { AfterBuild = (target, state, next) => _arrays.Skip(machine!.Heap, target, state, next) };
        uses.Heap = machine.Heap;
        return (machine, uses);
    }

    private void Report(PickleMachine machine, PickleUses uses)
    {
        new PickleVerdict(uses, _context).Report();
        NestedPickles.Scan(machine.Heap, uses, _context);
        if (machine.FrameConflict is { } conflict)
            _context.Report(Rules.MalformedPickle, "has frames that overlap or end within an instruction, so that loaders read different things; do not open it", conflict, Severity.High);

        if (!machine.Stopped)
        {
            PickleProbe.ReportDamage(machine, _context);
            PickleRest.Scan(_source, machine.End, _context);
        }
        else if (machine.Broken is { } broken)
            _context.Report(Rules.MalformedPickle, $"is refused by Python half way ({broken.Reason}), after what stands before was done; get the file anew", broken.Offset);
    }
}
