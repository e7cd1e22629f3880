using SupplyChainAnalyzers.Core.Accessors;

namespace SupplyChainAnalyzers.Core.Tests.Accessors;

public class AccessorNameTests
{
    [Theory]
    [InlineData("digits", "Digits")]
    [InlineData("fraud-finbert", "FraudFinbert")]
    [InlineData("onnx/model_quantized.onnx", "OnnxModelQuantizedOnnx")]
    [InlineData("llama-3.2-1b", "Llama3_2_1b")]
    [InlineData("phi3-mini4k", "Phi3Mini4k")]
    [InlineData("BERT-large", "BERTLarge")]
    [InlineData("7b", "_7b")]
    [InlineData(".gitattributes", "Gitattributes")]
    [InlineData("größe.txt", "GrößeTxt")]
    [InlineData("___", "_")]
    [InlineData("\ud83d\ude00", "_")]
    [InlineData("a\u202eb", "AB")]
    public void Name_is_an_identifier(string text, string expected) => Assert.Equal(expected, AccessorName.Of(text));

    [Fact]
    public void Names_that_differ_keep_their_plain_identifiers() =>
        Assert.Equal(["A", "B"], AccessorName.Unique(["a", "b"], new HashSet<string>()));

    [Fact]
    public void Names_that_share_an_identifier_each_get_their_own_wherever_they_stand()
    {
        var names = AccessorName.Unique(["a-b", "c", "a_b"], new HashSet<string>());
        var others = AccessorName.Unique(["a_b", "a.b", "a-b"], new HashSet<string>());

        Assert.Equal(3, names.Distinct().Count());
        Assert.All([names[0], names[2]], static name => Assert.Matches("^AB_[0-9a-f]{8}$", name));
        Assert.Equal((names[0], names[2]), (others[2], others[0]));
    }

    [Fact]
    public void A_taken_identifier_is_left_alone() =>
        Assert.Matches("^All_[0-9a-f]{8}$", Assert.Single(AccessorName.Unique(["all"], new HashSet<string> { "All" })));
}
