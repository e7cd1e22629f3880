namespace SupplyChainAnalyzers.Core.Names;

/// <summary>In which way a name looks like another; the clearer ones first.</summary>
public enum LookAlikeKind
{
    /// <summary>Letters or digits that look the same, or other separators: <c>m1crosoft</c>, <c>bert_base_uncased</c>.</summary>
    SameLook,

    /// <summary>The owner's name is one slip away from a known one.</summary>
    Owner,

    /// <summary>A known repository's name under an owner nobody knows.</summary>
    OtherOwner,

    /// <summary>A known name with a word that promises something: <c>-official</c>, <c>-v2</c>.</summary>
    Affix,

    /// <summary>A known name with other digits.</summary>
    OtherVersion,

    /// <summary>One or two slips away from a known name.</summary>
    Misspelling,
}
