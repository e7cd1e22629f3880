using System.Text.Json;

namespace SupplyChainAnalyzers.Scanner.Sandbox;

/// <summary>
/// As much of a request as the first stage needs. Not <see cref="Core.Scanning.Protocol.ScanRequest"/>: compiling that one's parser
/// costs a third of the whole start, and the second stage reads the request with it anyway. The framework's reader comes compiled.
/// </summary>
/// <param name="Inputs">Absolute paths of the files to be read.</param>
/// <param name="Output">The one file to be written; null when there is none.</param>
/// <param name="Tree">The folder to be read with all below it; null when there is none.</param>
/// <param name="MemoryLimit">Bytes; 0 when the request does not say.</param>
internal sealed record FirstLook(IReadOnlyList<string> Inputs, string? Output, string? Tree, long MemoryLimit)
{
    /// <summary>Null where the line is no request; who is to answer it says why.</summary>
    public static FirstLook? At(byte[] line)
    {
        try
        {
            return Read(line);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FirstLook Read(byte[] line)
    {
        var inputs = new List<string>();
        var (output, tree, memory) = (default(string), default(string), 0L);
        var reader = new Utf8JsonReader(line);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;

            if (reader.ValueTextEquals("path"u8) && reader.Read())
                inputs.Add(reader.GetString()!);
            else if (reader.ValueTextEquals("output"u8) && reader.Read())
                output = reader.GetString();
            else if (reader.ValueTextEquals("tree"u8) && reader.Read())
                tree = reader.GetString();
            else if (reader.ValueTextEquals("memory"u8) && reader.Read())
                memory = reader.TryGetInt64(out var bytes) ? bytes : 0;
        }

        return new FirstLook(inputs, output, tree, memory);
    }
}
