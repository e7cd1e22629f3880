using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Locking.Repair;

/// <summary>
/// Reads a lock in order to write it anew. What will be computed from the files anyway (digests, sizes, tree hashes) may
/// be wrong in it, as after a merge; every other fault still means that nothing is read.
/// </summary>
internal static class LockRepair
{
    private static readonly string NoDigest = new('0', 64);

    /// <summary>The lock, or the errors of a strict reading.</summary>
    public static ReadResult<ModelsLock> Read(byte[] utf8, string path)
    {
        var strict = ModelsLockReader.Read(utf8, path);
        if (strict.Value is not null || JsonReader.Parse(utf8, JsonLimits.Default).Root is not { } root)
            return strict;

        var lenient = ModelsLockReader.Read(WithoutComputed(root), path);
        return lenient.Value is null ? strict : lenient;
    }

    private static string WithoutComputed(JsonNode root) => Copy(JsonWriter.Compact(), root, static (json, member) =>
    {
        if (member.Name != "models")
            return false;

        Copy(json.Name(member.Name), member.Value, CopyModel);
        return true;
    }).ToString();

    private static bool CopyModel(JsonWriter json, JsonMember model)
    {
        Copy(json.Name(model.Name), model.Value, static (json, member) =>
        {
            if (member.Name == "files")
                Copy(json.Name(member.Name), member.Value, CopyFile);
            return member.Name is "files" or "treeHash";
        });
        return true;
    }

    private static bool CopyFile(JsonWriter json, JsonMember file)
    {
        Copy(json.Name(file.Name), file.Value, static (json, member) =>
        {
            if (member.Name == "sha256" && !Hex.Is(member.Value.StringValue, 64))
                json.Name(member.Name).String(NoDigest);
            else if (member.Name == "size" && !long.TryParse(member.Value.NumberText, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _))
                json.Name(member.Name).Number(0);
            else
                return false;
            return true;
        });
        return true;
    }

    // Copies a value; of an object, each member that the function does not take.
    private static JsonWriter Copy(JsonWriter json, JsonNode node, Func<JsonWriter, JsonMember, bool> take)
    {
        if (node.Kind != JsonKind.Object)
            return json.Value(node);

        json.BeginObject();
        foreach (var member in node.Members)
        {
            if (!take(json, member))
                json.Name(member.Name).Value(member.Value);
        }

        return json.EndObject();
    }
}
