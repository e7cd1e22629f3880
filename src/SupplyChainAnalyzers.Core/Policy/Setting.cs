namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>
/// A value that a policy states and where it does. A policy that says nothing about a member has no setting for it (null):
/// the difference counts, because a child inherits what it leaves out.
/// </summary>
public sealed record Setting<T>(T Value, PolicyPlace Place);
