using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior;

/// <summary>A model that the checked one is compared with. Vetted as that one is; loaded when somebody asks.</summary>
/// <param name="bytes">A ModelProto that <see cref="ModelGate"/> let through.</param>
/// <param name="folder">Of the file, if tensors lie in files beside it; null otherwise.</param>
internal sealed class OtherModel(byte[] bytes, string? folder) : IDisposable
{
    private readonly Lazy<OnnxSession> _session = new(() => OnnxEngine.Load(bytes, new OnnxSettings { Folder = folder }));
    private readonly Lazy<ModelProto> _graph = new(() => ModelProto.Parse(bytes));

    public string? Folder { get; } = folder;

    public ModelProto Graph => _graph.Value;

    public OnnxSession Session => _session.Value;

    public void Dispose()
    {
        if (_session.IsValueCreated)
            _session.Value.Dispose();
    }
}
