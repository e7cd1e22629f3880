using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Where a model's weights come from.</summary>
internal static class ProvenanceReader
{
    public static ProvenanceFact? Read(ShapedObject model, DocumentErrors errors)
    {
        if (model.Object("provenance", LockShapes.Provenance) is not { } provenance)
            return null;

        var baseModel = provenance.Text("baseModel", out var region);
        if (baseModel is not null && !ModelName.IsValid(baseModel))
            errors.Add(Rules.LockValue, "'baseModel' is no name of a model: a name " + ModelName.Rule, region);

        return new ProvenanceFact
        {
            BaseModel = baseModel,
            Datasets = Datasets(provenance, errors),
            Training = Training(provenance, errors),
            Attestation = LockValues.Path(provenance, "attestation", errors),
            Evaluation = LockValues.Texts(provenance, "evaluation", errors),
            Region = provenance.Region,
        };
    }

    private static OrdinalMap<DatasetFact> Datasets(ShapedObject provenance, DocumentErrors errors)
    {
        var datasets = new List<KeyValuePair<string, DatasetFact>>();
        foreach (var member in provenance.Map("datasets"))
        {
            LockValues.CheckName(member, errors);
            if (ShapedObject.Open(member.Value, LockShapes.Dataset, member.NameRegion, errors) is not { } dataset)
                continue;

            var files = FileReader.ReadAll(dataset, LockShapes.DatasetFile, errors);
            LockCollisions.Check(files.Values, errors);
            datasets.Add(new(member.Name, new DatasetFact { Version = dataset.Text("version"), Files = files }));
        }

        return new OrdinalMap<DatasetFact>(datasets);
    }

    private static TrainingFact? Training(ShapedObject provenance, DocumentErrors errors)
        => provenance.Object("training", LockShapes.Training) is not { } training ? null : new TrainingFact
        {
            Frameworks = LockValues.Texts(training, "frameworks", errors),
            Seed = training.Text("seed"),
            Hyperparameters = LockValues.Texts(training, "hyperparameters", errors),
            Hardware = training.Text("hardware"),
        };
}
