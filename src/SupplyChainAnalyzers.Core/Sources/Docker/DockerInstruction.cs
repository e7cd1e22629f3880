using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Docker;

/// <summary>An instruction, its lines joined.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Body">What follows it, here-documents with it.</param>
internal sealed record DockerInstruction(string Name, MappedText Body)
{
    /// <summary>The body as words, variables replaced.</summary>
    public IReadOnlyList<ShellWord> Words(ShellVariables variables)
    {
        var words = new List<ShellWord>();
        var reader = new ShellWordReader(Body, variables, static (_, _) => { });
        for (var at = 0; at < Body.Text.Length;)
        {
            if (Body.Text[at] is ' ' or '\t' or '\n' or '\r' or '\f')
                at++;
            else
                words.Add(reader.Read(ref at));
        }

        return words;
    }
}
