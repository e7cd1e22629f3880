using System.Text;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>
/// Reads one kind of file that says which models and packages are used. Pure: it opens nothing and resolves nothing, never
/// throws, and takes time linear in the text. What it cannot tell for sure it leaves out.
/// </summary>
public abstract class SourceReader
{
    /// <summary>Characters of a text; what people write is far shorter, and what is longer is not read.</summary>
    public const int MaxCharacters = 4 << 20;

    /// <summary>Bytes of a file with such a text: a UTF-16 unit takes up to three in UTF-8.</summary>
    public const int MaxBytes = MaxCharacters * 3;

    private protected SourceReader(SourceKind kind) => Kind = kind;

    /// <summary>What it reads.</summary>
    public SourceKind Kind { get; }

    /// <summary>Whether a file of this name (without its folder) is of the kind.</summary>
    public abstract bool Reads(string fileName);

    /// <summary>As the other, for the bytes of a file, no more than <see cref="MaxBytes"/>; a byte order mark says how they are encoded, else they are UTF-8.</summary>
    public SourceReading Read(byte[] bytes, SourceContext context)
    {
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return Read(text.ReadToEnd(), context);
    }

    /// <summary>What <paramref name="text"/> uses, and what is wrong with it.</summary>
    /// <param name="text">All of the file.</param>
    /// <param name="context">What is known around it.</param>
    public SourceReading Read(string text, SourceContext context)
    {
        if (text.Length > MaxCharacters)
            return new SourceReading(text, [], [], isIncomplete: true);

        var notes = new SourceNotes();
        Read(text, context, notes);
        NameJudge.Judge(notes, context);
        return new SourceReading(text, notes.Facts, notes.Findings, notes.IsIncomplete);
    }

    private protected abstract void Read(string text, SourceContext context, SourceNotes notes);
}
