using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

public class DigestTests
{
    // RFC 7693, appendix A; openssl dgst -blake2b512 for the others
    [Theory]
    [InlineData("", "786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce")]
    [InlineData("abc", "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")]
    public void Blake2b_has_the_published_values(string text, string digest) =>
        Assert.Equal(digest, Convert.ToHexStringLower(Blake2b.Hash(System.Text.Encoding.ASCII.GetBytes(text))));

    // BLAKE3 test_vectors.json: the input counts 0 to 250 over and over
    [Theory]
    [InlineData(0, "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262")]
    [InlineData(1, "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213")]
    [InlineData(1023, "10108970eeda3eb932baac1428c7a2163b0e924c9a9e25b35bba72b28f70bd11")]
    [InlineData(1024, "42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7")]
    [InlineData(1025, "d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444")]
    [InlineData(2048, "e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a")]
    [InlineData(2049, "5f4d72f40d7a5f82b15ca2b2e44b1de3c2ef86c426c95c1af0b6879522563030")]
    [InlineData(31744, "62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47")]
    public void Blake3_has_the_published_values(int length, string digest) =>
        Assert.Equal(digest, Convert.ToHexStringLower(Blake3.Hash([.. Enumerable.Range(0, length).Select(static i => (byte)(i % 251))])));

    [Fact]
    public void Pieces_give_the_same_digest_as_the_whole()
    {
        var random = new Random(7);
        var data = new byte[10_000];
        random.NextBytes(data);
        for (var round = 0; round < 50; round++)
        {
            var (blake2b, blake3) = (new Blake2b(), new Blake3());
            for (var at = 0; at < data.Length;)
            {
                var count = Math.Min(random.Next(1, 3000), data.Length - at);
                blake2b.Append(data.AsSpan(at, count));
                blake3.Append(data.AsSpan(at, count));
                at += count;
            }

            Assert.Equal(Blake2b.Hash(data), blake2b.Finish());
            Assert.Equal(Blake3.Hash(data), blake3.Finish());
        }
    }
}
