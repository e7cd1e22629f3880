namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// One NumPy array. Spec: numpy.lib.format (NEP 1). <c>93 NUMPY</c> (6) · version major, minor (2) · header length
/// (2 in version 1, else 4) · the header, a Python dictionary literal: <c>{'descr': '&lt;f4', 'fortran_order': False, …}</c>.
/// An element type of <c>O</c> means that a pickle follows. The type may be a list of fields, so any quoted type in the header
/// counts; a field merely named O is taken for one, which is the safe mistake.
/// </summary>
internal static class NumPySniffer
{
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static ModelFormat? Sniff(Head head)
    {
        if (!head.Has(0, Magic))
            return null;

        var (start, length) = head[6] == 1 ? (10, head.U16(8)) : (12, head.U32(8));
        var end = (int)Math.Min(head.Length, start + Math.Max(0, length));
        return HasObjects(head, start, end) ? ModelFormats.NumPyObjects : ModelFormats.NumPy;
    }

    private static bool HasObjects(Head head, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (head[i] is not ('\'' or '"'))
                continue;

            // '|O', 'O', '|O8' (Python 2): quote, byte order, O, size, quote.
            var type = i + 1;
            while (head[type] is '|' or '<' or '>' or '=')
                type++;
            if (head[type] != 'O')
                continue;
            for (type++; head[type] is >= '0' and <= '9';)
                type++;
            if (head[type] is '\'' or '"')
                return true;
        }

        return false;
    }
}
