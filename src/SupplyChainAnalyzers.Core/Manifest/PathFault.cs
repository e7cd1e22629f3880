using System.Text;
using SupplyChainAnalyzers.Core.Text.Unicode;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>Finds what is wrong with a path of a lock.</summary>
internal static class PathFault
{
    /// <summary>Null when nothing is; else words that follow "the path".</summary>
    public static string? Of(string path)
    {
        if (path.Length == 0)
            return "is empty";
        if (path.Length > PathRules.MaxLength)
            return Invariant($"is longer than {PathRules.MaxLength} bytes");
        if (path[0] == '/')
            return "is absolute; it must be relative";

        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (c == '\\')
                return "has a backslash; the separator is '/'";
            if (c == ':')
                return "has a colon (a drive or a stream on Windows)";
            if (char.IsControl(c))
                return Invariant($"has the control character U+{(int)c:X4}");
            if (char.IsHighSurrogate(c) && i + 1 < path.Length && char.IsLowSurrogate(path[i + 1]))
                i++;
            else if (char.IsSurrogate(c))
                return "has half of a surrogate pair";
        }

        if (IsLonger(path, PathRules.MaxLength))
            return Invariant($"is longer than {PathRules.MaxLength} bytes");
        if (!Normalization.IsFormC(path))
            return "is not in Unicode normalisation form C";

        foreach (var segment in path.Split('/'))
        {
            if (OfSegment(segment) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? OfSegment(string segment)
    {
        if (segment.Length == 0)
            return "has an empty segment ('//' or a '/' at its end)";
        if (segment is "." or "..")
            return $"has a '{segment}' segment";
        if (segment[segment.Length - 1] is '.' or ' ')
            return "has a segment that ends in a dot or a space, which Windows drops";
        if (IsLonger(segment, PathRules.MaxSegmentLength))
            return Invariant($"has a segment longer than {PathRules.MaxSegmentLength} bytes");

        return ReservedNames.Is(segment) ? "has a segment that names a device on Windows" : null;
    }

    // A UTF-16 unit is three bytes of UTF-8 at most.
    private static bool IsLonger(string text, int bytes) => text.Length > bytes / 3 && Encoding.UTF8.GetByteCount(text) > bytes;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
