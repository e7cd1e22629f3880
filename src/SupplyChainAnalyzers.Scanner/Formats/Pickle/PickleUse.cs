using SupplyChainAnalyzers.Scanner.Judging;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What a pickle does with a name.</summary>
internal sealed class PickleUse
{
    /// <summary>Where it is imported first.</summary>
    public long ImportedAt { get; set; }

    /// <summary>Where it is called first.</summary>
    public long? CalledAt { get; set; }

    /// <summary>Where an object is made of it first, without its constructor.</summary>
    public long? ConstructedAt { get; set; }

    /// <summary>The first call as a line of Python, for the message.</summary>
    public string? Call { get; set; }

    /// <summary>Whether a call gets text or bytes, objects of unknown classes, or nothing at all: it is told what to do.</summary>
    public bool IsTold { get; set; }

    /// <summary>Whether it goes as an argument into a call that may call it.</summary>
    public bool IsPassed { get; set; }

    /// <summary>Whether a call gets a text that is more than a word.</summary>
    public bool TakesPhrase { get; set; }

    /// <summary>What an argument gives away.</summary>
    public TextSign? Sign { get; set; }

    /// <summary>Where the call with that argument is.</summary>
    public long SignAt { get; set; }
}
