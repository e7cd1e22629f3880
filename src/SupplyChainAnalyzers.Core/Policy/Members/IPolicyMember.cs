namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>What can be told about a member without a policy.</summary>
internal interface IPolicyMember
{
    /// <summary>From the root, with dots.</summary>
    string Path { get; }

    /// <summary>Whether this version enforces it; of a section, whether it enforces all of it.</summary>
    bool IsChecked { get; }

    /// <summary>Whether source code is held against it, and nothing else.</summary>
    bool IsCheckedInCode { get; }

    /// <summary>The members of a section, in the order they are written; none of any other member.</summary>
    IReadOnlyList<IPolicyMember> Members { get; }
}
