namespace SupplyChainAnalyzers.Core.Names;

/// <summary>
/// Finds names of hub repositories that live from being taken for another. Asked in this order: known or of a known owner (fine) ·
/// owner that looks like a known one · known repository under an unknown owner · same look · a word added · other digits ·
/// misspelt. Silence is the answer wherever an honest name could be meant: the list is short, the hub is not.
/// </summary>
public static class HubNames
{
    // Longer ids are not served by the hub (two names of 96), and comparing costs the product of lengths.
    private const int MaxLength = 193;

    private const int MinOwnerLength = 5;
    private const int MinNameLength = 8;

    // Many people call a model of their own resnet-50 or finbert; nobody hits upon whisper-large-v3-turbo.
    private const int MinLengthUnderOtherOwner = 12;

    private static readonly Lazy<NameIndex> Owners = new(static () =>
        new NameIndex(WellKnownNames.HubOwners.Names.Select(static owner => (owner, owner)), MinOwnerLength, maxSlips: 1));

    // Of the old name without an owner and the new one, the new one is told.
    private static readonly Lazy<NameIndex> Models = new(static () =>
        new NameIndex(WellKnownNames.HubModels.Names.OrderBy(static model => model.IndexOf('/') < 0).Select(static model => (model, NameOf(model))), MinNameLength, maxSlips: 2));

    /// <summary>
    /// What <paramref name="repo"/> looks like, or null when it is well known, of a well-known owner, or like nothing. A known
    /// name costs two look-ups and no allocation.
    /// </summary>
    /// <param name="repo">owner/name, or the name alone; anything else is null.</param>
    public static LookAlike? Find(string repo)
    {
        var slash = repo.IndexOf('/');
        if (repo.Length > MaxLength || slash == 0 || slash == repo.Length - 1 || slash != repo.LastIndexOf('/')
            || WellKnownNames.HubModels.Contains(repo) || (slash > 0 && WellKnownNames.HubOwners.Contains(repo, 0, slash)))
            return null;

        var name = NameOf(repo);
        return (slash > 0 ? FindByOwner(repo.Substring(0, slash), name) : null) ?? FindByName(name, hasOwner: slash > 0);
    }

    private static LookAlike? FindByOwner(string owner, string name)
    {
        var plain = Skeleton.Plain(owner);
        var known = Owners.Value.FindEqual(plain) ?? Owners.Value.FindSameLook(plain, IsForeign(owner));
        if (known is not null)
            return new LookAlike(known.Name + "/" + name, LookAlikeKind.SameLook);

        known = Owners.Value.FindMisspelling(plain);
        return known is null ? null : new LookAlike(known.Name + "/" + name, LookAlikeKind.Owner);
    }

    private static LookAlike? FindByName(string name, bool hasOwner)
    {
        var plain = Skeleton.Plain(name);
        if (Models.Value.FindEqual(plain) is { } same)
        {
            // Without an owner it is the old name, or a folder.
            if (!hasOwner && !IsForeign(name))
                return null;

            return IsForeign(name) ? Like(same, LookAlikeKind.SameLook) : plain.Length >= MinLengthUnderOtherOwner ? Like(same, LookAlikeKind.OtherOwner) : null;
        }

        if (Models.Value.FindSameLook(plain, IsForeign(name)) is { } look)
            return Like(look, LookAlikeKind.SameLook);

        if (Models.Value.FindWithAffix(plain) is { } affix)
            return Like(affix, LookAlikeKind.Affix);

        if (Models.Value.FindOtherVersion(plain) is { } version)
            return Like(version, LookAlikeKind.OtherVersion);

        return Models.Value.FindMisspelling(plain, hasCodes: true) is { } slip ? Like(slip, LookAlikeKind.Misspelling) : null;
    }

    private static LookAlike Like(KnownName known, LookAlikeKind kind) => new(known.Name, kind);

    private static string NameOf(string repo) => repo.Substring(repo.IndexOf('/') + 1);

    private static bool IsForeign(string text) => !Text.Characters.AreBelow(text, '\x80');
}
