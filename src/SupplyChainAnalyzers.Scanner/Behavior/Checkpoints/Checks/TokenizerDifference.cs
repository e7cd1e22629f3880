using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Tokenizers;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Checks;

/// <summary>The tokenizer is the reference's: the same tokens, merges, and meanings of special ones. Who changes it changes what the model reads.</summary>
internal sealed class TokenizerDifference : ICheckpointCheck
{
    public string Id => "tokenizer";

    public string Paper => "own";

    public bool Concerns(CheckpointContext context) => context.Reference is not null && !context.IsAdapter;

    public CheckResult Run(CheckpointContext context)
    {
        var own = context.Model.Tokenizer ?? context.Beside.ReadTokenizer()?.Facts();
        var other = context.Reference!.Tokenizer ?? context.ReferenceBeside.ReadTokenizer()?.Facts();
        if (own is null || other is null)
            throw new CheckSkippedException(own is null ? "it has no tokenizer beside it" : "the reference has no tokenizer beside it");

        var rows = Enumerable.Range(0, Math.Max(own.Tokens.Count, other.Tokens.Count)).ToArray();
        string[] changed = [.. rows.Where(row => other.Text(row) is { } was && own.Text(row) != was).Select(row => FormattableString.Invariant($"row {row} is '{own.Text(row)}', was '{other.Text(row)}'"))];
        string[] added = [.. rows.Where(row => other.Text(row) is null && own.Text(row) is not null).Select(row => FormattableString.Invariant($"'{own.Text(row)}'"))];
        string[] flags = [.. Flags(own, other), .. Roles(own, other)];
        var merges = own.Merges.SequenceEqual(other.Merges, StringComparer.Ordinal) ? 0 : 1;
        Measurement[] values = [new("tokens", own.Tokens.Count), new("changedTokens", changed.Length), new("addedTokens", added.Length), new("changedFlags", flags.Length), new("changedMerges", merges)];
        if (changed.Length + added.Length + flags.Length + merges == 0)
            return new CheckResult(Id, CheckOutcome.NoFinding, $"has the reference's {own.Tokens.Count} tokens") { Score = 0, Values = values };

        string?[] parts =
        [
            changed.Length > 0 ? "other tokens in the rows of known ones: " + Roster.Of(changed) : null,
            flags.Length > 0 ? "tokens with another meaning: " + Roster.Of(flags) : null,
            merges > 0 ? "other merges" : null,
            added.Length > 0 ? "added tokens: " + Roster.Of(added) : null,
        ];
        return new CheckResult(Id, CheckOutcome.Suspicious, $"has another tokenizer than the reference, {string.Join("; ", parts.OfType<string>())}; ask its publisher why")
        {
            Score = changed.Length + flags.Length + merges > 0 ? 1.5 : 1,
            Rule = Rules.TokenizerChanged,
            Values = values,
        };
    }

    private static IEnumerable<string> Flags(TokenizerFacts own, TokenizerFacts other)
    {
        var before = other.Added.ToLookup(static token => token.Text, StringComparer.Ordinal);
        foreach (var token in own.Added)
        {
            if (before[token.Text].FirstOrDefault() is { } was && was.IsSpecial != token.IsSpecial)
                yield return $"'{token.Text}' {(token.IsSpecial ? "became special" : "is no longer special")}";
        }
    }

    private static IEnumerable<string> Roles(TokenizerFacts own, TokenizerFacts other) =>
        from role in own.Roles.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
        where other.Roles.TryGetValue(role.Key, out var was) && was != role.Value
        select FormattableString.Invariant($"{role.Key} is {role.Value}, was {other.Roles[role.Key]}");
}
