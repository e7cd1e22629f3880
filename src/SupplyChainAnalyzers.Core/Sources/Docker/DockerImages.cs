using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Docker;

/// <summary>Container images that a Dockerfile builds on or copies from; stages of its own are none.</summary>
internal sealed class DockerImages(SourceNotes notes)
{
    private const string FromOption = "--from=";

    private readonly HashSet<string> _stages = new(StringComparer.OrdinalIgnoreCase) { "scratch" };

    // FROM [--platform=…] IMAGE [AS STAGE]
    public void From(IReadOnlyList<ShellWord> words)
    {
        var rest = words.Where(static word => !word.Text.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (rest.Count == 0)
            return;

        Use(rest[0], 0);
        if (rest.Count == 3 && rest[1].Text.Equals("AS", StringComparison.OrdinalIgnoreCase))
            _stages.Add(rest[2].Text);
    }

    // COPY --from=IMAGE; a number is a stage.
    public void Copy(IReadOnlyList<ShellWord> words)
    {
        foreach (var word in words)
        {
            if (word.Text.StartsWith(FromOption, StringComparison.Ordinal) && !word.Text.Skip(FromOption.Length).All(char.IsDigit))
                Use(word, FromOption.Length);
        }
    }

    private void Use(ShellWord word, int skip)
    {
        var name = word.Text.Substring(skip);
        if (!word.IsComplete || name.Length == 0 || _stages.Contains(name))
            return;

        var at = name.IndexOf('@');
        var digest = at < 0 ? null : name.Substring(at + 1);
        name = at < 0 ? name : name.Substring(0, at);
        var colon = name.LastIndexOf(':');
        var tag = colon > name.LastIndexOf('/') ? name.Substring(colon + 1) : null;
        var start = word.Value.Offset(skip);
        notes.Use(SourceFactKind.ContainerImage, tag is null ? name : name.Substring(0, colon), tag, digest, start, word.End - start);
    }
}
