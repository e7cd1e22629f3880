namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// safetensors. Spec: the project's README. Header length (8, little-endian) · header, a JSON object that may be padded with
/// spaces: <c>{"name":{"dtype":"F32","shape":[…],"data_offsets":[…]},"__metadata__":{…}}</c> · the tensors.
/// There is no magic: length, brace, a first member that is an object, and (but for metadata) one of its three members.
/// </summary>
internal static class SafeTensorsSniffer
{
    private const int HeaderAt = 8;
    private const long LongestHeader = 100_000_000; // the reference reader's own limit

    private static readonly string[] TensorMembers = ["dtype", "shape", "data_offsets"];

    public static ModelFormat? Sniff(Head head)
    {
        var length = head.I64(0);
        if (length is < 2 or > LongestHeader || length > head.FileSize - HeaderAt || head[HeaderAt] != '{')
            return null;

        var at = SkipSpace(head, HeaderAt + 1);
        if (head[at] == '}')
            return head.FileSize == HeaderAt + length ? ModelFormats.SafeTensors : null; // no tensors: nothing may follow

        return HasMember(head, at) ? ModelFormats.SafeTensors : null;
    }

    private static bool HasMember(Head head, int at)
    {
        if (!TryString(head, at, out var name, out at))
            return at >= head.Length && head[SkipSpace(head, HeaderAt + 1)] == '"'; // a name longer than the head

        at = SkipSpace(head, at);
        if (head[at] != ':')
            return false;

        at = SkipSpace(head, at + 1);
        if (head[at] != '{')
            return false;
        if (name == "__metadata__")
            return true;

        return TryString(head, SkipSpace(head, at + 1), out var member, out _) && Array.IndexOf(TensorMembers, member) >= 0;
    }

    private static bool TryString(Head head, int at, out string text, out int end)
    {
        text = "";
        end = at;
        if (head[at] != '"')
            return false;

        for (end = at + 1; end < head.Length && head[end] != '"'; end++)
        {
            if (head[end] == '\\')
                end++;
        }

        if (end >= head.Length)
            return false;

        text = System.Text.Encoding.UTF8.GetString(head.Bytes, at + 1, end - at - 1);
        end++;
        return true;
    }

    private static int SkipSpace(Head head, int at)
    {
        while (head[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        return at;
    }
}
