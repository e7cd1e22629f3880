using System.Globalization;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>What is imported before Python raises an exception, as <c>unicode_escape</c> writes it.</summary>
internal sealed class RecordedNames(PickleNames names) : IPickleObserver
{
    public PickleMachine Machine { get; set; } = null!;

    public List<string> Found { get; } = [];

    public void Import(int name, long offset)
    {
        if (Machine.Refused is null)
            Found.Add(string.Concat((names[name].Module + ":" + names[name].Attribute).Select(Escaped)));
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

    private static string Escaped(char c) => c switch
    {
        '\\' => @"\\",
        '\t' => @"\t",
        '\n' => @"\n",
        '\r' => @"\r",
        >= ' ' and < (char)0x7F => c.ToString(),
        <= (char)0xFF => "\\x" + ((int)c).ToString("x2", CultureInfo.InvariantCulture),
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };
}
