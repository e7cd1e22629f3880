using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>models.lock as the compiler hands it in; equal when path and content are.</summary>
internal sealed class LockText(string path, SourceText? text) : IEquatable<LockText>
{
    public string Path { get; } = path;

    /// <summary>Null when the compiler could not read the file.</summary>
    public SourceText? Text { get; } = text;

    public static LockText Of(AdditionalText file, CancellationToken cancellation) => new(file.Path, file.GetText(cancellation));

    public bool Equals(LockText? other) =>
        other is not null && Path == other.Path
        && (ReferenceEquals(Text, other.Text) || (Text is not null && other.Text is not null && Text.ContentEquals(other.Text)));

    public override bool Equals(object? obj) => Equals(obj as LockText);

    public override int GetHashCode() => Path.GetHashCode();
}
