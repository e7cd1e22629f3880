using System.Globalization;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest.Reading;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>
/// Reads models.lock, for analyzer, build task and command line alike. Fails closed: one error and there is no lock.
/// Never throws; every error is a finding of SCA2001 to SCA2013 with its place.
/// </summary>
public static class ModelsLockReader
{
    /// <summary>Reads the bytes of a file; <paramref name="path"/> (absolute) is what the findings name.</summary>
    public static ReadResult<ModelsLock> Read(byte[] utf8, string path) => Read(JsonReader.Parse(utf8, JsonLimits.Default), path);

    /// <summary>As <see cref="Read(byte[], string)"/>, of a text that was decoded before, as the compiler does.</summary>
    public static ReadResult<ModelsLock> Read(string text, string path) => Read(JsonReader.Parse(text, JsonLimits.Default), path);

    private static ReadResult<ModelsLock> Read(JsonParseResult json, string path)
    {
        var errors = new DocumentErrors(path, LockDocument.Rules);
        errors.Add(json.Errors);
        var value = json.Root is null ? null : Read(json.Root, errors);
        return new ReadResult<ModelsLock>(value, errors.ToList());
    }

    private static ModelsLock? Read(JsonNode root, DocumentErrors errors)
    {
        // Of another version nothing else can be said.
        if (root.Kind == JsonKind.Object && !IsCurrent(root, errors))
            return null;

        if (ShapedObject.Open(root, LockShapes.Lock, TextRegion.Start, errors) is not { } document)
            return null;

        document.Text("$schema");
        var models = ReadNamed(document.Map("models"), ModelReader.Read, errors);
        var hosted = ReadNamed(document.Map("hosted"), HostedReader.Read, errors);
        LockCollisions.Check(models.Values.Select(static model => (model.Name, model.Region)), errors);
        LockCollisions.Check(hosted.Values.Select(static model => (model.Name, model.Region)), errors);
        LockCollisions.Check(models.Values, errors);
        return new ModelsLock { Models = models, Hosted = hosted };
    }

    private static bool IsCurrent(JsonNode root, DocumentErrors errors)
    {
        var current = ModelsLock.CurrentVersion.ToString(CultureInfo.InvariantCulture);
        var version = root.Find("lockVersion");
        if (string.Equals(version?.NumberText, current, StringComparison.Ordinal))
            return true;

        var message = version is null ? $"lockVersion is missing; this build reads {current}; run: models lock"
            : version.Kind != JsonKind.Number ? $"lockVersion is {Kinds.Of(version)}; it must be the number {current}"
            : $"lockVersion is {Printable.Of(version.NumberText)}, this build reads {current}; update the package SupplyChainAnalyzers";
        errors.Add(Rules.LockVersion, message, version?.Region ?? TextRegion.Start);
        return false;
    }

    private static OrdinalMap<T> ReadNamed<T>(IReadOnlyList<JsonMember> members, Func<JsonMember, DocumentErrors, T?> read, DocumentErrors errors)
        where T : class
    {
        var values = new List<KeyValuePair<string, T>>(members.Count);
        foreach (var member in members)
        {
            errors.Model = member.Name;
            if (!ModelName.IsValid(member.Name))
                errors.Add(Rules.LockValue, $"'{Printable.Of(member.Name)}' is no name of a model: a name {ModelName.Rule}", member.NameRegion);

            if (read(member, errors) is { } value)
                values.Add(new(member.Name, value));
        }

        errors.Model = null;
        return new OrdinalMap<T>(values);
    }
}
