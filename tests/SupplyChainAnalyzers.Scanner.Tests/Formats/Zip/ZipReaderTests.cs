using System.IO.Compression;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;

public class ZipReaderTests
{
    [Fact]
    public void Every_member_of_an_archive_comes_out_equal_and_nothing_is_wrong_with_it()
    {
        var random = new Random(4);
        for (var round = 0; round < 40; round++)
        {
            var members = Enumerable.Range(0, random.Next(1, 8)).Select(i => (Name: $"folder/{i}.bin", Content: Contents.Random(random, 20_000))).ToArray();
            var bytes = Written(members, random);
            var reader = new ZipReader(new MemorySource(bytes), Context(out _));
            foreach (var (name, content) in members)
            {
                var source = reader.Open(reader.Find(name)!);
                Assert.Equal(content, source.ReadBytes(0, (int)source.Length, "it"));
            }

            var seen = new List<string>();
            var context = Context(out var sink);
            ZipInspector.Inspect(new MemorySource(bytes), context, member => seen.Add(member.Name));
            Assert.Empty(sink.Findings);
            Assert.Equal(members.Select(static member => member.Name), seen);
        }
    }

    [Fact]
    public void No_directory_is_damage() => Assert.Throws<DamagedFileException>(() => new ZipReader(new MemorySource(Samples.Text("PK\u0003\u0004")), Context(out _)));

    [Fact]
    public void Archive_without_members_is_none() => Assert.Empty(new ZipReader(new MemorySource(Samples.Zip()), Context(out _)).Entries);

    internal static ScanContext Context(out FindingSink sink) => ScanContext.ForFile("a.zip", sink = new FindingSink(), Neighbours.None);

    private static byte[] Written((string Name, byte[] Content)[] members, Random random)
    {
        using var stream = new MemoryStream();
        Stream target = random.Next(2) == 0 ? stream : new Unseekable(stream); // then descriptors follow
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var entry = archive.CreateEntry(name, random.Next(2) == 0 ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private sealed class Unseekable(Stream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
