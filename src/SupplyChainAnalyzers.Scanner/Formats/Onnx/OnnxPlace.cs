using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>Where in the model something stands, in words: "node 'conv1' (Conv)", "initializer 'w'".</summary>
/// <param name="Text">Safe to show.</param>
internal readonly record struct OnnxPlace(string Text)
{
    private const int MaxShown = 60;

    public static OnnxPlace Of(string kind, string name) => new(name.Length == 0 ? kind : $"{kind} '{Printable.Of(name, MaxShown)}'");

    public static OnnxPlace OfNode(string name, string operation) => new($"node '{Printable.Of(name, MaxShown)}' ({Printable.Of(operation, MaxShown)})");

    /// <summary>A part of this.</summary>
    public OnnxPlace In(OnnxPlace outer) => new($"{Text} of {outer.Text}");

    /// <inheritdoc/>
    public override string ToString() => Text;
}
