using System.Text.Json;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>
/// Reads the description of one tensor: <c>{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}</c>. All three are needed, each
/// once; shape × dtype must be the span (safetensors/src/tensor.rs, Metadata::validate).
/// </summary>
internal sealed class SafeTensorsDescription(JsonStream json, string name, Action<SafeTensorFault> fault)
{
    private const int MaxDimensions = 64;

    private string? _type;
    private List<long>? _shape;
    private List<long>? _offsets;
    private bool _told;

    /// <summary>Reads up to the closing brace; the opening one was read.</summary>
    public SafeTensor Read()
    {
        while (json.Next() == JsonTokenType.PropertyName)
        {
            var member = json.Text;
            json.Next();
            switch (member)
            {
                case "dtype" when _type is null && json.Token == JsonTokenType.String:
                    _type = json.Text;
                    break;
                case "shape" when _shape is null:
                    _shape = Numbers();
                    break;
                case "data_offsets" when _offsets is null:
                    _offsets = Numbers();
                    break;
                default:
                    Tell($"has the member '{Printable.Of(member, 60)}' twice, or one that is none of the format's", Known(member));
                    json.Skip();
                    break;
            }
        }

        return Place() ? new SafeTensor(name, _offsets![0], _offsets[1], json.Position, _type, _shape) : new SafeTensor(name, -1, -1, json.Position);
    }

    private static bool Known(string member) => member is "dtype" or "shape" or "data_offsets";

    private List<long> Numbers()
    {
        var numbers = new List<long>();
        if (json.Token != JsonTokenType.StartArray)
        {
            Tell("has a text or an object where a list of numbers belongs", lie: true);
            json.Skip();
            return [-1];
        }

        while (json.Next() != JsonTokenType.EndArray)
        {
            if (numbers.Count < MaxDimensions)
                numbers.Add(json.Whole);
            json.Skip();
        }

        return numbers;
    }

    private bool Place()
    {
        if (_offsets is { Count: 2 } && _offsets[0] >= 0 && _offsets[1] >= _offsets[0] && _type is not null && _shape is not null)
        {
            CheckSpan(_offsets[1] - _offsets[0]);
            return true;
        }

        Tell("has no usable type, shape and place", lie: true);
        return false;
    }

    private void CheckSpan(long span)
    {
        var bits = SafeTensorsTypes.BitsOf(_type!);
        if (bits == 0)
        {
            Tell($"has the element type '{Printable.Of(_type, 40)}', which no reader knows", lie: false);
            return;
        }

        Int128 size = bits;
        foreach (var dimension in _shape!)
        {
            if (dimension < 0)
            {
                Tell("has a dimension that is no whole number", lie: true);
                return;
            }

            size *= dimension;
            if (size > long.MaxValue)
            {
                Tell("has a shape whose size overflows 64 bits", lie: true);
                return;
            }
        }

        if (size != (Int128)span * 8)
            Tell($"takes {span} bytes, its shape and type need {(size + 7) / 8}", lie: true);
    }

    private void Tell(string message, bool lie)
    {
        if (!_told || lie)
            fault(new SafeTensorFault($"has a tensor '{Printable.Of(name, 80)}' that {message}", json.Position, lie));
        _told = true;
    }
}
