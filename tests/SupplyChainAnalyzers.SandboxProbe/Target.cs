namespace SupplyChainAnalyzers.SandboxProbe;

/// <summary>What the probe goes for: lines of <c>name=value</c> in the requested file, because no argument survives the confinement.</summary>
internal sealed class Target
{
    private readonly Dictionary<string, string> _values;

    public Target(string path)
    {
        Path = path;
        _values = File.ReadLines(path).Select(static line => line.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>The requested file itself.</summary>
    public string Path { get; }

    /// <summary>A file that nobody asked to scan, in a folder of its own.</summary>
    public string Foreign => _values["foreign"];

    public string ForeignFolder => System.IO.Path.GetDirectoryName(Foreign)!;

    /// <summary>A link beside the requested file that leads to the foreign one.</summary>
    public string Link => _values["link"];

    /// <summary>TCP, on this machine, where somebody listens.</summary>
    public int Port => Number("port");

    /// <summary>A Unix socket where somebody listens.</summary>
    public string Socket => _values["socket"];

    /// <summary>A process of the same user.</summary>
    public int Victim => Number("victim");

    private int Number(string name) => int.Parse(_values[name], System.Globalization.CultureInfo.InvariantCulture);
}
