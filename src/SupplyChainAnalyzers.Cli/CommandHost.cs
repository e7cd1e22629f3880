namespace SupplyChainAnalyzers.Cli;

/// <summary>All that a command takes from the process around it; a test brings its own.</summary>
internal sealed record CommandHost
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress and diagnostics.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What relative paths start from; absolute.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Where models.dll lies; the scanner lies below it.</summary>
    public required string BaseDirectory { get; init; }

    /// <summary>Whether <see cref="Out"/> is looked at by a person.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is looked at by a person.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Cancelled when the user stops the work.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Whether <see cref="Out"/> may hold colours (https://no-color.org).</summary>
    public bool HasColor => IsOutTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>Whether <see cref="Error"/> may hold a line that is rewritten.</summary>
    public bool HasProgress => IsErrorTerminal && Variable("TERM") != "dumb";

    /// <summary>The host of the running process.</summary>
    public static CommandHost OfProcess(CancellationToken cancellation) => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        CurrentDirectory = Environment.CurrentDirectory,
        Variable = Environment.GetEnvironmentVariable,
        BaseDirectory = AppContext.BaseDirectory,
        IsOutTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        Cancellation = cancellation,
    };

    /// <summary><paramref name="path"/> as an absolute path.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);
}
