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
        json.BeginObject().Member("tier", behavior.Tier is { } tier ? ManifestWords.Of(tier) : null);
        Write(json, "probe", behavior.Probe);
        Write(json, "labels", behavior.Labels);
        Write(json, "training", behavior.Training);
        if (behavior.GoldenSha256 is not null)
            json.Name("golden").BeginObject(inline: true).Member("sha256", behavior.GoldenSha256).Member("tolerance", behavior.GoldenTolerance).EndObject();
        json.Member("reference", behavior.Reference);
        if (behavior.Checks.Count > 0)
        {
            json.Name("checks").BeginArray(inline: true);
            foreach (var check in behavior.Checks)
                json.String(check);

            json.EndArray();
        }

        json.Texts("parameters", behavior.Parameters);
        if (behavior.Accepted.Count > 0)
            json.Name("accepted").Map(behavior.Accepted, Write);
        json.EndObject();
    }

    private static void Write(JsonWriter json, string name, BehaviorFile? file)
    {
        if (file is not null)
            json.Name(name).BeginObject(inline: true).Member("path", file.Path).Member("sha256", file.Sha256).EndObject();
    }

    private static void Write(JsonWriter json, AcceptedTrigger accepted) => json.BeginObject()
        .Member("sha256", accepted.Sha256)
        .Member("score", accepted.Score)
        .Member("reason", accepted.Reason)
        .Member("author", accepted.Author)
        .Member("reviewer", accepted.Reviewer)
        .Member("expires", accepted.LastDay)
        .EndObject();

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
