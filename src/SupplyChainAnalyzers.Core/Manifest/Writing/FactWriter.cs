using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Manifest.Writing;

/// <summary>What is recorded about a model beside its files.</summary>
internal static class FactWriter
{
    public static void Write(JsonWriter json, ProvenanceFact provenance)
    {
        json.BeginObject().Member("baseModel", provenance.BaseModel);
        if (provenance.Datasets.Count > 0)
            json.Name("datasets").Map(provenance.Datasets, Write);
        if (provenance.Training is { } training)
            Write(json.Name("training"), training);

        json.Member("attestation", provenance.Attestation)
            .Texts("evaluation", provenance.Evaluation)
            .EndObject();
    }

    public static void Write(JsonWriter json, BehaviorFact behavior)
    {
        json.BeginObject();
        if (behavior.ProbePath is not null)
            json.Name("probe").BeginObject(inline: true).Member("path", behavior.ProbePath).Member("sha256", behavior.ProbeSha256).EndObject();
        if (behavior.GoldenSha256 is not null)
            json.Name("golden").BeginObject(inline: true).Member("sha256", behavior.GoldenSha256).Member("tolerance", behavior.GoldenTolerance).EndObject();
        if (behavior.Checks.Count > 0)
        {
            json.Name("checks").BeginArray(inline: true);
            foreach (var check in behavior.Checks)
                json.String(check);

            json.EndArray();
        }

        json.EndObject();
    }

    private static void Write(JsonWriter json, DatasetFact dataset)
    {
        json.BeginObject().Member("version", dataset.Version);
        if (dataset.Files.Count > 0)
            json.Name("files").Map(dataset.Files, ModelWriter.Write);

        json.EndObject();
    }

    private static void Write(JsonWriter json, TrainingFact training)
        => json.BeginObject()
            .Texts("frameworks", training.Frameworks)
            .Member("seed", training.Seed)
            .Texts("hyperparameters", training.Hyperparameters)
            .Member("hardware", training.Hardware)
            .EndObject();
}
