using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Sources.Ollama;
using SupplyChainAnalyzers.Core.Sources.Shell;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary><c>ollama pull MODEL</c> and <c>ollama run MODEL</c>: a model without a tag is another one tomorrow.</summary>
internal static class OllamaCommand
{
    private static readonly string[] Switches = ["--insecure", "--verbose", "--nowordwrap", "--hidethinking", "--think"];

    /// <param name="command">The command.</param>
    /// <param name="created">Models that the script made itself.</param>
    /// <param name="pins">Models of models.lock.</param>
    /// <param name="notes">Where to write.</param>
    public static void Judge(ShellCommand command, HashSet<string> created, OllamaPins pins, SourceNotes notes)
    {
        if (command.Words.Count < 3)
            return;

        var verb = command.Words[1].Text;
        var word = new CommandArguments(command.Words.Skip(2), Switches).Values.FirstOrDefault();
        if (word is not { IsComplete: true } || OllamaName.Parse(word.Text) is not { } name)
            return;

        if (verb is "create" or "cp")
            created.Add((verb == "cp" ? OllamaName.Parse(command.Words[command.Words.Count - 1].Text) : name)?.Model ?? "");
        if (verb is not ("pull" or "run") || created.Contains(name.Model))
            return;

        if (name.HubRepo is { } repo)
            notes.Use(SourceFactKind.HubModel, repo, null, name.Digest, word.Start, word.Length);
        else
            notes.Use(SourceFactKind.OllamaModel, name.Model, name.Tag, name.Digest, word.Start, word.Length);
        // The lock may have the digest of latest itself.
        if (!name.IsFloating || pins.Has(name.Model, OllamaName.DefaultTag))
            return;

        var tag = pins.TagOf(name.Model) is { } known && OllamaName.Parse(known) is not null ? known : null;
        notes.Report(
            Rules.CommandWithoutPin,
            $"'{Printable.Of(word.Text)}' follows the tag latest, which moves; {(tag is null ? "name a tag, and declare the model: run: models lock" : $"name the tag that models.lock has for it, '{tag}'")}",
            word.Start,
            word.Length,
            tag is null ? null : new SourceEdit(word.Start, word.Length, name.Model + ":" + tag));
    }
}
