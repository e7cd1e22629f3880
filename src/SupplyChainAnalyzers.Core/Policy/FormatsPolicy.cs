namespace SupplyChainAnalyzers.Core.Policy;

/// <summary><c>formats</c>: which file formats may be used, by what is found in the file.</summary>
public sealed record FormatsPolicy
{
    /// <summary>Formats that may be used; built in: any.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Allow { get; init; }

    /// <summary>Formats that may not; beats <see cref="Allow"/>; built in: none.</summary>
    public Setting<IReadOnlyList<PolicyPattern>>? Deny { get; init; }

    /// <summary>Whether a file of this format may be used.</summary>
    public bool Allows(string formatId) => WhyNot(formatId) is null;

    /// <summary>
    /// Null when the format may be used; else the reason, to follow the format's name:
    /// <c>formats.deny of /src/models.policy.json(11) forbids it</c>.
    /// </summary>
    public string? WhyNot(string formatId)
    {
        foreach (var pattern in Deny?.Value ?? [])
        {
            if (pattern.Matches(formatId)) return $"formats.deny of {pattern.Place.Show()} forbids it";
        }

        return Allow is null || Allow.Value.Any(pattern => pattern.Matches(formatId))
            ? null
            : $"formats.allow of {Allow.Place.Show()} does not list it";
    }
}
