using Microsoft.ML.OnnxRuntime;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>What one run gave, by name. Disposing it frees all of them, those handed to another session included.</summary>
internal sealed class OnnxValues : IDisposable
{
    private readonly Dictionary<string, OnnxValue> _values = new(StringComparer.Ordinal);
    private readonly IDisposableReadOnlyCollection<OrtValue> _natives;

    internal OnnxValues(IReadOnlyList<string> names, IDisposableReadOnlyCollection<OrtValue> natives)
    {
        _natives = natives;
        try
        {
            for (var i = 0; i < names.Count; i++)
                _values[names[i]] = new OnnxValue(natives.ElementAt(i));
        }
        catch
        {
            natives.Dispose();
            throw;
        }
    }

    public OnnxValue this[string name] => _values[name];

    public void Dispose() => _natives.Dispose();
}
