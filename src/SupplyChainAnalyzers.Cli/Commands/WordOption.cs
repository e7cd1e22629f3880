using System.CommandLine;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>Options that take one of a few words.</summary>
internal static class WordOption
{
    /// <summary>An option whose other values are a usage error that lists the words.</summary>
    public static Option<string?> Create(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !words.Contains(result.Tokens[0].Value, StringComparer.Ordinal))
                result.AddError($"{name} is '{result.Tokens[0].Value}'; it takes {string.Join(", ", words)}");
        });
        option.CompletionSources.Add(words);
        return option;
    }
}
