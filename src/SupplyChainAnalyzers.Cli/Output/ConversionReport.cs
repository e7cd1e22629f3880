using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Output;

/// <summary>What <c>models convert</c> wrote, and what it left out.</summary>
internal static class ConversionReport
{
    /// <summary>Version of the JSON form.</summary>
    public const int Schema = 1;

    private const int ShownLeft = 20;

    /// <summary>For people: the left out, then one line.</summary>
    public static void WriteText(ReportTarget target, CommandHost host, ConversionRequest request, Conversion conversion)
    {
        var input = ShownPath.Of(request.Input, host.CurrentDirectory);
        var lines = new List<string>();
        foreach (var left in conversion.Left.Take(ShownLeft))
            lines.Add($"  no tensor: {Printable.Of(left.Name, 100)}: {Printable.Of(left.What)}");
        if (conversion.Left.Count > ShownLeft)
            lines.Add($"  no tensor: {Counted.Number(conversion.Left.Count - ShownLeft)} more (--format json lists them)");

        lines.Add(conversion.Succeeded
            ? $"{input} ({conversion.Format!.Name}): {Counted.Of(conversion.Tensors.Count, "tensor")} written to {ShownPath.Of(request.Output, host.CurrentDirectory)} ({ByteCount.Of(conversion.OutputSize)}) and compared, {conversion.Left.Count switch { 0 => "nothing left out", var count => Counted.Number(count) + " left out" }}"
            : $"{input} {Printable.Message(conversion.Failure)}");
        target.WriteText(lines);
    }

    /// <summary>For programs, with every tensor and its digest.</summary>
    public static void WriteJson(ReportTarget target, CommandHost host, ConversionRequest request, Conversion conversion)
    {
        var json = JsonWriter.Shown().BeginObject()
            .Name("schema").Number(Schema)
            .Name("tool").BeginObject(inline: true).Member("name", ToolVersion.Name).Member("version", ToolVersion.Text).EndObject()
            .Member("path", ShownPath.Relative(request.Input, host.CurrentDirectory))
            .Member("sha256", conversion.Sha256)
            .Member("format", conversion.Format?.Id)
            .Member("converted", conversion.Succeeded)
            .Member("failure", conversion.Failure);
        if (conversion.Succeeded)
        {
            json.Name("output").BeginObject().Member("path", ShownPath.Relative(request.Output, host.CurrentDirectory))
                .Member("sha256", conversion.OutputSha256).Member("size", conversion.OutputSize).EndObject();
        }

        json.Name("tensors").BeginArray();
        foreach (var tensor in conversion.Tensors)
            json.BeginObject(inline: true).Member("name", tensor.Name).Member("type", tensor.Type).Member("shape", tensor.Shape).Member("sha256", tensor.Sha256).EndObject();
        json.EndArray().Name("left").BeginArray();
        foreach (var left in conversion.Left)
            json.BeginObject(inline: true).Member("name", left.Name).Member("what", left.What).EndObject();

        target.WriteJson(json.EndArray().EndObject());
    }
}
