using System.Text;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>The end of what a process wrote to its error stream, for the message about its failure.</summary>
internal sealed class LastWords
{
    private const int MaxBytes = 4096; // more than is shown, so that the last lines are whole
    private const int MaxShown = 400; // two lines of a console: enough for an exception's type and message

    private readonly byte[] _ring = new byte[MaxBytes];
    private long _total;

    /// <summary>Whether more was said than anybody reads.</summary>
    public bool TooMany => _total > Wire.MaxOutput;

    /// <summary>Takes the next bytes; false when there are too many of them.</summary>
    public bool Add(byte[] bytes, int count)
    {
        lock (_ring)
        {
            for (var i = Math.Max(0, count - MaxBytes); i < count; i++)
                _ring[(_total + i) % MaxBytes] = bytes[i];
            _total += count;
            return !TooMany;
        }
    }

    /// <summary>Everything kept, as text.</summary>
    public override string ToString()
    {
        lock (_ring)
        {
            var length = (int)Math.Min(_total, MaxBytes);
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
                bytes[i] = _ring[(_total - length + i) % MaxBytes];
            return Encoding.UTF8.GetString(bytes).Trim();
        }
    }

    /// <summary>The end, safe to show; empty when nothing was said.</summary>
    public string Shown()
    {
        var text = ToString();
        return Printable.Of(text.Length > MaxShown ? text.Substring(text.Length - MaxShown) : text, MaxShown);
    }
}
