using SupplyChainAnalyzers.Core.Sources.Shell;

namespace SupplyChainAnalyzers.Core.Sources.Commands;

/// <summary>The arguments of a command, told apart into options and the rest.</summary>
internal sealed class CommandArguments
{
    private readonly List<(string Name, ShellWord? Value)> _options = [];

    /// <param name="words">The words behind the program and its verb.</param>
    /// <param name="switches">Options that take no value; every other one takes the word behind it.</param>
    public CommandArguments(IEnumerable<ShellWord> words, params string[] switches)
    {
        string? pending = null;
        foreach (var word in words)
        {
            var equals = word.Text.IndexOf('=');
            var isOption = word.Text.Length > 1 && word.Text[0] == '-';
            if (pending is not null && !isOption)
            {
                _options.Add((pending, word));
                pending = null;
                continue;
            }

            if (pending is not null)
                _options.Add((pending, null));

            pending = null;
            if (!isOption)
                Add(word);
            else if (equals > 0)
                _options.Add((word.Text.Substring(0, equals), Part(word, equals + 1)));
            else if (Array.IndexOf(switches, word.Text) >= 0)
                _options.Add((word.Text, null));
            else
                pending = word.Text;
        }

        if (pending is not null)
            _options.Add((pending, null));
    }

    /// <summary>What is no option, in order.</summary>
    public List<ShellWord> Values { get; } = [];

    /// <summary>Whether a word is there that is not known at all: it may hold anything.</summary>
    public bool IsOpen { get; private set; }

    public bool Has(string name) => _options.Exists(option => option.Name == name);

    /// <summary>The value of an option; null when it is not there or has none.</summary>
    public ShellWord? Find(params string[] names) => _options.Find(option => Array.IndexOf(names, option.Name) >= 0).Value;

    private void Add(ShellWord word)
    {
        IsOpen |= word.Text.Length > 0 && word.Text[0] == Addresses.ModelAddress.Hole;
        Values.Add(word);
    }

    private static ShellWord Part(ShellWord word, int start)
    {
        var value = word.Value.Slice(start, word.Text.Length);
        return new ShellWord(value, value.Offset(0), word.End);
    }
}
