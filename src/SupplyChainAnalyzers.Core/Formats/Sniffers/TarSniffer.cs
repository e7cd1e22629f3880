namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Tape archives. Spec: POSIX pax. Header, 512 bytes: name (100) · … · size at 124 (12, octal) · checksum at 148 (8, octal: the sum
/// of the header's bytes with these eight as spaces) · type at 156 · <c>ustar</c> at 257. Older archives lack the mark,
/// so the checksum decides. PyTorch before 0.2 put <c>sys_info</c>, <c>pickle</c>, <c>storages</c> and <c>tensors</c> in one;
/// NeMo puts <c>model_config.yaml</c>.
/// </summary>
internal static class TarSniffer
{
    private const int HeaderLength = 512;
    private const int NameLength = 100;
    private const int SizeAt = 124;
    private const int ChecksumAt = 148;
    private const int ChecksumLength = 8;

    public static ModelFormat? Sniff(Head head)
    {
        if (head.Length < HeaderLength || head[0] <= 0 || !HasChecksum(head))
            return null;

        for (long at = 0; at + HeaderLength <= head.Length;)
        {
            switch (Name(head, (int)at))
            {
                case "model_config.yaml" or "model_weights.ckpt":
                    return ModelFormats.NeMo;
                case "sys_info" or "storages" or "tensors" or "pickle":
                    return ModelFormats.PyTorchLegacy;
            }

            var size = Octal(head, (int)at + SizeAt, 12);
            if (size < 0)
                break;
            at += HeaderLength + ((size + HeaderLength - 1) / HeaderLength * HeaderLength);
        }

        return ModelFormats.Tar;
    }

    private static bool HasChecksum(Head head)
    {
        var sum = 0;
        for (var i = 0; i < HeaderLength; i++)
            sum += i is >= ChecksumAt and < ChecksumAt + ChecksumLength ? ' ' : head[i];
        return Octal(head, ChecksumAt, ChecksumLength) == sum;
    }

    private static string Name(Head head, int at)
    {
        var length = 0;
        while (length < NameLength && head[at + length] > 0)
            length++;
        var name = System.Text.Encoding.UTF8.GetString(head.Bytes, at, length);
        return name.StartsWith("./", StringComparison.Ordinal) ? name.Substring(2) : name;
    }

    // Digits, led by spaces or zeros, ended by a space, a NUL or the field; -1 for anything else (GNU's binary sizes included).
    private static long Octal(Head head, int at, int length)
    {
        long value = 0;
        var digits = 0;
        for (var i = at; i < at + length; i++)
        {
            var c = head[i];
            if (c is >= '0' and <= '7')
            {
                value = (value * 8) + c - '0';
                digits++;
            }
            else if (c is not (' ' or 0))
            {
                return -1;
            }
            else if (digits > 0)
            {
                break;
            }
        }

        return digits == 0 ? -1 : value;
    }
}
