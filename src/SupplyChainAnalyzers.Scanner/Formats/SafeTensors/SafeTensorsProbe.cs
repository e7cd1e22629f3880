using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>Whether the header can be read and its tensors fill the file up to its end.</summary>
internal sealed class SafeTensorsProbe : IFormatProbe
{
    public IReadOnlyList<ModelFormat> Sniffed { get; } = [ModelFormats.SafeTensors];

    public ModelFormat Probe(ByteSource file, ModelFormat sniffed)
    {
        var header = new SafeTensorsHeader(file, static fault =>
        {
            if (fault.Lie)
                throw new DamagedFileException("its header " + fault.Message, fault.At);
        });
        var data = file.Length - header.DataStart;
        var described = 0L;
        try
        {
            foreach (var tensor in header.Read())
            {
                if (tensor.End > data)
                    throw new DamagedFileException($"tensor '{Printable.Of(tensor.Name)}' has no place in the file", tensor.At);

                described = Math.Max(described, tensor.End);
            }
        }
        catch (LimitExceededException)
        {
            return ModelFormats.SafeTensors; // the scanner says so
        }

        return described == data
            ? ModelFormats.SafeTensors
            : throw new DamagedFileException($"its header describes {described} bytes of data, it has {data}", header.DataStart);
    }
}
