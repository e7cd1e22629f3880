using SupplyChainAnalyzers.Core.Accessors;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Generator;

/// <summary>Names that got a suffix, because two share one identifier or the identifier is taken.</summary>
internal static class NameProblems
{
    public static IEnumerable<Problem> In(IEnumerable<ModelAccessor> models, string path)
    {
        foreach (var model in models)
        {
            if (model.IsRenamed)
                yield return Of("model", model.Model.Name, model.Name, path, model.Model.Region);

            foreach (var file in model.Files)
            {
                if (file.IsRenamed)
                    yield return Of("file", file.File.Path, file.Name, path, file.File.Region);
            }
        }
    }

    private static Problem Of(string kind, string name, string member, string path, TextRegion region) =>
        new(false, path, region, $"The accessor of the {kind} '{Printable.Of(name)}' is {member}: its plain identifier is taken by another name; rename one of the two, if a plain one is wanted");
}
