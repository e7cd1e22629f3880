using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Members;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>Writes what holds, inherited values included, as one policy that extends nothing.</summary>
public static class PolicyWriter
{
    /// <summary>The text of a policy at <paramref name="path"/> (absolute; paths in the policy are written from its folder).</summary>
    public static string Write(ModelsPolicy policy, string path)
    {
        var writer = JsonWriter.Indented().BeginObject().Member("$schema", "./models.policy.v1.json").Member("policyVersion", ModelsPolicy.CurrentVersion);
        foreach (var member in PolicyMembers.Root) member.Write(policy, writer, path);
        return writer.EndObject().ToString();
    }
}
