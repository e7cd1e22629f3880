using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Keras;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Judges what leads out of the file (CVE-2026-1669: weights that are read from any file of the machine). Within a model's folder it is
/// unusual, outside of it an attack: nobody else's paths are known to a model's author.
/// </summary>
internal sealed class Hdf5LinkJudge(ScanContext context)
{
    public void Judge(Hdf5Link link, string path)
    {
        switch (link.Kind)
        {
            case Hdf5LinkKind.External:
                Outside(context, link.File, $"has a link '{Printable.Of(link.Name, 60)}' to another file", link.Place);
                break;
            case Hdf5LinkKind.UserDefined:
                context.Report(Rules.Hdf5PlugIn, $"has a link '{Printable.Of(link.Name, 60)}' of kind {link.Target} in '{Printable.Path(path, 80)}', which only a plug-in can follow; do not open it", link.Place);
                break;
        }
    }

    /// <summary>Reports a file that the library would open.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="file">As the file names it.</param>
    /// <param name="does">What leads there.</param>
    /// <param name="place">Where that stands.</param>
    public static void Outside(ScanContext context, string file, string does, long place)
    {
        var shown = Printable.Path(file, 120);
        if (OutsidePath.IsAddress(file) || OutsidePath.Escapes(file))
            context.Report(Rules.Hdf5OutsideFile, $"{does}, '{shown}', outside of its folder: opening it would read a file of yours; do not open it", place, Severity.High, file);
        else
            context.Report(Rules.Hdf5OutsideFile, $"{does}, '{shown}', so what it says is not known from this file alone; check that one as well", place, symbol: file);
    }
}
