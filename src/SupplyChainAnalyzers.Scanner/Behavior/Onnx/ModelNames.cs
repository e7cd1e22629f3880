namespace SupplyChainAnalyzers.Scanner.Behavior.Onnx;

/// <summary>Names of tensors across a graph and the bodies within, which see the names around them.</summary>
internal static class ModelNames
{
    /// <summary>All that are used or defined.</summary>
    public static HashSet<string> All(GraphProto graph)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in graph.All)
        {
            names.UnionWith(part.Nodes.SelectMany(static node => node.Inputs.Concat(node.Outputs)));
            names.UnionWith(part.Inputs.Concat(part.Outputs).Select(static value => value.Name));
            names.UnionWith(part.Initializers.Select(static tensor => tensor.Name));
        }

        return names;
    }

    /// <summary>What a node takes: its inputs, and what its bodies take from outside.</summary>
    public static IEnumerable<string> UsedBy(NodeProto node) =>
        node.Inputs.Where(static name => name.Length > 0).Concat(node.Bodies.SelectMany(Captured)).Distinct(StringComparer.Ordinal);

    /// <summary>A name that nothing has, which begins like this.</summary>
    public static string Fresh(HashSet<string> names, string start)
    {
        var name = start;
        for (var i = 1; !names.Add(name); i++)
            name = start + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>Gives a tensor another name wherever it is defined or used. In ONNX, a body can't give an outer name a second meaning.</summary>
    public static void Rename(GraphProto graph, string from, string to)
    {
        string Renamed(string name) => name == from ? to : name;
        foreach (var part in graph.All)
        {
            foreach (var node in part.Nodes)
            {
                if (node.Inputs.Contains(from))
                    node.SetInputs([.. node.Inputs.Select(Renamed)]);
                if (node.Outputs.Contains(from))
                    node.SetOutputs([.. node.Outputs.Select(Renamed)]);
            }

            foreach (var value in part.Inputs.Concat(part.Outputs).Where(value => value.Name == from))
                value.Name = to;
            foreach (var tensor in part.Initializers.Where(tensor => tensor.Name == from))
                tensor.Name = to;
        }
    }

    private static IEnumerable<string> Captured(GraphProto body)
    {
        var defined = body.Inputs.Select(static input => input.Name).Concat(body.Initializers.Select(static tensor => tensor.Name))
            .Concat(body.Nodes.SelectMany(static node => node.Outputs)).ToHashSet(StringComparer.Ordinal);
        return body.Nodes.SelectMany(UsedBy).Concat(body.Outputs.Select(static output => output.Name)).Where(name => !defined.Contains(name));
    }
}
