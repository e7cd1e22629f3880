using SupplyChainAnalyzers.Core.Sources.Commands;

namespace SupplyChainAnalyzers.Core.Sources.Shell;

/// <summary>Shell scripts: what models their commands fetch.</summary>
internal sealed class ShellScriptReader() : SourceReader(SourceKind.Shell)
{
    private static readonly string[] Extensions = [".sh", ".bash", ".zsh", ".ksh", ".command"];

    public override bool Reads(string fileName) => Array.Exists(Extensions, end => fileName.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var source = start == 0 ? MappedText.Of(text) : MappedText.Of(text).Slice(start, text.Length);
        new CommandJudge(context, notes).Judge(ShellParser.Read(source, new ShellVariables()));
    }
}
