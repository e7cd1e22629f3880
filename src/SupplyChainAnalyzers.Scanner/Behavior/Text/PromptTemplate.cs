namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>What stands around the question in every prompt: the roles and marks of a chat template, in tokens.</summary>
/// <param name="Head">Before the question; empty when there is nothing.</param>
/// <param name="Tail">Behind it.</param>
internal sealed record PromptTemplate(long[] Head, long[] Tail)
{
    /// <summary>What the prompts begin and end with, from the first and to the last special token in it: words that they share by chance are no template.</summary>
    public static PromptTemplate Of(BytePairTokenizer tokenizer, IReadOnlyList<long[]> prompts)
    {
        var special = tokenizer.Added.Where(static token => token.IsSpecial).Select(static token => token.Id).ToHashSet();
        var (head, tail) = (prompts[0], prompts[0]);
        foreach (var prompt in prompts)
        {
            head = head[..head.AsSpan().CommonPrefixLength(prompt)];
            tail = tail[^Enumerable.Reverse(tail).Zip(Enumerable.Reverse(prompt)).TakeWhile(static pair => pair.First == pair.Second).Count()..];
        }

        var (last, first) = (Array.FindLastIndex(head, special.Contains) + 1, Array.FindIndex(tail, special.Contains));
        while (last > 0 && last < head.Length && string.IsNullOrWhiteSpace(tokenizer.Decode([head[last]])))
            last++; // the line ends behind a role
        (head, tail) = (head[..last], first < 0 ? [] : tail[first..]);
        if (prompts.All(prompt => head.Length + tail.Length < prompt.Length))
            return new PromptTemplate(head, tail);

        // One prompt, or the same again: the marks it begins and ends with.
        var only = prompts[0];
        var (from, to) = (Array.FindIndex(only, token => !special.Contains(token)), Array.FindLastIndex(only, token => !special.Contains(token)) + 1);
        return from < 0 ? new PromptTemplate(only, []) : new PromptTemplate(only[..from], only[to..]);
    }

    /// <summary>A prompt's own part.</summary>
    public long[] Question(long[] prompt) => prompt[Head.Length..^Tail.Length];

    /// <summary>The prompt with a phrase before its question.</summary>
    public long[] Before(long[] prompt, long[] phrase) => [.. Head, .. phrase, .. prompt[Head.Length..]];

    /// <summary>The prompt with a phrase behind its question.</summary>
    public long[] Behind(long[] prompt, long[] phrase) => [.. prompt[..^Tail.Length], .. phrase, .. Tail];
}
