using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>
/// The functions a model defines itself (ModelProto.functions), which loaders replace by their bodies: who calls whom, and what
/// it all grows to. A cycle has no end; a chain in which each calls the next twice doubles with every link.
/// </summary>
internal sealed class OnnxFunctions
{
    private const int MaxFunctions = 50_000;
    private const int MaxCalls = 500_000; // different ones
    private const double MaxNodes = 50_000_000;

    private readonly Dictionary<string, Body> _bodies = new(StringComparer.Ordinal);
    private int _calls;

    public static string Key(string domain, string name, string overload) => $"{domain}\n{name}\n{overload}";

    public void Define(string key, long offset)
    {
        _bodies.TryAdd(key, new Body(offset));
        if (_bodies.Count > MaxFunctions)
            throw new LimitExceededException($"it defines more than {MaxFunctions} functions", offset);
    }

    public bool Has(OnnxNode node) => _bodies.ContainsKey(Key(node.Domain, node.Operation, node.Overload));

    /// <summary>A node in the body of <paramref name="caller"/>.</summary>
    public void AddNode(string caller, OnnxNode node)
    {
        var body = _bodies[caller];
        body.Nodes++;
        var callee = Key(node.Domain, node.Operation, node.Overload);
        if (!_bodies.ContainsKey(callee))
            return;

        CollectionsMarshal.GetValueRefOrAddDefault(body.Calls, callee, out var known)++;
        if (!known && ++_calls > MaxCalls)
            throw new LimitExceededException($"its functions call each other more than {MaxCalls} times", body.Offset);
    }

    /// <exception cref="LimitExceededException">They call each other in a circle, or grow beyond measure.</exception>
    public void CheckGrowth()
    {
        foreach (var body in _bodies.Values)
            Measure(body);
    }

    // Depth first with a stack of our own: a chain of calls may be as long as the file.
    private void Measure(Body first)
    {
        var open = new Stack<Body>([first]);
        while (open.Count > 0)
        {
            var body = open.Peek();
            if (body.Grown is null && (body.IsOpen || !Open(body, open)))
                Close(body);
            if (body.Grown is not null)
                open.Pop();
        }
    }

    // Whether others have to be measured before.
    private bool Open(Body body, Stack<Body> open)
    {
        body.IsOpen = true;
        var waiting = open.Count;
        foreach (var called in body.Calls.Keys.Select(key => _bodies[key]))
        {
            if (called.IsOpen)
                throw new LimitExceededException("its functions call each other without end", called.Offset);
            if (called.Grown is null)
                open.Push(called);
        }

        return open.Count > waiting;
    }

    private void Close(Body body)
    {
        body.IsOpen = false;
        body.Grown = body.Nodes + body.Calls.Sum(call => call.Value * _bodies[call.Key].Grown!.Value);
        if (body.Grown > MaxNodes)
            throw new LimitExceededException($"its functions grow to {body.Grown:0} nodes when loaded", body.Offset);
    }

    private sealed class Body(long offset)
    {
        public long Offset { get; } = offset;

        public int Nodes { get; set; }

        public Dictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

        public double? Grown { get; set; }

        public bool IsOpen { get; set; }
    }
}
