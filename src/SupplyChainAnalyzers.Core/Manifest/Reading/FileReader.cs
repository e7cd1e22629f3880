using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>The files of a model or of a data set.</summary>
internal static class FileReader
{
    /// <summary>Reads the member <c>files</c> of <paramref name="holder"/>, each file being a <paramref name="shape"/>.</summary>
    public static OrdinalMap<ModelFile> ReadAll(ShapedObject holder, Shape shape, DocumentErrors errors)
    {
        var members = holder.Map("files");
        var files = new List<KeyValuePair<string, ModelFile>>(members.Count);
        foreach (var member in members)
        {
            if (Read(member, shape, errors) is { } file)
                files.Add(new(file.Path, file));
        }

        return new OrdinalMap<ModelFile>(files);
    }

    private static ModelFile? Read(JsonMember member, Shape shape, DocumentErrors errors)
    {
        var safe = LockValues.CheckPath(member.Name, member.NameRegion, errors);
        if (ShapedObject.Open(member.Value, shape, member.NameRegion, errors) is not { } file)
            return null;

        var sha256 = LockValues.Sha256(file, member.Name, errors, out var sha256Region);
        var size = LockValues.Size(file, errors, out var sizeRegion);
        if (shape == LockShapes.UnfixedFile && file.Member("sha256") is null != file.Member("size") is null)
            errors.Add(Rules.LockValue, $"'{Printable.Of(member.Name)}' has only one of sha256 and size; write both or none", member.NameRegion);

        var format = file.Text("format", out var formatRegion);
        if (format is not null && ModelFormats.Find(format) is null)
        {
            var similar = errors.Full ? "" : Similar.Suggest(format, ModelFormats.All.Select(static known => known.Id));
            errors.Add(Rules.LockValue, $"'format' is '{Printable.Of(format)}', which this build does not know{similar}; {LockDocument.Relock(errors)}", formatRegion);
        }

        return !safe ? null : new ModelFile
        {
            Path = member.Name,
            Sha256 = sha256,
            Size = size,
            Format = format ?? "",
            Region = member.NameRegion,
            Sha256Region = sha256Region,
            SizeRegion = sizeRegion,
            FormatRegion = formatRegion,
        };
    }
}
