using System.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Text;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atomic").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Target => Path.Combine(_folder, "models.lock");

    [Fact]
    public void A_new_file_is_written_and_nothing_else_left()
    {
        AtomicFile.Write(Target, "one"u8.ToArray());
        Assert.Equal("one", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_longer_file_is_replaced_as_a_whole()
    {
        File.WriteAllText(Target, new string('x', 100_000));
        AtomicFile.Write(Target, "two"u8.ToArray());
        Assert.Equal("two", File.ReadAllText(Target));
    }

    [Fact]
    public void Whoever_has_the_old_file_open_keeps_reading_the_old_content()
    {
        if (OperatingSystem.IsWindows())
            return; // there the write is refused while a reader holds the file

        File.WriteAllText(Target, "old");
        using var reader = new StreamReader(Target);
        AtomicFile.Write(Target, "new"u8.ToArray());
        Assert.Equal("old", reader.ReadToEnd());
        Assert.Equal("new", File.ReadAllText(Target));
    }

    [Fact]
    public void The_mode_of_the_old_file_is_kept()
    {
        if (OperatingSystem.IsWindows())
            return;

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherWrite;
        File.WriteAllText(Target, "old");
        File.SetUnixFileMode(Target, Mode);
        AtomicFile.Write(Target, "new"u8.ToArray());
        Assert.Equal(Mode, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_leads_to_left_alone()
    {
        if (OperatingSystem.IsWindows())
            return; // links need a right there

        var elsewhere = Path.Combine(_folder, "elsewhere");
        File.WriteAllText(elsewhere, "mine");
        File.CreateSymbolicLink(Target, elsewhere);
        AtomicFile.Write(Target, "new"u8.ToArray());
        Assert.Equal("mine", File.ReadAllText(elsewhere));
        Assert.Null(new FileInfo(Target).LinkTarget);
    }

    [Fact]
    public void A_write_that_fails_leaves_no_temporary_file()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "x"), "");
        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(Target, "new"u8.ToArray()));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_reader_sees_one_whole_content_or_the_other_while_writers_race()
    {
        var contents = Enumerable.Range(0, 4).Select(static i => new string((char)('a' + i), 50_000 + i)).ToArray();
        AtomicFile.Write(Target, Encoding.ASCII.GetBytes(contents[0]));
        var writers = Task.WhenAll(contents.Select(content => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
                AtomicFile.Write(Target, Encoding.ASCII.GetBytes(content));
        })));
        if (!OperatingSystem.IsWindows())
        {
            do
                Assert.Contains(await File.ReadAllTextAsync(Target), contents);
            while (!writers.IsCompleted);
        }

        await writers;
        Assert.Contains(await File.ReadAllTextAsync(Target), contents);
    }

    [Theory]
    [InlineData(".models.lock.0123456789abcdef0123456789abcdef.tmp", true)]
    [InlineData("models.lock.0123456789abcdef0123456789abcdef.tmp", false)]
    [InlineData(".models.lock.tmp", false)]
    [InlineData(".model.onnx.tmp", false)]
    [InlineData(".0123456789abcdef0123456789abcdef.tmp", false)]
    [InlineData("", false)]
    public void Left_overs_are_known_by_their_name(string name, bool expected) => Assert.Equal(expected, AtomicFile.IsTemporary(name));
}
