using System.IO.Compression;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Unpacking;
using SupplyChainAnalyzers.Scanner.Unpacking;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;

public class ZipScannerTests
{
    private static readonly byte[] Evil = Samples.TextPickle;
    private static readonly byte[] Words = Samples.Text("only some words\n");

    [Fact]
    public void CVE_2025_1944_names_that_differ_do_not_hide_a_payload()
    {
        foreach (var bytes in new[]
        {
            new ZipCraft().Member("m/data.pkl", Evil, localName: "m/data.txt").End(),
            new ZipCraft().Member("m/data.txt", Evil, localName: "m/data.pkl").End(),
        })
        {
            var scanned = Scanned.Bytes(bytes, "m.pt");
            Assert.Equal(Verdict.Malicious, scanned.Verdict);
            Assert.Contains(Rules.AmbiguousArchive, scanned.Doubts);
        }
    }

    [Theory]
    [InlineData(0x1)]
    [InlineData(0x20)]
    [InlineData(0x40)]
    [InlineData(0x61)]
    public void CVE_2025_1945_flag_bits_do_not_hide_a_payload(ushort flags)
    {
        foreach (var local in new ushort[] { 0, flags })
        {
            var scanned = Scanned.Bytes(new ZipCraft().Member("m/data.pkl", Evil, flags: flags, localFlags: local).End(), "m.pt");
            Assert.Equal(Verdict.Malicious, scanned.Verdict);
            Assert.Contains(Rules.AmbiguousArchive, scanned.Doubts);
        }
    }

    [Fact]
    public void CVE_2025_10156_wrong_checksum_does_not_hide_a_payload()
    {
        var scanned = Scanned.Bytes(new ZipCraft().Member("m/data.pkl", Evil, crc: 1).End(), "m.pt");
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
        Assert.Contains(Rules.WrongChecksum, scanned.Doubts);
    }

    [Fact]
    public void Wrong_flag_and_wrong_checksum_together_do_not_hide_a_payload() =>
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(new ZipCraft().Member("m/data.pkl", Evil, flags: 1, crc: 1).End(), "m.pt").Verdict);

    [Fact]
    public void CVE_2025_1889_pickle_of_any_name_in_an_archive_is_scanned() =>
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.Zip(("a/readme.jpg", Evil))).Verdict);

    [Fact]
    public void Stored_payload_that_claims_to_be_deflated_is_scanned() =>
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(new ZipCraft().Member("m/data.pkl", Evil, method: 8).End()).Verdict);

    [Fact]
    public void Method_in_the_local_header_is_tried_too()
    {
        var packed = InflaterTests.Deflated(Evil, CompressionLevel.SmallestSize);
        var bytes = new ZipCraft().Member("m/x.bin", packed, method: 0, localMethod: 8, crc: Crc32.Append(0, Evil), size: (uint)Evil.Length).End();
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(bytes).Verdict);
    }

    [Fact]
    public void Member_that_no_directory_lists_is_told_and_scanned()
    {
        var bytes = new ZipCraft().Member("a.txt", Words).Member("b.pkl", Evil, isListed: false).Member("c.txt", Words).End();
        var scanned = Scanned.Bytes(bytes);
        Assert.Contains(Rules.AmbiguousArchive, scanned.Doubts);
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
    }

    [Fact]
    public void Member_hidden_in_another_for_streaming_readers_is_told_and_scanned()
    {
        byte[] inner = [.. Words, .. new ZipCraft().Member("b.pkl", Evil, isListed: false).Member("z", [], isListed: false).End()[..^22]];
        var bytes = new ZipCraft().Member("a.txt", inner, localSize: (uint)Words.Length).End();
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(bytes).Verdict);
    }

    [Fact]
    public void Two_archives_in_one_file_are_told_and_both_scanned()
    {
        byte[] bytes = [.. Samples.Zip(("a.pkl", Evil)), .. Samples.Zip(("b.txt", Words))];
        var scanned = Scanned.Bytes(bytes);
        Assert.Contains(Rules.AmbiguousArchive, scanned.Doubts);
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
    }

    [Fact]
    public void Archive_stored_in_an_archive_is_clean_and_scanned()
    {
        Assert.Equal(Verdict.Clean, Scanned.Bytes(Samples.Zip(("inner.zip", Samples.Zip(("a.txt", Words), ("b.txt", Words))))).Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.Zip(("inner.zip", Samples.Zip(("a.txt", Words), ("b.pkl", Evil))))).Verdict);
    }

    [Theory]
    [InlineData("../x.txt")]
    [InlineData("a/../../x.txt")]
    [InlineData("/etc/cron.d/x")]
    [InlineData("C:\\x.txt")]
    [InlineData("..\\x.txt")]
    [InlineData("\\\\server\\share\\x.txt")]
    public void Member_that_leads_out_of_the_folder_is_malicious(string name)
    {
        var finding = Assert.Single(Scanned.Bytes(Samples.Zip((name, Words))).Findings);
        Assert.Equal((Rules.EscapingMember, Severity.High), (finding.Rule, finding.Severity));
    }

    [Theory]
    [InlineData("/etc/passwd", Verdict.Malicious)]
    [InlineData("../../x", Verdict.Malicious)]
    [InlineData("../b.txt", Verdict.Clean)]
    public void Link_is_judged_by_where_it_leads(string target, Verdict verdict) =>
        Assert.Equal(verdict, Scanned.Bytes(new ZipCraft().Member("a/link", Samples.Text(target), system: 3, attributes: 0xA1FFu << 16).Member("b.txt", Words).End()).Verdict);

    [Fact]
    public void Two_members_of_one_name_are_told()
    {
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(new ZipCraft().Member("a", Evil).Member("a", Words).End()).Verdict);
        Assert.Contains(Rules.AmbiguousArchive, Scanned.Bytes(new ZipCraft().Member("a", Words).Member("a", Words).End()).Doubts);
        Assert.Contains(Rules.AmbiguousArchive, Scanned.Bytes(new ZipCraft().Member("a", Words).Member("A", Words).End()).Doubts);
    }

    [Fact]
    public void Name_that_Python_cuts_is_told() => Assert.Contains(Rules.AmbiguousArchive, Scanned.Bytes(new ZipCraft().Member("data.pkl\0.txt", Words).End()).Doubts);

    [Fact]
    public void Second_name_in_the_extra_field_is_told()
    {
        byte[] other = Samples.Text("evil.py");
        byte[] extra = [.. ZipCraft.U16(0x7075), .. ZipCraft.U16((ushort)(5 + other.Length)), 1, .. Samples.U32(Crc32.Append(0, "a.txt"u8)), .. other];
        Assert.Contains(Rules.AmbiguousArchive, Scanned.Bytes(new ZipCraft().Member("a.txt", Words, extra: extra).End()).Doubts);
    }

    [Fact]
    public void Members_over_one_another_are_told() =>
        Assert.Contains(Rules.AmbiguousArchive, Scanned.Bytes(new ZipCraft().Member("a", [.. new ZipCraft().Member("b", Words, isListed: false).End()[..^22]]).Member("b", Words, offset: 31).End()).Doubts);

    [Fact]
    public void Bytes_between_and_behind_members_are_told()
    {
        Assert.Contains(Rules.TrailingData, Scanned.Bytes(new ZipCraft().Member("a", Words).Raw(Samples.Text("something else")).Member("b", Words).End()).Doubts);
        Assert.Contains(Rules.TrailingData, Scanned.Bytes([.. Samples.Zip(("a", Words)), .. Samples.Text("something else")]).Doubts);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes([.. Samples.Zip(("a", Words)), .. Evil]).Verdict);
        Assert.Equal(Verdict.Clean, Scanned.Bytes(new ZipCraft().Member("a", Words).Raw(new byte[64]).Member("b", Words).End()).Verdict);
    }

    [Fact]
    public void Archive_behind_another_file_is_scanned()
    {
        byte[] bytes = [.. Samples.SafeTensors, .. Samples.Zip(("a.pkl", Evil))];
        Assert.Contains(Scanned.Bytes(bytes).Findings, static finding => finding.Member == "archive at the end!/a.pkl");
    }

    [Fact]
    public void Archive_behind_another_file_is_found_though_bytes_follow()
    {
        byte[] bytes = [.. Samples.SafeTensors, .. Samples.Zip(("a.pkl", Evil)), 1, 2, 3];
        Assert.Contains(Scanned.Bytes(bytes).Findings, static finding => finding.Rule == Rules.Polyglot);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(bytes).Verdict);
    }

    [Fact]
    public void Encrypted_member_is_unscannable()
    {
        var noise = new byte[500];
        new Random(6).NextBytes(noise);
        Assert.Equal(Verdict.Unscannable, Scanned.Bytes(new ZipCraft().Member("a.pkl", noise, flags: 1, crc: 7, method: 8).End()).Verdict);
    }

    [Fact]
    public void Unknown_method_is_unscannable() => Assert.Equal(Verdict.Unscannable, Scanned.Bytes(new ZipCraft().Member("a.txt", Words, method: 98).End()).Verdict);

    [Fact]
    public void Methods_of_other_tools_are_unpacked() => Assert.Equal(Verdict.Clean, Scanned.Bytes(SampleFile.Read("containers", "methods.zip")).Verdict);

    [Fact]
    public void Weights_are_not_judged_but_for_what_they_are_as_a_whole()
    {
        var noise = new byte[50_000];
        new Random(7).NextBytes(noise);
        "MZ"u8.CopyTo(noise);
        Assert.Equal(Verdict.Clean, Scanned.Bytes(Torch(noise)).Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Torch(Evil)).Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Torch(Samples.Zip(("a.pkl", Evil)))).Verdict);
        Assert.Contains(Rules.EmbeddedExecutable, Scanned.Bytes(Torch(NativePrograms.Elf)).Doubts);
        Assert.Contains(Rules.EmbeddedExecutable, Scanned.Bytes(Torch(NativePrograms.Pe)).Doubts);
    }

    [Fact]
    public void Payload_named_like_weights_in_one_header_only_is_scanned() =>
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(new ZipCraft().Member("m/data.pkl", Samples.Pickle).Member("m/data/0", Evil, localName: "m/x.pkl").End()).Verdict);

    [Fact]
    public void Bomb_is_told_at_once()
    {
        var zeros = InflaterTests.Deflated(new byte[40 << 20], CompressionLevel.SmallestSize);
        var craft = new ZipCraft();
        for (var i = 0; i < 40; i++)
            craft.Member($"{i}.txt", zeros, method: 8, size: 40 << 20, crc: 0);
        var scanned = Scanned.Bytes(craft.End());
        Assert.Contains(Rules.ResourceExhaustion, scanned.Doubts);
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
    }

    [Fact]
    public void Archives_in_archives_without_end_are_told()
    {
        var bytes = Samples.Zip(("a.txt", Words));
        for (var i = 0; i < 12; i++)
            bytes = Samples.Zip(($"{i}.zip", bytes));
        Assert.Contains(Rules.ResourceExhaustion, Scanned.Bytes(bytes).Doubts);
    }

    [Fact]
    public void Mutations_are_scanned_and_nothing_else()
    {
        var random = new Random(8);
        byte[][] samples = [SampleFile.Read("containers", "methods.zip"), Samples.PyTorch, Samples.TorchScript, new ZipCraft().Member("a", Words, localName: "b").Member("c", Evil, isListed: false).End()];
        for (var round = 0; round < 4_000; round++)
            Mutated.Scan(samples[round % samples.Length], random);
    }

    private static byte[] Torch(byte[] storage) => Samples.Zip(("m/data.pkl", Samples.Pickle), ("m/version", Samples.Text("3\n")), ("m/data/0", storage));
}
