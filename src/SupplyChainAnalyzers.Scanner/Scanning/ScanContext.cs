using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>Where a format's scanner is, and to whom it reports. One for each file and for each member within.</summary>
internal sealed class ScanContext
{
    /// <summary>Between a container's member and the member within that: <c>outer.zip!/inner.pkl</c>.</summary>
    public const string MemberSeparator = "!/";

    private readonly FindingSink _sink;

    private ScanContext(string name, string? member, int depth, ScanBudget budget, FindingSink sink, Neighbours neighbours)
    {
        (Name, Member, Depth, Budget, Neighbours) = (name, member, depth, budget, neighbours);
        _sink = sink;
    }

    /// <summary>For a file on disk.</summary>
    /// <param name="name">Its name without folder.</param>
    /// <param name="sink">Takes the findings.</param>
    /// <param name="neighbours">What lies beside it.</param>
    public static ScanContext ForFile(string name, FindingSink sink, Neighbours neighbours) => new(name, null, 0, new ScanBudget(), sink, neighbours);

    /// <summary>Name of the file or member, without folder: what a loader that goes by names sees. Hostile.</summary>
    public string Name { get; }

    /// <summary>The way from the file to this member; null for the file itself. Hostile.</summary>
    public string? Member { get; }

    /// <summary>Containers around this.</summary>
    public int Depth { get; }

    /// <summary>Shared by all members of a file.</summary>
    public ScanBudget Budget { get; }

    /// <summary>What lies beside the file on disk, or beside the member in its container.</summary>
    public Neighbours Neighbours { get; }

    /// <summary>Reports a fault.</summary>
    /// <param name="rule">A rule of 3xxx.</param>
    /// <param name="message">
    /// Goes on after the file's name: "calls os.system when it is loaded; do not open it". For people who are no experts: what
    /// happens, then what to do. Text from the file goes through <see cref="Core.Text.Printable"/>.
    /// </param>
    /// <param name="offset">Byte offset in the file or member.</param>
    /// <param name="severity">How bad it is here; the rule's own by default. Info is a note, low and medium are suspicious, more is malicious.</param>
    /// <param name="symbol">The name it is about, raw.</param>
    public void Report(Rule rule, string message, long? offset = null, Severity? severity = null, string? symbol = null) =>
        _sink.Add(new ReportedFinding(rule, severity ?? rule.Severity, Cut(message, Wire.MaxMessage), Member is null ? null : Cut(Member, Wire.MaxMember), offset, symbol is null ? null : Cut(symbol, Wire.MaxSymbol)));

    /// <summary>Reports that something was not looked at.</summary>
    public void Unscannable(string message, long? offset = null) => Report(Rules.Unscannable, message, offset);

    /// <summary>Identifies and scans a member. A member's damage is its own: the rest of the container is still looked at.</summary>
    /// <param name="source">Its unpacked bytes.</param>
    /// <param name="member">Its name in the container, with folders.</param>
    /// <param name="neighbours">What lies beside it; null takes the container's own neighbours.</param>
    /// <exception cref="LimitExceededException">Too deep or too many.</exception>
    public Identification Nested(ByteSource source, string member, Neighbours? neighbours = null)
    {
        if (Depth + 1 > ScanBudget.MaxDepth)
            throw new LimitExceededException($"it holds containers in containers, more than {ScanBudget.MaxDepth} deep");

        Budget.TakeMember();
        return ContentScanner.Scan(source, Within(member, neighbours));
    }

    /// <summary>The context of a member that the caller scans itself.</summary>
    public ScanContext Within(string member, Neighbours? neighbours = null)
    {
        var name = member[(member.LastIndexOfAny(['/', '\\']) + 1)..];
        var way = Member is null ? member : Member + MemberSeparator + member;
        return new ScanContext(name, Cut(way, Wire.MaxMember), Depth + 1, Budget, _sink, neighbours ?? Neighbours);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
