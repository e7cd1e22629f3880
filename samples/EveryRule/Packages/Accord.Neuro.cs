#nullable enable
namespace Accord.Neuro
{
    public class Network { public static Network Load(string fileName) => new Network(); }
}
