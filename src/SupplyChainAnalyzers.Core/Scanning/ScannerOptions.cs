namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>How the scanner process is started. <see cref="ScannerLocator"/> finds the two paths.</summary>
public sealed record ScannerOptions
{
    /// <summary>Absolute path of the dotnet host.</summary>
    public required string DotnetPath { get; init; }

    /// <summary>Absolute path of SupplyChainAnalyzers.Scanner.dll.</summary>
    public required string ScannerPath { get; init; }

    /// <summary>Absolute path of an existing folder that gets a private, empty folder for each process.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    /// <summary>Longest time until a process is ready to work; nothing but our own code runs in it.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Longest time for one file, beside a second for each 16 MiB of it. A file that takes longer is SCA0002 and the
    /// others go on without it.
    /// </summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest time for all requested files together, beside a second for each 16 MiB of them.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of memory one process may use. Less than 128 MiB is too little for the runtime itself.</summary>
    public long MemoryLimit { get; init; } = 256L << 20;

    /// <summary>How long the end of a process may come after its answer, or the end of its pipes after its own.</summary>
    internal TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Told a file and how many of its bytes have been read; called from a thread of the launcher.</summary>
    public Action<ScanFile, long>? Progress { get; init; }
}
