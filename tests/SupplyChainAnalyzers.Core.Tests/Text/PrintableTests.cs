using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Tests;

namespace SupplyChainAnalyzers.Core.Tests.Text;

public class PrintableTests
{
    [Theory]
    [MemberData(nameof(HostileNames.Each), MemberType = typeof(HostileNames))]
    public void Hostile_name_is_inert(string name) => HostileNames.AssertInert(Printable.Of(name, 1000));

    [Theory]
    [InlineData("models/fraud-finbert/model.onnx")]
    [InlineData(@"C:\Users\Zoë\模型\модель (1) [2] {3}.safetensors")]
    [InlineData("acme/fraud-finbert@043235d6088ecd3dd5fb5ca3592b6913fd516027")]
    [InlineData("https://hf.co/a?b=c&d=100%#top, 50 % of $5 at a@b.c # std::vector")]
    [InlineData("שלום مرحبا नमस्ते สวัสดี é 👍 𝔘")]
    public void Ordinary_text_stays_itself(string text) => Assert.Equal(text, Printable.Of(text));

    [Theory]
    [InlineData("a\u202Eb", @"a\u{202E}b")]
    [InlineData("\u001b[31m", @"\u{1B}[31m")]
    [InlineData("a\r\n\tb", @"a\r\n\tb")]
    [InlineData("\U000E0041", @"\u{E0041}")]
    [InlineData("##vso[x]", @"\u{23}#vso[x]")]
    [InlineData("::error::x", @"\u{3A}:error::x")]
    [InlineData("$(x) @(x) %(x) %0a", @"\u{24}(x) \u{40}(x) \u{25}(x) \u{25}0a")]
    public void What_is_unsafe_stays_readable(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_is_named() => Assert.Equal(@"\u{D800}x\u{DC00}", Printable.Of("\uD800x\uDC00"));

    [Theory]
    [InlineData(0x3164)]
    [InlineData(0x115F)]
    [InlineData(0x2800)]
    [InlineData(0x034F)]
    [InlineData(0xFE0F)]
    [InlineData(0xE0100)]
    public void Blank_letters_marks_and_symbols_are_named(int value) =>
        Assert.Equal($@"a\u{{{value:X}}}b", Printable.Of("a" + char.ConvertFromUtf32(value) + "b"));

    [Fact]
    public void Null_and_empty_are_empty()
    {
        Assert.Equal("", Printable.Of(null));
        Assert.Equal("", Printable.Of(""));
    }

    [Theory]
    [InlineData(199, 199)]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(1_000_000, 200)]
    public void Two_hundred_characters_are_shown(int given, int shown)
    {
        var text = Printable.Of(new string('a', given));
        Assert.Equal(shown, text.Length);
        Assert.Equal(given > 200, text.EndsWith('…'));
    }

    [Fact]
    public void Cut_splits_neither_a_pair_nor_an_escape()
    {
        Assert.Equal("a…", Printable.Of("a👍👍", 3));
        Assert.Equal("a👍…", Printable.Of("a👍👍b", 4));
        Assert.Equal("ab…", Printable.Of("ab\u202Ecd", 9));
        Assert.Equal(@"ab\u{202E}", Printable.Of("ab\u202E", 10));
        Assert.Equal("…", Printable.Of("abc", 0));
        Assert.Equal("…", Printable.Of("abc", -1));
    }

    [Theory]
    [InlineData("models/model.onnx", 200, "models/model.onnx")]
    [InlineData("models/model.onnx", 11, "…model.onnx")]
    [InlineData("models/a\u202Eb", 6, "…b")]
    [InlineData("models/a\u202Eb", 10, "…\\u{202E}b")]
    [InlineData("models/👍b", 3, "…b")]
    [InlineData("models/e\u0301b", 3, "…b")]
    public void Path_keeps_its_end(string path, int limit, string shown)
    {
        Assert.Equal(shown, Printable.Path(path, limit));
        Assert.Equal(shown, Printable.Path(Printable.Path(path, limit), limit));
    }

    [Theory]
    [MemberData(nameof(HostileNames.Each), MemberType = typeof(HostileNames))]
    public void Hostile_path_is_inert_wherever_it_is_cut(string name)
    {
        for (var limit = 1; limit < 300; limit++)
        {
            var shown = Printable.Path(name, limit);
            HostileNames.AssertInert(shown);
            Assert.InRange(shown.Length, 0, limit);
        }
    }

    [Fact]
    public void Message_keeps_what_a_name_would_lose() => Assert.Equal(2000, Printable.Message(new string('a', 3000)).Length);

    [Fact]
    public void Both_halves_of_a_pair_give_the_same_answer()
    {
        Assert.True(Printable.IsInert("👍", 0) && Printable.IsInert("👍", 1));
        Assert.False(Printable.IsInert("\U000E0041", 0) || Printable.IsInert("\U000E0041", 1));
    }

    [Fact]
    public void Every_code_unit_is_inert_after_neutralising()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            HostileNames.AssertInert(Printable.Of("a" + (char)c + "b"));
    }

    [Fact]
    public void Any_mixture_is_inert_bounded_and_stable()
    {
        // Fragments that can complete one another to something with power, and any character at all.
        var fragment = Gen.OneOf(
            Gen.Elements(["#", "##", "[", "vso[", ":", "::", " ", "$", "(", "@", "%", "0", "a", "\\", "u{", "\n", "\u001b", "\u0301", "\u200D", "\uD83D", "\uDC4D", "\uDB40", "\uDC41", "…"]),
            Gen.Choose(0, char.MaxValue).Select(static c => ((char)c).ToString()));
        var text = fragment.ArrayOf().Select(string.Concat).ToArbitrary();
        var limit = Gen.Choose(1, 60).ToArbitrary();
        Prop.ForAll(text, limit, static (text, limit) =>
        {
            var shown = Printable.Of(text, limit);
            HostileNames.AssertInert(shown);
            Assert.InRange(shown.Length, 0, limit);
            Assert.Equal(shown, Printable.Of(shown, limit));
            Assert.Equal(shown, Printable.Of(shown));
            for (var i = 0; i < shown.Length; i++)
                Assert.True(Printable.IsInert(shown, i));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(60));
    }
}
