using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>A value as far as it is known without running anything.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Text">Constant, dotted name or local name.</param>
/// <param name="IsDecoded">Whether it came out of a decoder: base64, zlib, marshal and the like.</param>
internal sealed record PyValue(PyValueKind Kind, string Text = "", bool IsDecoded = false)
{
    public static readonly PyValue Unknown = new(PyValueKind.Unknown);
    public static readonly PyValue Decoded = new(PyValueKind.Unknown, "", true);

    public IReadOnlyList<PyValue> Items { get; init; } = [];

    public bool IsConstant => Kind is PyValueKind.Text or PyValueKind.Bytes;

    public long? Number => Kind == PyValueKind.Number && long.TryParse(Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static PyValue Of(long number) => new(PyValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    public static PyValue Named(string dotted) => new(PyValueKind.Named, dotted);

    /// <summary>All constant strings in it, those of lists one by one and, since commands come in pieces, joined by blanks.</summary>
    public IEnumerable<string> Strings()
    {
        if (IsConstant)
        {
            yield return Text;
            yield break;
        }

        if (Items.Count == 0)
            yield break;

        var parts = Items.Where(static item => item.IsConstant).Select(static item => item.Text).ToList();
        foreach (var part in parts)
            yield return part;
        if (parts.Count > 1)
            yield return string.Join(' ', parts);
    }
}
