namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>
/// Empties a pipe on a thread of its own: a pool thread may be long in coming inside a busy build, and a full pipe
/// would stop the scanner meanwhile.
/// </summary>
internal sealed class OutputPump
{
    private const int BufferSize = 16 << 10; // a quarter of a pipe

    private readonly Stream _stream;
    private readonly Func<byte[], int, bool> _accept;
    private readonly Action _ended;

    /// <param name="stream">The pipe; closed at its end.</param>
    /// <param name="accept">Takes bytes; false when it wants no more.</param>
    /// <param name="ended">Called once, after <see cref="Ended"/> is set.</param>
    public OutputPump(Stream stream, Func<byte[], int, bool> accept, Action ended)
    {
        _stream = stream;
        _accept = accept;
        _ended = ended;
        new Thread(Run) { IsBackground = true, Name = "SupplyChain scanner output" }.Start();
    }

    /// <summary>Whether all who held the other end closed it, or nothing more is wanted.</summary>
    public bool Ended { get; private set; }

    /// <summary>What went wrong in reading or accepting; null when nothing did.</summary>
    public Exception? Error { get; private set; }

    private void Run()
    {
        try
        {
            using (_stream)
            {
                var buffer = new byte[BufferSize];
                int count;
                while ((count = _stream.Read(buffer, 0, buffer.Length)) > 0 && _accept(buffer, count))
                {
                }
            }
        }
        catch (Exception e)
        {
            Error = e; // unhandled on a thread, it would end the build's process
        }

        Ended = true;
        _ended();
    }
}
