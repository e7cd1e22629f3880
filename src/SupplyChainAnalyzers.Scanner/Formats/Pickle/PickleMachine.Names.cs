using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Imports, persistent ids and buffers.</summary>
internal sealed partial class PickleMachine
{
    /// <summary>Bytes of a name that are looked at; no real one is longer.</summary>
    private const int MaxName = 2000;

    private void Global()
    {
        if (TryNames(out var name))
            Import(name);
    }

    private bool TryNames(out int name)
    {
        name = -1;
        if (!_reader.TryLine(out var line, out _))
        {
            Break(Cut);
            return false;
        }

        var module = line.ToArray();
        if (!_reader.TryLine(out var attribute, out _))
        {
            Break(Cut);
            return false;
        }

        if (module.Length == 0 || attribute.IsEmpty)
            Refuse("a name is empty");
        else if (!PickleText.IsUtf8(module) || !PickleText.IsUtf8(attribute))
            Refuse("a name is not UTF-8");

        name = names.Number(module, attribute);
        return true;
    }

    private void StackGlobal()
    {
        var attribute = PopValue();
        var module = PopValue();
        if (attribute.Kind == PickleKind.Str && module.Kind == PickleKind.Str && ((attribute.Own | module.Own) & PickleTraits.Lost) == 0)
        {
            Import(names.Number(
                PickleConstants.Text(Heap.Source, module.Payload, MaxName),
                PickleConstants.Text(Heap.Source, attribute.Payload, MaxName)));
            return;
        }

        if (!attribute.IsObject && attribute.Kind != PickleKind.Str || !module.IsObject && module.Kind != PickleKind.Str)
            Refuse("a name is no text");
        else if (attribute.IsObject || module.IsObject)
            Refuse("a name may be no text", isOption: true);

        observer.ImportComputed(module, attribute, _at);
        _stack.Push(PickleValue.Anything);
    }

    private void Import(int name)
    {
        observer.Import(name, _at);
        _stack.Push(NameValue(name));
    }

    private PickleValue NameValue(int name) => new(PickleKind.Global, names[name].Traits, name);

    private void Extension(int width)
    {
        if (!_reader.TryNumber(width, out var code))
        {
            Break(Cut);
            return;
        }

        Refuse("an extension code is not registered", isOption: width != 4 || (int)code > 0);
        observer.Extension((int)code, _at);
        _stack.Push(PickleValue.Anything);
    }

    private void PersistentLine()
    {
        if (!_reader.TryLine(out var line, out _))
        {
            Break(Cut);
            return;
        }

        Refuse("it asks for a persistent id", isOption: Ascii.IsValid(line));
        observer.Persistent(PickleValue.Anything, _at);
        _stack.Push(new PickleValue(PickleKind.Persistent));
    }

    private void Persistent()
    {
        var id = PopValue();
        Refuse("it asks for a persistent id", isOption: true);
        Absorb(Heap.Traits(id));
        observer.Persistent(id, _at);
        _stack.Push(IsModule(id, out var type) ? type : new PickleValue(PickleKind.Persistent));
    }

    // torch.save before 1.6 wrote classes of modules so, with their source; its loader gives back the class.
    private bool IsModule(PickleValue id, out PickleValue type)
    {
        type = default;
        if (Heap.Items(id) is not [{ Kind: PickleKind.Str } word, { Kind: PickleKind.Global } module, { Kind: PickleKind.Str }, ..] || (word.Own & PickleTraits.Lost) != 0)
            return false;

        type = module;
        return PickleConstants.Text(Heap.Source, word.Payload, MaxName) == "module";
    }

    private void NextBuffer()
    {
        Refuse("it asks for an out-of-band buffer", isOption: true);
        _stack.Push(new PickleValue(PickleKind.Buffer));
    }

    private void ReadOnlyBuffer()
    {
        if (!_stack.TryPeek(out var value))
            Refuse(Underflow);
        else if (value.Kind is not (PickleKind.Bytes or PickleKind.ByteArray or PickleKind.Buffer))
            Refuse("it makes a buffer of something that is none", isOption: value.IsObject);
    }
}
