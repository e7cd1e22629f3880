using Microsoft.Extensions.ML;

namespace EveryRule;

/// <summary>A pool that loads the model again whenever the file changes.</summary>
internal static class SCA1035
{
    public static object Run(PredictionEnginePoolBuilder<object, object> pool, string path) =>
        pool.FromFile("fraud", path, watchForChanges: true);
}
