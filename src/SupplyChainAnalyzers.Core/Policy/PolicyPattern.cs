using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>One entry of a list: exact text, or a glob (<c>*</c> within a segment, <c>**</c> across).</summary>
public sealed class PolicyPattern : IEquatable<PolicyPattern>
{
    private readonly Lazy<Glob> _glob;
    private readonly Lazy<GlobCover> _cover;

    internal PolicyPattern(string text, PolicyPlace place)
    {
        Text = text;
        Place = place;
        _glob = new(() => new Glob(text));
        _cover = new(() => new GlobCover(text));
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public PolicyPlace Place { get; }

    /// <summary>Whether this entry speaks of <paramref name="text"/>; ordinal, linear in its length.</summary>
    public bool Matches(string text) => _glob.Value.IsMatch(text);

    /// <summary>
    /// Whether everything that <paramref name="other"/> matches is matched by this one, too. Never true by mistake; false
    /// for some pairs of globs where it would be true, and then the narrower one has to be written as the wider one is.
    /// </summary>
    public bool Covers(PolicyPattern other) => Text == other.Text || _cover.Value.Covers(other.Text);

    /// <summary>The same text; the place does not count.</summary>
    public bool Equals(PolicyPattern? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PolicyPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
