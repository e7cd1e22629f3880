namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>
/// What the inspection of one file may cost, all its members together. Counted in work, never in time: a verdict must not
/// depend on how busy the machine is. The launcher's clock stands behind it.
/// </summary>
internal sealed class ScanBudget
{
    /// <summary>Containers within containers.</summary>
    public const int MaxDepth = 8;

    private const int MaxMembers = 200_000;
    private const long MaxUnpacked = 64L << 30;

    private int _members;
    private long _unpacked;
    private bool _isExhausted;

    /// <summary>One more member of a container.</summary>
    /// <exception cref="LimitExceededException">Too many.</exception>
    public void TakeMember()
    {
        if (_isExhausted || ++_members > MaxMembers)
            throw Exceeded($"it holds more than {MaxMembers} members, or one that costs too much");
    }

    /// <summary>So many bytes more came out of a decompressor.</summary>
    /// <exception cref="LimitExceededException">Too many.</exception>
    public void TakeUnpacked(long bytes)
    {
        if ((_unpacked += bytes) > MaxUnpacked)
            throw Exceeded($"it unpacks to more than {MaxUnpacked >> 30} GiB");
    }

    /// <summary>
    /// To be thrown by who found that a limit is exceeded. No further member is opened: a bomb within each of a thousand
    /// members must not be set off a thousand times.
    /// </summary>
    public LimitExceededException Exceeded(string reason, long? offset = null)
    {
        _isExhausted = true;
        return new LimitExceededException(reason, offset);
    }
}
