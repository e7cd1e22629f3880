namespace EveryRule;

/// <summary>A loader that is BinaryFormatter underneath.</summary>
internal static class SCA1021
{
    public static object Run(string path) => Accord.Neuro.Network.Load(path);
}
