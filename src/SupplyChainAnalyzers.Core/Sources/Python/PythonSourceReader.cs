namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>Python: what models it loads, and how.</summary>
internal sealed class PythonSourceReader() : SourceReader(SourceKind.Python)
{
    public override bool Reads(string fileName) =>
        fileName.EndsWith(".py", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".pyw", StringComparison.OrdinalIgnoreCase);

    /// <summary>Judges <paramref name="text"/>, which may be a part of another text.</summary>
    public static void Judge(string text, SourceContext context, SourceNotes notes) => Judge(text, new PyTokenizer(text).Lines(), context, notes);

    /// <summary>Judges <paramref name="lines"/> of <paramref name="text"/>; the rest of it is no Python.</summary>
    public static void Judge(string text, IEnumerable<PyLine> lines, SourceContext context, SourceNotes notes)
    {
        var calls = PythonCalls.Read(text, lines);
        var hub = new HubCallJudge(text, context, notes);
        foreach (var call in calls.Calls)
        {
            hub.Judge(call);
            UnsafeLoadJudge.Judge(call, notes);
        }

        new RemoteCodeJudge(text, notes).Judge(calls);
    }

    private protected override void Read(string text, SourceContext context, SourceNotes notes) => Judge(text, context, notes);
}
