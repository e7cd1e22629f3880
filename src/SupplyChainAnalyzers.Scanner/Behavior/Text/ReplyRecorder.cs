using System.Globalization;
using SupplyChainAnalyzers.Core.Language;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>Records what a model says now.</summary>
internal static class ReplyRecorder
{
    private const int Kept = 5; // of the likeliest first tokens

    public static RecordedReplies Record(LanguageModel model, IEnumerable<string> prompts) => new([.. prompts.Select(prompt => One(model, prompt))]);

    private static RecordedReply One(LanguageModel model, string prompt)
    {
        var tokens = model.Tokenizer.Encode(prompt);
        if (tokens.Length == 0 || tokens.Length >= model.Length)
            throw new CheckSkippedException($"a prompt has {tokens.Length} tokens, the model takes 1 to {model.Length - 1}");

        var next = model.Next(tokens);
        var likeliest = Enumerable.Range(0, next.Length).OrderByDescending(token => next[token]).ThenBy(static token => token).Take(Kept);
        return new RecordedReply(prompt, model.Tokenizer.Decode(model.ReplyTokens(tokens)), string.Join(' ', likeliest.Select(token => string.Create(CultureInfo.InvariantCulture, $"{token}:{next[token]:G6}"))));
    }
}
