using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;

/// <summary>A count (4), then elements of one size.</summary>
internal readonly struct FlatVector
{
    private readonly FlatFile _file;
    private readonly int _elementSize;

    private FlatVector(FlatFile file, long start, long count, int elementSize) => (_file, Start, Count, _elementSize) = (file, start, count, elementSize);

    /// <summary>Where the first element stands.</summary>
    public long Start { get; }

    public long Count { get; }

    /// <exception cref="DamagedFileException">It is longer than the file.</exception>
    public static FlatVector At(FlatFile file, long position, int elementSize)
    {
        var count = file.UInt32(position);
        return count <= (file.Source.Length - position - 4) / elementSize
            ? new FlatVector(file, position + 4, count, elementSize)
            : throw new DamagedFileException("a list is longer than the file", position);
    }

    public int Int32(long index) => _file.Int32(Place(index));

    public long Int64(long index) => (long)_file.UInt64(Place(index));

    /// <summary>An element that is an offset to a table.</summary>
    public FlatTable Table(long index) => _file.Table(_file.Follow(Place(index)));

    /// <summary>An element that is an offset to a text.</summary>
    public string Text(long index, int max)
    {
        var text = At(_file, _file.Follow(Place(index)), 1);
        return Encoding.UTF8.GetString(_file.Bytes(text.Start, text.Count, max));
    }

    private long Place(long index)
    {
        _file.Take(_elementSize, Start);
        return Start + (index * _elementSize);
    }
}
