using Microsoft.ML.Tokenizers;

namespace EveryRule;

/// <summary>A vocabulary that models.lock does not declare.</summary>
internal static class SCA1071
{
    public static object Run() => BertTokenizer.Create("models/other/vocab.txt");
}
