using System.Globalization;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Writes down what a pickle would do, a line of Python for each step that does something.</summary>
internal sealed class PickleTrace(PickleNames names, int mostLines) : IPickleObserver
{
    private readonly HashSet<int> _imported = [];

    /// <summary>The machine's values; set before it runs.</summary>
    public PickleHeap Heap { get; set; } = null!;

    public List<string> Lines { get; } = [];

    /// <summary>Lines that were not written, because there are too many.</summary>
    public long Left { get; private set; }

    private PickleRender Render => new(Heap, names);

    public void Import(int name, long offset)
    {
        if (_imported.Add(name))
            Add($"from {Printable.Of(names[name].Module)} import {Printable.Of(names[name].Attribute)}", offset);
    }

    public void ImportComputed(PickleValue module, PickleValue attribute, long offset) => Add($"import_name({Render.Value(module)}, {Render.Value(attribute)})", offset);

    public void Extension(long code, long offset) => Add($"import_extension({code.ToString(CultureInfo.InvariantCulture)})", offset);

    public void Call(in PickleCall call)
    {
        var result = string.Create(CultureInfo.InvariantCulture, $"v{call.Number} = ");
        if (call.IsConstruction)
            Add($"{result}{Render.Value(call.Callee)}.__new__({Render.Value(call.Callee)}{(Heap.Count(call.Arguments) == 0 ? "" : ", " + Render.Arguments(call.Arguments))})", call.Offset);
        else
            Add(result + Render.Call(call.Callee, call.Arguments), call.Offset);
    }

    public void ReadAttribute(int name, long offset) => Add($"{Render.Name(name)}(…)", offset);

    public void Build(PickleValue target, PickleValue state, long offset) => Add($"{Render.Value(target)}.__setstate__({Render.Value(state)})", offset);

    public void Fill(byte opcode, PickleValue target, PickleTraits items, long offset) => Add(
        $"{Render.Value(target)}.{opcode switch { PickleOpcodes.SetItem or PickleOpcodes.SetItems => "__setitem__", PickleOpcodes.AddItems => "add", _ => "extend" }}(…)", offset);

    public void Pass(long offset)
    {
    }

    public void Resemblance(PickleValue constant)
    {
        // It stands in the listing as the constant it is.
    }

    public void Persistent(PickleValue id, long offset) => Add($"persistent_load({Render.Value(id)})", offset);

    private void Add(string line, long offset)
    {
        if (Lines.Count < mostLines)
            Lines.Add(string.Create(CultureInfo.InvariantCulture, $"{line}  # offset {offset}"));
        else
            Left++;
    }
}
