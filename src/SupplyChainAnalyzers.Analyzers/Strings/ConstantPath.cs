namespace SupplyChainAnalyzers.Analyzers.Strings;

/// <summary>Paths that the source tells as a whole.</summary>
internal static class ConstantPath
{
    /// <summary>The path, without the program's folder before it; null when any of it is not known, or it is an address.</summary>
    public static string? Of(StringValue value)
    {
        var path = value.Text.TrimStart(StringValue.AppFolder);
        var isKnown = path.Length > 0 && path.IndexOf(StringValue.Hole) < 0 && path.IndexOf(StringValue.AppFolder) < 0;
        // An address that an overload takes in place of a path is for other rules.
        return isKnown && path.IndexOf("://", StringComparison.Ordinal) < 0 && path.TrimStart('/', '\\').Length > 0 ? path : null;
    }

    /// <summary>The last segment, when all of it is known.</summary>
    public static string? NameOf(StringValue value)
    {
        var name = value.Text.Substring(value.Text.LastIndexOfAny(['/', '\\', StringValue.AppFolder]) + 1);
        return name.Length > 0 && name.IndexOf(StringValue.Hole) < 0 ? name : null;
    }
}
