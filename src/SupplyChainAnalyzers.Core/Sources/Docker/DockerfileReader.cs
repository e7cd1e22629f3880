using SupplyChainAnalyzers.Core.Sources.Commands;
using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Docker;

/// <summary>Dockerfiles: base images, what RUN, CMD and ENTRYPOINT run, and what ADD fetches.</summary>
internal sealed class DockerfileReader() : SourceReader(SourceKind.Dockerfile)
{
    public override bool Reads(string fileName) =>
        IsNamed(fileName, "Dockerfile") || IsNamed(fileName, "Containerfile");

    private protected override void Read(string text, SourceContext context, SourceNotes notes)
    {
        var variables = new ShellVariables();
        var images = new DockerImages(notes);
        var commands = new List<ShellCommand>();
        foreach (var instruction in DockerInstructions.Read(text))
        {
            switch (instruction.Name)
            {
                case "FROM":
                    images.From(instruction.Words(variables));
                    break;
                case "ARG" or "ENV":
                    Set(instruction.Words(variables), variables);
                    break;
                case "RUN" or "CMD" or "ENTRYPOINT" or "HEALTHCHECK":
                    commands.AddRange(DockerCommands.Read(instruction, variables));
                    break;
                case "COPY":
                    images.Copy(instruction.Words(variables));
                    break;
                case "ADD":
                    Add(instruction.Words(variables), context, notes);
                    break;
            }
        }

        new CommandJudge(context, notes).Judge(commands);
    }

    private static bool IsNamed(string fileName, string name) =>
        fileName.Equals(name, StringComparison.OrdinalIgnoreCase)
        || fileName.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)
        || fileName.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);

    // NAME=value NAME=value, and the old ENV NAME value.
    private static void Set(IReadOnlyList<ShellWord> words, ShellVariables variables)
    {
        if (words.Count == 2 && !ShellVariables.IsAssignment(words[0].Text))
            variables.Set(words[0].Text, words[1].Text);

        foreach (var word in words)
        {
            if (ShellVariables.IsAssignment(word.Text))
                variables.Set(word.Text.Substring(0, word.Text.IndexOf('=')), word.Text.Substring(word.Text.IndexOf('=') + 1));
        }
    }

    private static void Add(IReadOnlyList<ShellWord> words, SourceContext context, SourceNotes notes)
    {
        var isVerified = words.Any(static word => word.Text.StartsWith("--checksum=", StringComparison.Ordinal));
        foreach (var word in words)
            AddressJudge.Judge(word, isVerified, context, notes);
    }
}
