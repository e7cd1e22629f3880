using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>What to cut out of a text so that one member of an object is gone and the rest is still JSON.</summary>
public static class JsonRemoval
{
    /// <summary>The names that lead to the member whose name stands at a place; null when no member's does.</summary>
    /// <param name="root">The document.</param>
    /// <param name="line">Counts from 1.</param>
    /// <param name="column">Counts from 1, in UTF-16 code units.</param>
    public static IReadOnlyList<string>? PathAt(JsonNode root, int line, int column)
    {
        foreach (var member in root.Members)
        {
            if (member.NameRegion.Line == line && member.NameRegion.Column == column)
                return [member.Name];

            if (PathAt(member.Value, line, column) is { } rest)
                return [member.Name, .. rest];
        }

        return null;
    }

    /// <summary>The stretch to cut, with the comma that belongs to it; null when there is no such member.</summary>
    public static TextRegion? Of(JsonNode root, IReadOnlyList<string> path)
    {
        var holder = root;
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (holder.Find(path[i]) is not { } next)
                return null;

            holder = next;
        }

        var members = holder.Members;
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Name == path[path.Count - 1])
                return Of(holder, i);
        }

        return null;
    }

    private static TextRegion Of(JsonNode holder, int index)
    {
        var (members, region) = (holder.Members, holder.Region);
        var (name, value) = (members[index].NameRegion, members[index].Value.Region);
        if (index < members.Count - 1)
        {
            var next = members[index + 1].NameRegion;
            return new TextRegion(name.Line, name.Column, next.Line, next.Column);
        }

        // The last takes the comma before it along; the only one leaves nothing between the braces.
        if (index == 0)
            return new TextRegion(region.Line, region.Column + 1, region.EndLine, region.EndColumn - 1);

        var before = members[index - 1].Value.Region;
        return new TextRegion(before.EndLine, before.EndColumn, value.EndLine, value.EndColumn);
    }
}
