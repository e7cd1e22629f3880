using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>
/// One member of a policy's section and all that is known about it: how it is read and written, what a child may do with
/// it, what it demands. A section is its list of these; nothing else enumerates a policy's members.
/// </summary>
/// <param name="path">From the root, with dots: <c>scan.failOn</c>.</param>
internal abstract class PolicyMember<TSection>(string path) : IPolicyMember
{
    /// <inheritdoc/>
    public string Path => path;

    /// <inheritdoc/>
    public abstract bool IsChecked { get; }

    /// <inheritdoc/>
    public virtual bool IsCheckedInCode => false;

    /// <inheritdoc/>
    public virtual IReadOnlyList<IPolicyMember> Members => [];

    /// <summary>The name in its object.</summary>
    public string Name { get; } = path.Substring(path.LastIndexOf('.') + 1);

    /// <summary>Takes the value over into <paramref name="section"/>; what is wrong is reported and left out.</summary>
    public abstract TSection Read(TSection section, JsonMember member, PolicySource source);

    /// <summary>Adds what <paramref name="child"/> does not state: of several bases the stricter, or all that each demands.</summary>
    public abstract TSection Inherit(TSection child, IReadOnlyList<TSection> bases);

    /// <summary>Reports where <paramref name="section"/> allows what <paramref name="floor"/> does not.</summary>
    public abstract void CheckTightens(TSection section, TSection floor, LooseningReport report);

    /// <summary>Writes name and value; nothing when no value is stated.</summary>
    public abstract void Write(TSection section, JsonWriter writer, string file);

    /// <summary>Settings that demand what no check of this version enforces.</summary>
    public abstract IEnumerable<UnmetDemand> Unmet(TSection section);
}
