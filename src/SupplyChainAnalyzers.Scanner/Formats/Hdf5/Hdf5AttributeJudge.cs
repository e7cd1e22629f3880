using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>Judges the attributes of an object: Keras keeps a model's configuration there, PyTables pickled objects.</summary>
internal sealed class Hdf5AttributeJudge(Hdf5Volume volume, ScanContext context)
{
    private const int MaxElements = 1_000_000;

    private readonly Hdf5Values _values = new(volume);
    private readonly Hdf5ValueJudge _judge = new(context);

    public void Judge(Hdf5Header header, string path)
    {
        foreach (var attribute in Hdf5Attributes.Of(header))
        {
            if (attribute.Type.Size == 0 || !Hdf5Values.Fits(attribute.Type))
                continue;

            var name = $"{path.TrimEnd('/')}/@{attribute.Name}";
            var data = attribute.Data;
            if (Hdf5Values.IsOne(attribute.Type))
            {
                _judge.Judge(data.Bytes((long)Math.Min(attribute.Space.Count, (ulong)data.Left)), name);
                continue;
            }

            if (attribute.Space.Count > MaxElements)
                throw new LimitExceededException($"it has an attribute of more than {MaxElements} texts", data.Position);

            for (ulong i = 0; i < attribute.Space.Count; i++)
            {
                foreach (var value in _values.Of(attribute.Type, volume.At(data.Position, attribute.Type.Size, "an attribute")))
                    _judge.Judge(value, name);
                data.Skip(attribute.Type.Size);
            }
        }
    }
}
