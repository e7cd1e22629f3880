using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest.Writing;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// Writes models.lock in its one canonical form: maps in ordinal order with one entry a line, records of plain values on
/// one line, members of a record in the order of the schema, 2 spaces, LF, final newline. The same facts give the
/// same bytes, in whatever order they come; what is canonical is written as it was read.
/// </summary>
public static class ModelsLockWriter
{
    /// <summary>Where editors find the schema: beside the lock.</summary>
    public const string SchemaReference = "./models.lock.v1.json";

    /// <summary>The text of the file, to be stored as UTF-8 without a byte order mark.</summary>
    public static string Write(ModelsLock value)
    {
        var json = JsonWriter.Indented().BeginObject()
            .Member("$schema", SchemaReference)
            .Member("lockVersion", ModelsLock.CurrentVersion)
            .Name("models").Map(value.Models, ModelWriter.Write);
        if (value.Hosted.Count > 0)
            json.Name("hosted").Map(value.Hosted, ModelWriter.Write);

        return json.EndObject().ToString();
    }
}
