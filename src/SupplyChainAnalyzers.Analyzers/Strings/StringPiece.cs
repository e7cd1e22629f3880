using Microsoft.CodeAnalysis;

namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>A stretch of a value and the literal it was written in.</summary>
/// <param name="Text">The characters; <see cref="StringValue.Hole"/> or <see cref="StringValue.AppFolder"/> where they are not known.</param>
/// <param name="Literal">A string literal or the text part of an interpolated string; null when it came from elsewhere.</param>
internal readonly record struct StringPiece(string Text, SyntaxNode? Literal)
{
    public bool IsSharedFolder { get; init; }

    /// <summary>Something that only the running program knows.</summary>
    public static readonly StringPiece Unknown = new(StringValue.Hole.ToString(), null);

    /// <summary>A folder that other users and programs write to: the temporary one, the desktop. Its name is not known.</summary>
    public static readonly StringPiece SharedFolder = Unknown with { IsSharedFolder = true };

    /// <summary>The folder of the program, by whatever call.</summary>
    public static readonly StringPiece Application = new(StringValue.AppFolder.ToString(), null);
}
