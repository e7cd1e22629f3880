using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>What was found in a file: its tensors, and what is none.</summary>
internal sealed class TensorFile
{
    private const int MaxTensors = 100_000;
    private const int MaxLeft = 100_000;
    private const int MaxName = 2048;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<SourceTensor> _tensors = [];
    private readonly List<(string Name, string What)> _left = [];

    public IReadOnlyList<SourceTensor> Tensors => _tensors;

    /// <summary>What safetensors cannot hold, where it stood and what it is.</summary>
    public IReadOnlyList<(string Name, string What)> Left => _left;

    /// <exception cref="ConversionException">There is one of that name, or there are too many.</exception>
    public void Add(SourceTensor tensor)
    {
        if (tensor.Name.Length is 0 or > MaxName || tensor.Name == "__metadata__")
            throw new ConversionException($"has a tensor whose name safetensors cannot hold: '{Printable.Of(tensor.Name, 80)}'");
        if (!_names.Add(tensor.Name))
            throw new ConversionException($"has two tensors that would both be called '{Printable.Of(tensor.Name, 80)}'");
        if (_tensors.Count == MaxTensors)
            throw new ConversionException($"has more than {MaxTensors} tensors");

        _tensors.Add(tensor);
    }

    public void Leave(string name, string what)
    {
        if (_left.Count == MaxLeft)
            throw new ConversionException($"has more than {MaxLeft} things that are no tensors");

        _left.Add((name.Length == 0 ? "(the whole)" : name, what));
    }
}
