using System.Text;
using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Formats;

public sealed class FormatSnifferTests
{
    public static TheoryData<string> Files => [.. FormatData.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_is_found_as_its_name_says(string name) =>
        Assert.Equal(name.Split('.')[0], FormatData.Sniff(FormatData.Read(name)).Id);

    [Fact]
    public void Every_format_that_can_be_found_has_a_file()
    {
        // Named by people, never found.
        ModelFormat[] declaredOnly = [ModelFormats.Raw, ModelFormats.OpenVinoBin];
        var shown = FormatData.Names.Select(static name => name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(ModelFormats.All.Except(declaredOnly), format => !shown.Contains(format.Id));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Answer_depends_on_the_head_alone(string name)
    {
        var content = FormatData.Read(name);
        var head = content.Take(FormatSniffer.HeadLength).ToArray();
        var longer = new byte[FormatSniffer.HeadLength * 2];
        content.AsSpan(0, Math.Min(content.Length, longer.Length)).CopyTo(longer);

        Assert.Equal(
            FormatSniffer.Sniff(head, head.Length, content.Length),
            FormatSniffer.Sniff(longer, Math.Min(content.Length, longer.Length), content.Length));
    }

    [Theory]
    [InlineData("pickle.call-protocol2.pkl")]
    [InlineData("pickle.call-then-broken.pkl")]
    public void Pickle_that_calls_is_a_pickle_whatever_follows(string name)
    {
        var follower = FormatData.Read("safetensors.metadata.safetensors");

        Assert.Equal(ModelFormats.Pickle, FormatData.Sniff([.. FormatData.Read(name), .. follower]));
    }

    [Fact]
    public void Pickle_hidden_in_the_header_of_another_format_is_a_pickle()
    {
        // GGUF's first nine bytes are one opcode (a float of protocol 1): magic, version 3, low byte of the tensor count.
        byte[] content = [.. "GGUF"u8, 3, 0, 0, 0, 0, .. "cos\nsystem\n(S'true'\ntR."u8, .. new byte[16]];

        Assert.Equal(ModelFormats.Pickle, FormatData.Sniff(content));
        content[9] = 0; // without the call it is the GGUF it says
        Assert.Equal(ModelFormats.Gguf, FormatData.Sniff(content));
    }

    [Fact]
    public void Safetensors_header_longer_than_the_file_is_none()
    {
        var content = FormatData.Read("safetensors.metadata.safetensors");

        Assert.Equal(ModelFormats.Unknown, FormatData.Sniff([.. content.Take(40)]));
    }

    [Fact]
    public void Safetensors_of_a_size_beyond_the_head_is_found()
    {
        var header = Encoding.ASCII.GetBytes("{" + string.Join(',', Enumerable.Range(0, 900).Select(static i =>
            $"\"layer.{i}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}")) + "}");

        Assert.Equal(ModelFormats.SafeTensors, FormatData.Sniff([.. BitConverter.GetBytes((long)header.Length), .. header]));
    }

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":{\"b\":1}}")]
    [InlineData("{}")]
    public void Length_and_brace_alone_are_no_safetensors(string json)
    {
        var header = Encoding.ASCII.GetBytes(json);

        Assert.NotEqual(ModelFormats.SafeTensors, FormatData.Sniff([.. BitConverter.GetBytes((long)header.Length), .. header, 0, 0]));
    }

    [Fact]
    public void Text_cut_within_a_character_is_text()
    {
        for (var padding = 0; padding < 4; padding++)
        {
            var content = Encoding.UTF8.GetBytes(new string('a', padding) + string.Concat(Enumerable.Repeat("模😀", 1000)));
            Assert.Equal(ModelFormats.PlainText, FormatData.Sniff(content));
        }
    }

    [Fact]
    public void Length_and_size_that_do_not_fit_the_bytes_are_survived()
    {
        Assert.Equal(ModelFormats.Empty, FormatSniffer.Sniff([], 0, 0));
        Assert.Equal(ModelFormats.Empty, FormatSniffer.Sniff([1, 2], -5, -1));
        Assert.Equal(ModelFormats.PlainText, FormatSniffer.Sniff([(byte)'h', (byte)'i'], 1000, 1));
        Assert.Equal(ModelFormats.Unknown, FormatSniffer.Sniff([], 0, long.MaxValue));
    }
}
