using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Names;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Sources.Packages;

/// <summary>
/// What one file says about the Python packages of a project. Addresses and second indexes concern us only beside packages that
/// people use with models, so they are judged when all of the file is known.
/// </summary>
internal sealed class PythonProject(SourceNotes notes)
{
    private readonly List<(string Address, int Start, int Length)> _moving = [];
    private readonly List<(int Start, int Length)> _indexes = [];
    private bool _usesModels;
    private bool _isHashed = true;

    /// <summary>A package of an index, or of an address that cannot change.</summary>
    public void Use(string name, string? version, string? digest, int start, int length)
    {
        notes.Use(SourceFactKind.PythonPackage, name, version, digest, start, length);
        _usesModels |= WellKnownNames.ModelPackages.Contains(PackageNames.Normalize(name));
        _isHashed &= digest is not null;
    }

    /// <summary>A requirement as PEP 508 writes it.</summary>
    public void Use(PythonRequirement requirement, string? digest)
    {
        Use(requirement.Name, requirement.Version, digest, requirement.Start, requirement.Name.Length);
        if (requirement.Address is { } address && digest is null)
            UseAddress(address, requirement.AddressStart, address.Length);
    }

    /// <summary>An address that a package comes from, with the revision and the digest it carries itself.</summary>
    public void UseAddress(string address, int start, int length)
    {
        if (PackageAddress.IsRemote(address))
            notes.Use(SourceFactKind.Url, address, null, null, start, length);

        if (PackageAddress.CanChange(address))
            _moving.Add((address, start, length));
    }

    /// <summary>A repository that a package is built from, with its revision apart.</summary>
    public void UseRepository(string address, string? revision, int start, int length)
    {
        if (!PackageAddress.IsCommit(revision))
            _moving.Add((revision is null ? address : address + "@" + revision, start, length));
    }

    /// <summary>An index that is asked besides the first.</summary>
    public void UseIndex(int start, int length) => _indexes.Add((start, length));

    public void Finish()
    {
        if (!_usesModels)
            return;

        foreach (var (address, start, length) in _moving)
            notes.Report(Rules.MovingPackage, $"'{Printable.Of(address)}' can give other code tomorrow; name a full commit or a sha256 digest", start, length);

        // A digest says which file it is, whoever serves it.
        if (_isHashed)
            return;

        foreach (var (start, length) in _indexes)
            notes.Report(Rules.SecondIndex, "The highest version of either index is installed, so whoever registers one of these names there decides; use one index that mirrors both, or pin with --require-hashes", start, length);
    }
}
