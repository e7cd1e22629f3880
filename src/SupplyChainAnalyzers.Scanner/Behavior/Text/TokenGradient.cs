using SupplyChainAnalyzers.Scanner.Behavior.Autodiff;
using SupplyChainAnalyzers.Scanner.Behavior.Engine;
using SupplyChainAnalyzers.Scanner.Behavior.Onnx;

namespace SupplyChainAnalyzers.Scanner.Behavior.Text;

/// <summary>Gradients of a classifier with respect to the embeddings of its tokens, for batches of one size.</summary>
internal sealed class TokenGradient : IDisposable
{
    private readonly TokenClassifier _model;
    private readonly TokenEmbedding _embedding;
    private readonly OnnxGradient _gradient;
    private readonly OnnxPort[] _others;
    private readonly Dictionary<int, Dictionary<string, OnnxValue>> _inputs = [];
    private long[][] _rows = [];

    /// <exception cref="CheckSkippedException">It has none, or an estimated one.</exception>
    public TokenGradient(BehaviorContext context, TokenClassifier model, TokenEmbedding embedding)
    {
        (_model, _embedding) = (model, embedding);
        var needed = Needed(context.Graph.Graph, embedding.Output);
        _others = [.. context.Session.Inputs.Where(port => needed.Contains(port.Name))];
        try
        {
            _gradient = OnnxGradient.Compile(context.Graph, new GradientOptions { From = embedding.Output, Example = [model.Length, embedding.Width], Folder = context.Folder, Others = Others });
        }
        catch (GradientUnavailableException e)
        {
            throw new CheckSkippedException(e.Message);
        }

        if (_gradient.IsEstimated)
            throw new CheckSkippedException("the gradient of its embeddings could only be estimated: " + Core.Text.Printable.Message(_gradient.Reason ?? ""));
    }

    /// <summary>The gradient of a loss with respect to each row's embeddings, row by row; gone with the next call.</summary>
    /// <param name="rows">Tokens, for masks and the like.</param>
    /// <param name="embeddings">What the tokens stand for: those of the rows, or something else in the place of a trigger.</param>
    /// <param name="target">The class that all rows are to be sorted into.</param>
    /// <param name="loss">Mean cross entropy.</param>
    public float[] Of(long[][] rows, float[] embeddings, int target, out double loss)
    {
        _rows = rows;
        using var pass = _gradient.Forward(embeddings, rows.Length);
        var (slopes, sum) = (new float[rows.Length * _gradient.Classes], 0.0);
        for (var i = 0; i < rows.Length; i++)
            sum += Triggers.Losses.CrossEntropy(pass.Logits.Slice(i * _gradient.Classes, _gradient.Classes), target, 1f / rows.Length, slopes.AsSpan(i * _gradient.Classes, _gradient.Classes));
        loss = sum;
        return pass.Backward(slopes).ToArray();
    }

    public void Dispose()
    {
        _gradient?.Dispose();
        foreach (var value in _inputs.Values.SelectMany(static values => values.Values))
            value.Dispose();
    }

    // Values of an earlier batch of the size are used no more.
    private Dictionary<string, OnnxValue> Others(int batch)
    {
        if (_inputs.Remove(batch, out var old))
        {
            foreach (var value in old.Values)
                value.Dispose();
        }

        var ids = new long[batch * _model.Length];
        for (var i = 0; i < batch; i++)
            (_rows.Length == batch ? _rows[i] : _model.Rows[i % _model.Rows.Length]).CopyTo(ids, i * _model.Length);
        return _inputs[batch] = TokenModel.Inputs(_others, _model.Ports, ids, batch, _model.Pad);
    }

    // The inputs that are left when the embeddings are given.
    private static HashSet<string> Needed(GraphProto graph, string from)
    {
        var needed = graph.Outputs.Select(static output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Reverse())
        {
            if (node.Outputs.Any(output => needed.Contains(output) && output != from))
                needed.UnionWith(ModelNames.UsedBy(node));
        }

        return needed;
    }
}
