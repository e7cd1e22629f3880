namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>
/// What both sides agree on. One request as one line of JSON on the scanner's input; events, a line each, on its output:
/// <c>hello</c>, then for each requested file in its order <c>progress</c>* and <c>listed</c>* and exactly one of <c>result</c> or
/// <c>refused</c>, then <c>done</c>, then nothing and exit code 0. Every event carries the request's nonce. Anything else
/// voids the answer. The job <c>behavior</c> has one <c>behavior</c> and <c>picture</c>* before its <c>result</c>.
/// The job <c>sources</c> has one <c>source</c> for each file, which stands for <c>result</c>. The job <c>convert</c> has <c>tensor</c>* and <c>left</c>* before <c>converted</c> or <c>unconverted</c>, which stand for <c>result</c>.
/// A new job is a new word in <see cref="Jobs"/> with its own fields in <c>result</c>; a change of
/// what stands here is a new <see cref="Version"/>.
/// </summary>
internal static class Wire
{
    public const int Version = 1;

    /// <summary>128 bits in hex: unguessable for a file's author.</summary>
    public const int NonceLength = 32;

    /// <summary>Files of one process: its start (50 ms) disappears in them, and a crash repeats few.</summary>
    public const int MaxFiles = 1000;

    /// <summary>Characters of all paths in one request.</summary>
    public const int MaxPathCharacters = 1 << 20;

    /// <summary>Bytes: <see cref="MaxPathCharacters"/> as six-byte escapes, and room for the rest.</summary>
    public const int MaxRequest = 8 << 20;

    /// <summary>Characters of all messages about one source file: with <see cref="MaxFindings"/> they fit into an event.</summary>
    public const int MaxSourceText = 256 << 10;

    /// <summary>Bytes of one event: <see cref="MaxFindings"/> findings of ordinary length fit.</summary>
    public const int MaxEvent = 1 << 20;

    /// <summary>Bytes of all events, and of the error stream, of one process.</summary>
    public const long MaxOutput = 64L << 20;

    /// <summary>Findings for one file; a scanner that has more says so in the last one.</summary>
    public const int MaxFindings = 1000;

    /// <summary>Characters of a message.</summary>
    public const int MaxMessage = Text.Printable.MaxMessageLength;

    /// <summary>Characters of a member's name; zip allows 65,535, nobody reads them.</summary>
    public const int MaxMember = 4096;

    /// <summary>Lines that are listed of one file.</summary>
    public const int MaxLines = 5_000;

    /// <summary>Characters of such a line …</summary>
    public const int MaxListed = 1_000;

    /// <summary>… and of the word it stands under.</summary>
    public const int MaxSection = 32;

    /// <summary>Pictures of one model …</summary>
    public const int MaxPictures = 200;

    /// <summary>… and pixels of a side: in colour and base64 one still fits into an event.</summary>
    public const int MaxPictureSide = 480;

    /// <summary>Characters of a name a finding is about.</summary>
    public const int MaxSymbol = 512;
}
