using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Text;

public sealed class GlobTests
{
    [Theory]
    [InlineData("pkg:huggingface/acme/*", "pkg:huggingface/acme/ner", true)]
    [InlineData("pkg:huggingface/acme/*", "pkg:huggingface/acme/", true)]
    [InlineData("pkg:huggingface/acme/*", "pkg:huggingface/acme/ner/x", false)]
    [InlineData("pkg:huggingface/acme/*", "pkg:huggingface/acme-evil/ner", false)]
    [InlineData("pkg:huggingface/acme/*", "xpkg:huggingface/acme/ner", false)]
    [InlineData("*.hf.co", "cdn-lfs.hf.co", true)]
    [InlineData("*.hf.co", "a.b.hf.co", true)]
    [InlineData("*.hf.co", "hf.co", false)]
    [InlineData("*.hf.co", "evil.example/x.hf.co", false)]
    [InlineData("*.hf.co", "x.hf.co.evil.example", false)]
    [InlineData("*.hf.co", "x.hf.co\n", false)]
    [InlineData("*.hf.co", "x.HF.co", false)]
    [InlineData("models/**", "models/a/b/c", true)]
    [InlineData("models/**", "models", false)]
    [InlineData("models/**", "models2/a", false)]
    [InlineData("**/ner", "a/b/ner", true)]
    [InlineData("**/ner", "ner", false)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a**z", "az", true)]
    [InlineData("a***z", "a/z", true)]
    [InlineData("https://github.com/acme/models/.github/workflows/release.yml@refs/tags/*", "https://github.com/acme/models/.github/workflows/release.yml@refs/tags/v1", true)]
    [InlineData("https://github.com/acme/models/.github/workflows/release.yml@refs/tags/*", "https://github.com/acme/models/.github/workflows/release.yml@refs/heads/tags/v1", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("a?c", "abc", false)]
    [InlineData("[a]", "a", false)]
    [InlineData("exact", "exact", true)]
    [InlineData("exact", "exact ", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "a/b", false)]
    [InlineData("**", "a/b", true)]
    [InlineData("*a*b", "xaayab", true)]
    [InlineData("**a*b", "a/xab", true)]
    [InlineData("*/*", "a/b/c", false)]
    public void Matches(string pattern, string text, bool expected) => Assert.Equal(expected, new Glob(pattern).IsMatch(text));

    [Fact]
    public void Agrees_with_the_definition_on_all_short_patterns_and_texts()
    {
        var patterns = Words("a/*", 5).ToArray();
        var texts = Words("a/", 5).ToArray();
        foreach (var pattern in patterns)
        {
            var glob = new Glob(pattern);
            foreach (var text in texts)
                Assert.True(Defined(pattern, 0, text, 0) == glob.IsMatch(text), $"{pattern} on {text}");
        }
    }

    [Theory]
    [InlineData("**a**a**a**a**a**a**a**a**a**b", 5000)]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*b", 5000)]
    [InlineData("**a*a**a*a**a*a**a*a**b", 5000)]
    [InlineData("**************************************b", 5000)]
    public void Pathological_patterns_take_no_more_steps_than_text_times_pattern(string pattern, int length)
    {
        Assert.False(new Glob(pattern).IsMatch(new string('a', length), out var steps));
        Assert.InRange(steps, 1, 2L * (length + 1) * (pattern.Length + 1));
    }

    [Fact]
    public void A_pattern_with_one_run_takes_about_as_many_steps_as_the_text_is_long()
    {
        var text = "pkg:huggingface/acme/" + new string('x', 10_000);
        Assert.True(new Glob("pkg:huggingface/acme/*").IsMatch(text, out var steps));
        Assert.InRange(steps, 1, 4L * text.Length);
    }

    [Fact]
    public void A_text_matches_itself_with_any_stretch_replaced_by_two_stars()
        => Prop.ForAll(Texts().ToArbitrary(), static parts =>
        {
            Assert.True(new Glob(parts.Before + "**" + parts.After).IsMatch(parts.Before + parts.Middle + parts.After));
            Assert.Equal(!parts.Middle.Contains('/', StringComparison.Ordinal), new Glob(parts.Before + "*#").IsMatch(parts.Before + parts.Middle + "#"));
        }).QuickCheckThrowOnFailure();

    private static Gen<(string Before, string Middle, string After)> Texts()
    {
        var text = Gen.Elements('a', 'b', '/', '.', ':').ListOf().Select(static characters => string.Concat(characters));
        return from before in text from middle in text from after in text select (before, middle, after);
    }

    private static IEnumerable<string> Words(string alphabet, int length)
        => length == 0 ? [""] : Words(alphabet, length - 1).SelectMany(word => alphabet.Select(c => word + c)).Concat(Words(alphabet, length - 1)).Distinct();

    // The definition, spelled out without any thought of time.
    private static bool Defined(string pattern, int p, string text, int t)
    {
        if (p == pattern.Length)
            return t == text.Length;
        if (pattern[p] != '*')
            return t < text.Length && text[t] == pattern[p] && Defined(pattern, p + 1, text, t + 1);

        var crosses = p + 1 < pattern.Length && pattern[p + 1] == '*';
        var behind = p;
        while (behind < pattern.Length && pattern[behind] == '*')
            behind++;

        for (var end = t; end <= text.Length; end++)
        {
            if (Defined(pattern, behind, text, end))
                return true;
            if (end < text.Length && text[end] == '/' && !crosses)
                return false;
        }

        return false;
    }
}
