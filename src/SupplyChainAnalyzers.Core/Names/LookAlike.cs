namespace SupplyChainAnalyzers.Core.Names;

/// <summary>What a suspicious name looks like.</summary>
/// <param name="Known">The well-known name, as its owner writes it; what the name is most likely meant to be taken for.</param>
/// <param name="Kind">In which way.</param>
public sealed record LookAlike(string Known, LookAlikeKind Kind)
{
    /// <summary>The way in words, for the middle of a message.</summary>
    public string Reason => Kind switch
    {
        LookAlikeKind.SameLook => "with other characters that look or read the same",
        LookAlikeKind.Owner => "with another owner, whose name is one letter off",
        LookAlikeKind.OtherOwner => "under another owner",
        LookAlikeKind.Affix => "with a word added",
        LookAlikeKind.OtherVersion => "with other digits",
        _ => "misspelt",
    };
}
