using System.Text.Json;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>How far a long fuzz run has come, by kind of input, and what went wrong on the way: each fault once for each place in the code.</summary>
internal sealed class FuzzState
{
    private const string FileName = "state.json";

    private readonly HashSet<string> _places = [];

    /// <summary>The number of the next input, by kind.</summary>
    public Dictionary<string, long> Done { get; init; } = [];

    public List<string> Faults { get; init; } = [];

    public static FuzzState Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<FuzzState>(File.ReadAllText(path))! : new FuzzState();
    }

    public long Next(string name) => Done.GetValueOrDefault(name);

    public void Advance(string name, long next) => Done[name] = next;

    /// <summary>False when the same was seen before in this run.</summary>
    public bool Add(string fault, string place)
    {
        lock (_places)
        {
            if (!_places.Add(place))
                return false;

            Faults.Add(fault);
            return true;
        }
    }

    public void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        lock (_places)
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(this));
        File.Move(path + ".new", path, overwrite: true);
    }
}
