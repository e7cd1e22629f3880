using System.Text;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Initialization;

/// <summary>Sets up a folder. Does only what has not been done, so it can run again at any time.</summary>
internal static class Initializer
{
    private const string Policy = """
        {
          "$schema": "./models.policy.v1.json",
          "policyVersion": 1,
          "mode": "default"
        }

        """;

    /// <summary>What was done, file by file.</summary>
    public static IReadOnlyList<InitStep> Run(string folder) =>
    [
        // The lock comes last but one of what a build reads: from then on the folder is verified.
        .. Schemas.All.Select(schema => Create(folder, schema.FileName, schema.Text)),
        Create(folder, "models.policy.json", Policy),
        Create(folder, ModelsLock.FileName, ModelsLockWriter.Write(new ModelsLock())),
        GitAttributes.Apply(folder),
        EditorSettings.Apply(folder),
    ];

    private static InitStep Create(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return InitStep.Kept(name);

        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        return InitStep.Created(name);
    }
}
