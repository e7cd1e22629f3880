using System.Globalization;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Inspecting;

/// <summary>Collects what is in a file, line by line. So much and no more: a listing is for people.</summary>
internal sealed class Listing
{
    private const int MaxDepth = 3;

    private readonly Action<ListingLine> _send;
    private readonly string? _member;
    private readonly int _depth;
    private readonly int[] _left; // shared by all members

    public Listing(Action<ListingLine> send)
        : this(send, null, 0, [Wire.MaxLines])
    {
    }

    private Listing(Action<ListingLine> send, string? member, int depth, int[] left) => (_send, _member, _depth, _left) = (send, member, depth, left);

    /// <summary>Adds a line; text from the file may be in it, any text.</summary>
    public void Add(string section, string text)
    {
        if (_left[0] == 0)
            return;

        var isLast = --_left[0] == 0;
        _send(new ListingLine(section, isLast ? "… and more, which is not listed" : Printable.Of(text, Wire.MaxListed), _member));
    }

    /// <summary><c>name: text</c>.</summary>
    public void Add(string section, string name, string text) => Add(section, Printable.Of(name) + ": " + text);

    /// <summary>How often each kind of thing is there, the most frequent first.</summary>
    public void Add(string section, Dictionary<string, long> counts)
    {
        foreach (var (kind, count) in counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal))
            Add(section, $"{count.ToString(CultureInfo.InvariantCulture)} × {Printable.Of(kind)}");
    }

    /// <summary>Lists a file or member by its format.</summary>
    public void List(ByteSource source, ModelFormat format)
    {
        try
        {
            FormatListers.Find(format)?.List(source, this);
            if (_depth == 0)
                TensorListing.List(source, format, this);
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            Add("structure", "cannot be listed to its end: " + e.Message);
        }
    }

    /// <summary>Lists a member, if it is of a format that can be.</summary>
    public void Nested(ByteSource source, string member)
    {
        if (_depth < MaxDepth)
            new Listing(_send, Cut(_member is null ? member : _member + ScanContext.MemberSeparator + member), _depth + 1, _left).List(source, FormatIdentifier.Identify(source).Format);
    }

    private static string Cut(string text) => text.Length <= Wire.MaxMember ? text : text[..Wire.MaxMember];
}
