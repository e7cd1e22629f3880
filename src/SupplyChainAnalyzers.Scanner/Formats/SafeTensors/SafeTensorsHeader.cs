using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>
/// The header, tensor by tensor: u64 length, then a JSON object of tensors and of <c>__metadata__</c>, a flat map of texts
/// (huggingface/safetensors README, "Format"; limits and strictness of safetensors/src/tensor.rs).
/// </summary>
internal sealed class SafeTensorsHeader
{
    /// <summary>The reference reader's limit in bytes.</summary>
    public const long MaxLength = 100_000_000;

    private const string Metadata = "__metadata__";
    private const int LengthSize = 8;
    private const int MaxTensors = 500_000; // the largest mixture-of-experts models have some ten thousand a file
    private const int MaxFaults = 100;

    private readonly ByteSource _file;
    private readonly Action<SafeTensorFault> _tell;
    private readonly HashSet<ulong> _names = []; // digests: names may fill 100 MB; who forges a collision is told of a double
    private int _faults;

    /// <exception cref="DamagedFileException">It cannot be there.</exception>
    public SafeTensorsHeader(ByteSource file, Action<SafeTensorFault> tell)
    {
        (_file, _tell) = (file, tell);
        var length = file.ReadUInt64(0, "its header");
        if (length > MaxLength)
        {
            tell(new SafeTensorFault($"says that its header has {length} bytes, where readers accept {MaxLength}", 0, Lie: true));
            throw new DamagedFileException($"a header of {length} bytes is larger than {MaxLength}", 0);
        }

        if ((long)length > file.Length - LengthSize)
            throw new DamagedFileException("the file ends within its header", 0);

        DataStart = LengthSize + (long)length;
    }

    /// <summary>Where the tensors begin.</summary>
    public long DataStart { get; }

    /// <summary>Reads all of it. Texts of the metadata go to <paramref name="text"/> as name, value and offset.</summary>
    /// <exception cref="DamagedFileException">It is no JSON object.</exception>
    /// <exception cref="LimitExceededException">Too many tensors.</exception>
    public IEnumerable<SafeTensor> Read(Action<string, string, long>? text = null)
    {
        var json = new JsonStream(new SliceSource(_file, LengthSize, DataStart - LengthSize, "its header"), "its header");
        if (!json.Read() || json.Token != JsonTokenType.StartObject)
            throw new DamagedFileException("its header is no JSON object", LengthSize);

        while (json.Next() == JsonTokenType.PropertyName)
        {
            var name = json.Text;
            if (!_names.Add(Digest(name)))
                Tell(new SafeTensorFault($"describes '{Printable.Of(name, 80)}' twice in its header, so that readers disagree about it", json.Position, Lie: true));
            if (_names.Count > MaxTensors)
                throw new LimitExceededException($"it describes more than {MaxTensors} tensors", LengthSize + json.Position);

            json.Next();
            if (name == Metadata)
                ReadMetadata(json, text);
            else if (json.Token == JsonTokenType.StartObject)
                yield return new SafeTensorsDescription(json, name, Tell).Read();
            else
                Refuse(json, $"has a tensor '{Printable.Of(name, 80)}' that has no place in the file, it is no object");
        }

        json.Read(); // what follows the object is checked to be nothing but space
    }

    private void ReadMetadata(JsonStream json, Action<string, string, long>? text)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            if (json.Token != JsonTokenType.Null)
                Refuse(json, "has metadata that is no map of texts");
            return;
        }

        while (json.Next() == JsonTokenType.PropertyName)
        {
            var name = json.Text;
            if (!_names.Add(Digest(Metadata + "\0" + name)))
                Tell(new SafeTensorFault($"has the metadata '{Printable.Of(name, 80)}' twice, so that readers disagree about it", json.Position, Lie: false));
            if (json.Next() == JsonTokenType.String)
                text?.Invoke(name, json.Text, LengthSize + json.Position);
            else
                Refuse(json, $"has metadata '{Printable.Of(name, 80)}' that is no text");
        }
    }

    private void Refuse(JsonStream json, string message)
    {
        Tell(new SafeTensorFault(message, json.Position, Lie: false));
        json.Skip();
    }

    private void Tell(SafeTensorFault fault)
    {
        var at = fault.At + LengthSize;
        if (++_faults > MaxFaults)
            throw new DamagedFileException($"its header has more than {MaxFaults} faults", at);

        _tell(fault with { At = at });
    }

    private static ulong Digest(string name)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), digest);
        return BitConverter.ToUInt64(digest);
    }
}
