using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Text.Unicode;

namespace SupplyChainAnalyzers.Core.Tests.Text.Unicode;

public sealed class NormalizationTests
{
    [Theory]
    [InlineData("model.onnx", true)]
    [InlineData("\u00e9", true)]
    [InlineData("e\u0301", false)]
    [InlineData("q\u0301", true)] // no such letter in one piece
    [InlineData("\u00e9\u0323", false)] // the dot below goes under the e first
    [InlineData("\u1eb9\u0301", true)]
    [InlineData("a\u0301\u0323", false)] // marks out of order
    [InlineData("a\u0323\u0301", false)]
    [InlineData("\u1ea1\u0301", true)]
    [InlineData("\u212b", false)] // ångström sign
    [InlineData("\u00c5", true)]
    [InlineData("\ud55c\uae00", true)] // Hangul syllables
    [InlineData("\u1112\u1161\u11ab", false)] // the same, in letters
    [InlineData("\ud558\u11ab", false)]
    [InlineData("\ud55c\u11ab", true)]
    [InlineData("\u0958", false)] // a composition that form C excludes
    [InlineData("\u0915\u093c", true)]
    [InlineData("\u09c7\u09be", false)] // Bengali: two vowel signs make one
    [InlineData("\u0995\u09be", true)]
    [InlineData("\u304b\u3099", false)]
    [InlineData("\u304c", true)]
    [InlineData("\uf900", false)] // compatibility ideograph
    [InlineData("\U0002f800", false)]
    [InlineData("\U00016d68", true)] // Unicode 16
    [InlineData("\U00016d67\U00016d67", false)]
    [InlineData("\U0001F600", true)]
    [InlineData("\u0301", true)]
    [InlineData("\u0344", false)]
    public void Form_C(string text, bool expected) => Assert.Equal(expected, Normalization.IsFormC(text));

    [Theory]
    [InlineData("Model.ONNX", "model.onnx")]
    [InlineData("\u00c9", "e\u0301")]
    [InlineData("STRASSE", "stra\u00dfe")]
    [InlineData("\u1e9e", "ss")]
    [InlineData("\ufb01le", "FILE")]
    [InlineData("\u03c3\u03c2", "\u03a3\u03a3")]
    [InlineData("\u212a", "k")] // kelvin sign
    [InlineData("\u017f", "S")]
    [InlineData("\u0345", "\u03b9")]
    [InlineData("\u1fb3\u0301", "\u0391\u0301\u0399")]
    [InlineData("\U00010400", "\U00010428")]
    public void Texts_that_differ_in_case_or_encoding_have_one_key(string left, string right)
        => Assert.Equal(Normalization.FoldKey(left), Normalization.FoldKey(right));

    [Theory]
    [InlineData("e", "\u00e9")]
    [InlineData("\u0131", "i")] // the dotless i is a letter of its own
    [InlineData("\u00df", "s")]
    [InlineData("a/b", "ab")]
    public void Other_texts_have_not(string left, string right) => Assert.NotEqual(Normalization.FoldKey(left), Normalization.FoldKey(right));

    [Fact]
    public void Every_composed_character_is_form_C_and_its_parts_are_not()
    {
        foreach (var (character, decomposition) in UnicodeTables.Decompositions)
        {
            Assert.Equal(decomposition.IsComposed, Normalization.IsFormC(char.ConvertFromUtf32(character)));
            if (decomposition.IsComposed)
                Assert.False(Normalization.IsFormC(string.Concat(decomposition.To.Select(char.ConvertFromUtf32))));
        }
    }

    [Fact]
    public void Folding_covers_simple_lower_casing_of_every_letter()
    {
        // Both tables come from Unicode, by different ways. Letters of Unicode 17 may be news to the runtime, and the
        // runtime lower-cases Cherokee and the dotted I, which folding treats otherwise.
        foreach (var rune in AllRunes().Where(static rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.UppercaseLetter))
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (lower != rune && !IsCherokee(rune))
                Assert.Equal(Normalization.FoldKey(lower.ToString()), Normalization.FoldKey(rune.ToString()));
        }

        static bool IsCherokee(Rune rune) => rune.Value is >= 0x13A0 and <= 0x13F5;
    }

    [Fact]
    public void A_key_is_its_own_key()
    {
        foreach (var rune in AllRunes())
        {
            var key = Normalization.FoldKey(rune + "\u0301");
            Assert.Equal(key, Normalization.FoldKey(key));
        }
    }

    [Fact]
    public void A_thousand_marks_on_one_letter_are_put_in_order()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 500));
        Assert.Equal("x" + new string('\u0323', 500) + new string('\u0301', 500), Normalization.FoldKey("x" + marks));
    }

    [Fact]
    public void Half_a_surrogate_pair_stays_what_it_is() => Assert.Equal("\ud800\u00e9x".Length + 1, Normalization.FoldKey("\ud800\u00e9x").Length);

    private static IEnumerable<Rune> AllRunes() => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(static value => new Rune(value));
}
