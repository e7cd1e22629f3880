using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Input;

public sealed class HashedFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(3_000_001)]
    public void Digest_is_that_of_the_file_however_much_was_read(int length)
    {
        var bytes = Write(length);
        using var file = Open();
        Assert.Equal(length, file.Length);
        var middle = new byte[Math.Min(length, 200_000)];
        Assert.Equal(middle.Length, file.Read((length - middle.Length) / 2, middle));
        Assert.True(bytes.AsSpan((length - middle.Length) / 2, middle.Length).SequenceEqual(middle));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Finish());
    }

    [Fact]
    public void Nothing_is_read_beyond_the_end()
    {
        Write(10);
        using var file = Open();
        var into = new byte[20];
        Assert.Equal(3, file.Read(7, into));
        Assert.Equal(0, file.Read(10, into));
        Assert.Equal(0, file.Read(long.MaxValue, into));
        Assert.Equal(0, file.Read(-1, into));
    }

    [Fact]
    public void Parsed_page_that_changes_is_noticed()
    {
        Write(1_000_000);
        using var file = Open();
        file.Read(500_000, new byte[1]);
        Overwrite(500_100);
        Assert.Throws<FileChangedException>(file.Finish);
    }

    [Fact]
    public void Page_that_changes_between_two_looks_is_noticed()
    {
        Write(70 * 65536);
        using var file = Open();
        var one = new byte[1];
        for (var page = 0; page < 70; page++)
            file.Read(page * 65536L, one);

        Overwrite(5); // page 0 has left the cache by now
        Assert.Throws<FileChangedException>(() => file.Read(0, one));
    }

    [Fact]
    public void Page_nobody_parsed_may_change_and_the_digest_says_so()
    {
        Write(1_000_000);
        using var file = Open();
        file.Read(500_000, new byte[1]);
        Overwrite(900_000);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_path))), file.Finish());
    }

    [Theory]
    [InlineData(999_999)]
    [InlineData(1_000_001)]
    [InlineData(0)]
    public void Other_length_is_noticed(int length)
    {
        Write(1_000_000);
        using var file = Open();
        using (var stream = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            stream.SetLength(length);
        Assert.Throws<FileChangedException>(file.Finish);
    }

    [Fact]
    public void Progress_is_told_in_large_steps()
    {
        using (var stream = File.Create(_path))
            stream.SetLength(130 << 20);
        var told = new List<long>();
        using var file = new HashedFile(InputFile.Open(_path), told.Add);
        file.Finish();
        Assert.Equal([64 << 20, 128 << 20], told);
    }

    [Fact]
    public void Folder_is_no_file() => Assert.ThrowsAny<SystemException>(() => InputFile.Open(Path.GetTempPath()));

    [Fact]
    public void Named_pipe_is_not_waited_for()
    {
        if (!OperatingSystem.IsLinux())
            return;

        File.Delete(_path);
        Assert.Equal(0, MakeNamedPipe(_path, 0x180));
        Assert.Throws<IOException>(() => InputFile.Open(_path));
    }

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeNamedPipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    private byte[] Write(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(_path, bytes);
        return bytes;
    }

    private HashedFile Open() => new(File.OpenHandle(_path, share: FileShare.ReadWrite));

    private void Overwrite(long offset)
    {
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Position = offset;
        stream.Write([1, 2, 3, 4, 5, 6, 7]);
    }
}
