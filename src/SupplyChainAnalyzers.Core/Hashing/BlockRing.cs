using System.Runtime.ExceptionServices;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>
/// Blocks that a thread fills while the caller works on those before. The thread is woken when half of them are free, not for each one.
/// It ends with each file.
/// </summary>
internal sealed class BlockRing(int blocks, int length)
{
    private const int StackSize = 256 * 1024;

    private readonly object _gate = new();
    private readonly byte[][] _blocks = [.. Enumerable.Range(0, blocks).Select(_ => new byte[length])];
    private readonly int[] _counts = new int[blocks];
    private long _filled;
    private long _used;
    private bool _stopped;
    private ExceptionDispatchInfo? _fault;

    /// <summary>As <see cref="BlockReader.Read"/>.</summary>
    public void Read(Stream file, Func<byte[], int, bool> use)
    {
        (_filled, _used, _stopped, _fault) = (0, 0, false, null);
        var reader = new Thread(() => Fill(file), StackSize) { IsBackground = true, Name = "SupplyChain reading" };
        reader.Start();
        try
        {
            while (Use(use))
            {
            }
        }
        finally
        {
            // The blocks and the file are in use until then, whatever happened.
            Stop();
            reader.Join();
        }
    }

    private bool Use(Func<byte[], int, bool> use)
    {
        lock (_gate)
        {
            while (_filled == _used && _fault is null)
                Monitor.Wait(_gate);
            if (_filled == _used)
                _fault!.Throw();
        }

        var (block, count) = (_blocks[_used % blocks], _counts[_used % blocks]);
        if (count == 0 || !use(block, count) || count < length)
            return false;

        lock (_gate)
        {
            _used++;
            if (_filled - _used == blocks / 2)
                Monitor.PulseAll(_gate);
        }

        return true;
    }

    private void Fill(Stream file)
    {
        try
        {
            while (HasRoom())
            {
                var place = _filled % blocks;
                var count = _counts[place] = BlockReader.Fill(file, _blocks[place]);
                lock (_gate)
                {
                    _filled++;
                    Monitor.PulseAll(_gate);
                }

                if (count < length)
                    return;
            }
        }
        catch (Exception exception)
        {
            // Told when the blocks before it are used: whoever ends earlier has not met it.
            lock (_gate)
            {
                _fault = ExceptionDispatchInfo.Capture(exception);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool HasRoom()
    {
        lock (_gate)
        {
            if (_filled - _used == blocks)
            {
                while (!_stopped && _filled - _used > blocks / 2)
                    Monitor.Wait(_gate);
            }

            return !_stopped;
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }
}
