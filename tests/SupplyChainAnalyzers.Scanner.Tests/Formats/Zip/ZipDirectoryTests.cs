using System.Buffers.Binary;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;

public class ZipDirectoryTests
{
    private const int EndSize = 22;

    private static byte[] Two => Samples.Zip(("a/first", [1]), ("second", []));

    [Fact]
    public void Names_are_read_in_order() => Assert.Equal(["a/first", "second"], Names(Two));

    [Fact]
    public void Empty_archive_has_no_entry() => Assert.Empty(Names(Samples.Zip()));

    [Fact]
    public void Comment_may_follow()
    {
        var bytes = Two;
        bytes[^2] = 5;
        Assert.Equal(2, Names([.. bytes, .. Samples.Text("hello")]).Count);
    }

    [Fact]
    public void Sixty_four_bit_records_are_read() => Assert.Equal(["a/first", "second"], Names(With64(Two, static _ => { })));

    [Theory]
    [InlineData(1)]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(60)]
    public void Cut_archive_is_damaged(int cut) => AssertDamaged(Two[..^cut]);

    [Fact]
    public void Byte_behind_the_end_is_damage() => AssertDamaged([.. Two, 0]);

    [Fact]
    public void Byte_between_directory_and_end_is_damage() => AssertDamaged([.. Two[..^EndSize], 0, .. Two[^EndSize..]]);

    [Fact]
    public void Two_archives_in_one_file_are_damage() => AssertDamaged([.. Two, .. Two]);

    [Theory]
    [InlineData(10, 1)] // fewer entries counted than there are
    [InlineData(10, 3)] // more
    [InlineData(12, 1)] // size of the directory
    [InlineData(16, 1)] // its offset
    public void Wrong_number_in_the_end_record_is_damage(int field, ushort value)
    {
        var bytes = Two;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - EndSize + field), value);
        AssertDamaged(bytes);
    }

    [Theory]
    [InlineData(0, 1)] // signature
    [InlineData(28, 0)] // no name
    [InlineData(28, 1000)] // name beyond the file
    [InlineData(30, 1000)] // extra field beyond the directory
    [InlineData(32, 1000)] // comment beyond the directory
    public void Wrong_number_in_an_entry_is_damage(int field, ushort value)
    {
        var bytes = Two;
        var directory = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(bytes.Length - EndSize + 16));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(directory + field), value);
        AssertDamaged(bytes);
    }

    [Fact]
    public void Locked_entry_is_told()
    {
        var bytes = Two;
        bytes[BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(bytes.Length - EndSize + 16)) + 8] |= 1;
        Assert.True(ZipDirectory.Read(new MemorySource(bytes))[0].IsEncrypted);
    }

    [Fact]
    public void Count_beyond_the_limit_is_refused_before_it_costs_memory() => AssertDamaged(With64(Two, static end =>
    {
        BinaryPrimitives.WriteUInt64LittleEndian(end[24..], ulong.MaxValue);
        BinaryPrimitives.WriteUInt64LittleEndian(end[32..], ulong.MaxValue);
    }));

    [Theory]
    [InlineData(40)]
    [InlineData(48)]
    public void Sum_that_overflows_is_damage(int field) =>
        AssertDamaged(With64(Two, end => BinaryPrimitives.WriteUInt64LittleEndian(end[field..], ulong.MaxValue - 10)));

    [Fact]
    public void Locator_to_nowhere_is_damage()
    {
        var bytes = With64(Two, static _ => { });
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(bytes.Length - EndSize - 20 + 8), 1);
        AssertDamaged(bytes);
    }

    [Fact]
    public void Mutations_are_read_or_damaged_and_nothing_else()
    {
        var random = new Random(20251121);
        byte[][] samples = [Two, With64(Two, static _ => { })];
        for (var round = 0; round < 40_000; round++)
        {
            var bytes = (byte[])samples[round % 2].Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)0xFF;

            try
            {
                Assert.InRange(ZipDirectory.Read(new MemorySource(bytes)).Count, 0, 2);
            }
            catch (DamagedFileException e)
            {
                Assert.InRange(e.Offset, 0, bytes.Length);
            }
        }
    }

    // The same archive with the zip64 records between its directory and its end record.
    private static byte[] With64(byte[] archive, SpanAction change)
    {
        var end = archive.AsSpan(archive.Length - EndSize);
        var record = new byte[56];
        Samples.U32(0x06064b50).CopyTo(record, 0);
        Samples.U64(44).CopyTo(record, 4);
        Samples.U64(BinaryPrimitives.ReadUInt16LittleEndian(end[10..])).CopyTo(record, 24);
        Samples.U64(BinaryPrimitives.ReadUInt16LittleEndian(end[10..])).CopyTo(record, 32);
        Samples.U64(BinaryPrimitives.ReadUInt32LittleEndian(end[12..])).CopyTo(record, 40);
        Samples.U64(BinaryPrimitives.ReadUInt32LittleEndian(end[16..])).CopyTo(record, 48);
        change(record);
        byte[] locator = [.. Samples.U32(0x07064b50), .. Samples.U32(0), .. Samples.U64((ulong)(archive.Length - EndSize)), .. Samples.U32(1)];
        return [.. archive[..^EndSize], .. record, .. locator, .. archive[^EndSize..]];
    }

    private delegate void SpanAction(Span<byte> end);

    private static List<string> Names(byte[] bytes) => [.. ZipDirectory.Read(new MemorySource(bytes)).Select(static entry => entry.Name)];

    private static void AssertDamaged(byte[] bytes)
    {
        var e = Assert.Throws<DamagedFileException>(() => ZipDirectory.Read(new MemorySource(bytes)));
        Assert.InRange(e.Offset, 0, bytes.Length);
    }
}
