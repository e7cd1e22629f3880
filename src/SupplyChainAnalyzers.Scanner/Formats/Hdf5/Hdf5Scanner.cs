using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Walks every object that can be reached from the root, once, and judges links, attributes and datasets. An object that cannot be read is
/// unscannable; the rest is still looked at.
/// </summary>
internal sealed class Hdf5Scanner : IFormatScanner
{
    private const int MaxObjects = 1_000_000;
    private const int MaxPath = 1024;
    private const int MaxDamaged = 50;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Hdf5, ModelFormats.KerasH5];

    public void Scan(ByteSource source, ScanContext context)
    {
        var superblock = Hdf5Superblock.Read(source);
        UserBlock(source, superblock.Volume.Base, context);
        new Walk(superblock, context).Run();
    }

    // What stands before the superblock is not HDF5's: a script, another model.
    private static void UserBlock(ByteSource source, long length, ScanContext context)
    {
        if (length == 0)
            return;

        var head = source.ReadBytes(0, (int)Math.Min(length, 1 << 20), "its user block");
        if (head.AsSpan().IndexOfAnyExcept((byte)0) >= 0)
            context.Nested(new SliceSource(source, 0, length, "its user block"), "user block");
    }

    private sealed class Walk(Hdf5Superblock superblock, ScanContext context)
    {
        private readonly HashSet<long> _seen = [superblock.Root];
        private readonly Queue<(long Place, string Path)> _open = new([(superblock.Root, "/")]);
        private readonly Hdf5LinkJudge _links = new(context);
        private readonly Hdf5AttributeJudge _attributes = new(superblock.Volume, context);
        private readonly Hdf5DatasetJudge _datasets = new(superblock.Volume, context);
        private int _damaged;

        public void Run()
        {
            while (_open.TryDequeue(out var next))
            {
                if (Guard(next.Path, () => Hdf5Header.Read(superblock.Volume, next.Place), next.Place) is not { } header)
                    continue;

                Guard(next.Path, () => _attributes.Judge(header, next.Path), next.Place);
                Guard(next.Path, () => _datasets.Judge(header, next.Path), next.Place);
                Guard(next.Path, () => Links(header, next.Path), next.Place);
            }
        }

        private void Links(Hdf5Header header, string path)
        {
            foreach (var link in Hdf5Group.Links(header))
            {
                _links.Judge(link, path);
                if (link.Header is not { } place || !_seen.Add(place))
                    continue;
                if (_seen.Count > MaxObjects)
                    throw new LimitExceededException($"it holds more than {MaxObjects} objects");

                var below = path.Length > MaxPath ? path : $"{path.TrimEnd('/')}/{link.Name}";
                _open.Enqueue((place, below));
            }
        }

        private void Guard(string path, Action read, long place) => Guard(path, () =>
        {
            read();
            return "";
        }, place);

        private T? Guard<T>(string path, Func<T> read, long place)
            where T : class
        {
            try
            {
                return read();
            }
            catch (DamagedFileException e)
            {
                if (++_damaged <= MaxDamaged)
                    context.Unscannable($"has an object '{Printable.Path(path, 100)}' that cannot be read: {e.Message}; get the file anew", e.Offset == 0 ? place : e.Offset);
                return null;
            }
        }
    }
}
