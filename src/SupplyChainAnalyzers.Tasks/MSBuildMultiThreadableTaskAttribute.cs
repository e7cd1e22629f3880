#pragma warning disable IDE0130 // MSBuild looks for the attribute by its full name
namespace Microsoft.Build.Framework;

/// <summary>
/// Tells multi-threaded MSBuild (<c>-mt</c>) that a task needs no process of its own. Found by name, so an older MSBuild,
/// which has neither the attribute nor the interface, loads the task all the same.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
