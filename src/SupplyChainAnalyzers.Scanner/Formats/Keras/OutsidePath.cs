namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>Where a path in a file leads, as any loader on any system may read it.</summary>
internal static class OutsidePath
{
    /// <summary>An address: <c>https://…</c>, <c>gs://…</c>, <c>hf://…</c>.</summary>
    public static bool IsAddress(string path) => path.IndexOf("://", StringComparison.Ordinal) is > 0 and < 16;

    /// <summary>A place outside the model's folder: absolute, of another drive or machine, of a user's home, or upward.</summary>
    public static bool Escapes(string path) => path.Length > 0
        && (path[0] is '/' or '\\' or '~' || (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            || path.Split('/', '\\').Contains("..") || path.Contains('\0', StringComparison.Ordinal) || path.Contains("${", StringComparison.Ordinal) || path.Contains('%', StringComparison.Ordinal));
}
