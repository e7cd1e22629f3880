using Microsoft.Build.Framework;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Tasks;

/// <summary>
/// Looks at what a project ships, where it has arrived: copies of declared files must hold the declared bytes, and every
/// file that is a model by its content must be declared.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckShipped : LockTask
{
    /// <summary>Absolute path of the project.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>
    /// What ships. Metadata: Destination (where it was copied to, relative to the project; none for an item that is not
    /// copied), Hidden (why the copy cannot be looked at), Embedded (<c>true</c>: it is in the assembly).
    /// </summary>
    [Required]
    public ITaskItem[] Items { get; set; } = [];

    /// <summary>Absolute paths of the projects this one references.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>NuGet packages this project was packed into.</summary>
    public ITaskItem[] Packages { get; set; } = [];

    /// <summary>Carried findings, each a word.</summary>
    [Output]
    public string Found { get; private set; } = "";

    private protected override void Run(CancellationToken cancellation)
    {
        var request = Request();
        var items = new ShippedFiles(Project, Items, References);
        List<DecidedFinding> found = [.. ShippedItems.Check(request, items.All, cancellation).Findings];
        if (items.Copies.Count > 0)
            found.AddRange(DestinationVerifier.Verify(request, items.Copies, cancellation).Findings);

        // The compiler has read them since they were verified, and an assembly is not opened again: they must be what they were.
        if (items.Embedded.Count > 0 && File.Exists(Lock))
            found.AddRange(ModelVerifier.Verify(request with { Scope = items.Embedded, InspectContent = false }, cancellation).Findings);

        foreach (var package in Packages)
            found.AddRange(DestinationVerifier.VerifyPackage(request, items.In(package), cancellation).Findings);

        Found = CarriedFinding.Write(found.Where(IsNews).Select(items.Placed).Select(CarriedFinding.Of));
    }
}
