namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Wants to know nothing: for those who only ask where a pickle ends.</summary>
internal sealed class PickleBystander : IPickleObserver
{
    public void Import(int name, long offset)
    {
    }

    public void ImportComputed(PickleValue module, PickleValue attribute, long offset)
    {
    }

    public void Extension(long code, long offset)
    {
    }

    public void Call(in PickleCall call)
    {
    }

    public void ReadAttribute(int name, long offset)
    {
    }

    public void Build(PickleValue target, PickleValue state, long offset)
    {
    }

    public void Fill(byte opcode, PickleValue target, PickleTraits items, long offset)
    {
    }

    public void Pass(long offset)
    {
    }

    public void Resemblance(PickleValue constant)
    {
    }

    public void Persistent(PickleValue id, long offset)
    {
    }
}
