using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Core.Addresses;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>One value an expression can have, as far as the source tells: pieces of text with holes between them.</summary>
internal sealed class StringValue
{
    /// <summary>Stands in <see cref="Text"/> for what is not known. No path, address or name holds a NUL.</summary>
    public const char Hole = ModelAddress.Hole;

    /// <summary>Stands in <see cref="Text"/> for the folder of the program.</summary>
    public const char AppFolder = '\u0001';

    /// <summary>Longer texts are not worth following: no address or path is.</summary>
    public const int MaxLength = 4096;

    private static readonly char[] Marks = [Hole, AppFolder];

    /// <summary>Nothing is known.</summary>
    public static readonly StringValue Unknown = new([StringPiece.Unknown]);

    public StringValue(StringPiece[] pieces, bool isFallback = false)
    {
        Pieces = pieces;
        IsFallback = isFallback;
        Text = pieces.Length == 1 ? pieces[0].Text : string.Concat(pieces.Select(static piece => piece.Text));
    }

    public IReadOnlyList<StringPiece> Pieces { get; }

    /// <summary>The pieces in a row.</summary>
    public string Text { get; }

    /// <summary>Whether it is only used where configuration gives nothing (<c>x ?? "literal"</c>, a parameter's default).</summary>
    public bool IsFallback { get; }

    /// <summary>Whether nothing in it is known.</summary>
    public bool IsUnknown => Pieces.Count == 1 && Text.Length == 1 && Text[0] == Hole;

    /// <summary>Whether every character is known.</summary>
    public bool IsComplete => Text.IndexOfAny(Marks) < 0;

    /// <summary>A text as it was written; unknown when it holds one of the marks itself.</summary>
    public static StringValue Of(string text, SyntaxNode? literal) =>
        text.Length > MaxLength || text.IndexOfAny(Marks) >= 0 ? Unknown : new StringValue([new StringPiece(text, literal)]);

    public StringValue AsFallback() => IsFallback ? this : new StringValue([.. Pieces], isFallback: true);

    /// <summary>This and then <paramref name="next"/>.</summary>
    public StringValue Append(StringValue next)
    {
        if (Text.Length + next.Text.Length > MaxLength)
            return Unknown;

        return new StringValue([.. Pieces, .. next.Pieces], IsFallback || next.IsFallback);
    }

    /// <summary>The first <paramref name="length"/> characters.</summary>
    public StringValue Take(int length)
    {
        var kept = new List<StringPiece>();
        foreach (var piece in Pieces)
        {
            if (length <= 0)
                break;

            kept.Add(piece.Text.Length <= length ? piece : new StringPiece(piece.Text.Substring(0, length), piece.Literal));
            length -= piece.Text.Length;
        }

        return new StringValue([.. kept], IsFallback);
    }

    /// <summary>The piece that holds all of <c>[start, start + length)</c>, and where in it that begins; <see cref="StringPiece.Unknown"/> when it is spread over several.</summary>
    public (StringPiece Piece, int Offset) PieceOf(int start, int length)
    {
        var at = 0;
        foreach (var piece in Pieces)
        {
            if (start >= at && start + length <= at + piece.Text.Length)
                return (piece, start - at);

            at += piece.Text.Length;
        }

        return (StringPiece.Unknown, 0);
    }
}
