namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>51xx: models.policy.json.</summary>
public static partial class Rules
{
    /// <summary>Not there though named, no permission, not UTF-8.</summary>
    public static readonly Rule PolicyUnreadable = new("SCA5101", "Policy cannot be read", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>RFC 8259; no comments, no trailing commas.</summary>
    public static readonly Rule PolicySyntax = new("SCA5102", "Policy is not valid JSON", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>policyVersion is missing or not one this build reads.</summary>
    public static readonly Rule PolicyVersion = new("SCA5103", "Policy has an unknown version", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>Two members of one name: readers disagree which counts.</summary>
    public static readonly Rule PolicyDuplicate = new("SCA5104", "Policy has a duplicate member", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>A mistyped member must not drop a check.</summary>
    public static readonly Rule PolicyUnknownMember = new("SCA5105", "Policy has an unknown member", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>Wrong type, a missing member, an unknown word.</summary>
    public static readonly Rule PolicyValue = new("SCA5106", "Policy has a missing or wrong value", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>Depth, size, count or length of the extends chain.</summary>
    public static readonly Rule PolicyLimit = new("SCA5107", "Policy exceeds a limit", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>A merge was left half done.</summary>
    public static readonly Rule PolicyConflict = new("SCA5108", "Policy holds merge conflict markers", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>A child may only tighten.</summary>
    public static readonly Rule PolicyLoosens = new("SCA5109", "Policy loosens the one it extends", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>SupplyChainRequirePolicy names another digest.</summary>
    public static readonly Rule PolicyRequired = new("SCA5110", "Policy is not the required one", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>It no longer covers anything.</summary>
    public static readonly Rule ExemptionExpired = new("SCA5111", "Exemption has expired", Level.Warning, Severity.Medium);

    /// <summary>No reason, no expiry, the author reviews himself, or it covers an integrity rule.</summary>
    public static readonly Rule ExemptionInvalid = new("SCA5112", "Exemption cannot be accepted", Level.Error, Severity.High, integrity: true, always: true);

    /// <summary>formats.allow or formats.deny.</summary>
    public static readonly Rule FormatNotAllowed = new("SCA5113", "Policy does not allow this file format", Level.Error, Severity.High);

    /// <summary>A demand that is read but not enforced must not look like one that is met.</summary>
    public static readonly Rule PolicyNotEnforced = new("SCA5114", "Policy demands a check that this version does not make", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>SupplyChainMode or --mode below what a policy file states; the policy's mode holds.</summary>
    public static readonly Rule WeakerModeIgnored = new("SCA5115", "Requested mode is weaker than the policy's", Level.Message, Severity.Info);

    /// <summary>provenance.require names a fact that models.lock does not record.</summary>
    public static readonly Rule ProvenanceMissing = new("SCA5120", "Model lacks a fact about its origin that the policy demands", Level.Error, Severity.Medium);
}
