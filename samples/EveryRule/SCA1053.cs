using System.Threading.Tasks;
using Microsoft.AI.Foundry.Local;

namespace EveryRule;

/// <summary>A name of which the catalogue chooses the version.</summary>
internal static class SCA1053
{
    public static Task<IModel?> Run(ICatalog catalog) => catalog.GetModelAsync("phi-4-mini");
}
