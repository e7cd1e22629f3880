#nullable enable
namespace Microsoft.ML.Tokenizers
{
    public class BertTokenizer { public static BertTokenizer Create(string vocabFilePath) => new BertTokenizer(); }
}
