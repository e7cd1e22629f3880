using System.Text;

namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>The JSON schemas (draft 2020-12) that ship with the package, for editors. The readers check more.</summary>
public static class Schemas
{
    /// <summary>Of models.lock.</summary>
    public static SchemaFile Lock { get; } = Load("models.lock.v1.json");

    /// <summary>Of models.policy.json.</summary>
    public static SchemaFile Policy { get; } = Load("models.policy.v1.json");

    /// <summary>Both.</summary>
    public static IReadOnlyList<SchemaFile> All { get; } = [Lock, Policy];

    private static SchemaFile Load(string fileName)
    {
        using var stream = typeof(Schemas).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException(fileName + " is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SchemaFile(fileName, reader.ReadToEnd());
    }
}
