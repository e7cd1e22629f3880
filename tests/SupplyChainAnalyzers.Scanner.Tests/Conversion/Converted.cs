using System.Buffers.Binary;
using System.Text.Json;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Jobs;

namespace SupplyChainAnalyzers.Scanner.Tests.Conversion;

/// <summary>What the job makes of a file: its events and, when it succeeds, the new file's tensors.</summary>
internal sealed record Converted(IReadOnlyList<ScanEvent> Events, byte[] Output)
{
    public ScanEvent Last => Events[^1];

    public IEnumerable<string> Left => Events.OfType<ScanEvent.Left>().Select(static left => left.Name);

    public string Reason => Last is ScanEvent.Unconverted refused ? refused.Reason : "";

    public static string Sample(string folder, string name) => Path.Combine(AppContext.BaseDirectory, "Samples", folder, name);

    public static Converted File(string path, bool tensorsOnly = false)
    {
        var output = Path.GetTempFileName();
        try
        {
            var request = new ScanRequest(new string('0', Wire.NonceLength), Core.Scanning.Protocol.Jobs.Convert, 0, [path], output, tensorsOnly);
            var events = ConvertJob.Run(request, static _ => { }).ToList();
            return new Converted(events, System.IO.File.ReadAllBytes(output));
        }
        finally
        {
            System.IO.File.Delete(output);
        }
    }

    public static Converted Bytes(byte[] bytes, bool tensorsOnly = false)
    {
        var input = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllBytes(input, bytes);
            return File(input, tensorsOnly);
        }
        finally
        {
            System.IO.File.Delete(input);
        }
    }

    /// <summary>Name to type, shape and bytes of every tensor in a safetensors file.</summary>
    public static SortedDictionary<string, string> Tensors(byte[] file)
    {
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var tensors = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in header.RootElement.EnumerateObject().Where(static member => member.Name != "__metadata__"))
        {
            var place = member.Value.GetProperty("data_offsets");
            var data = file.AsSpan(8 + length)[place[0].GetInt32()..place[1].GetInt32()];
            tensors.Add(member.Name, $"{member.Value.GetProperty("dtype")} {string.Join(',', member.Value.GetProperty("shape").EnumerateArray())} {Convert.ToHexString(data)}");
        }

        return tensors;
    }
}
