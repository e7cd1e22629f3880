#nullable enable
namespace Microsoft.AI.Foundry.Local
{
    public interface IModel { }
    public interface ICatalog { System.Threading.Tasks.Task<IModel?> GetModelAsync(string modelAlias); }
}
