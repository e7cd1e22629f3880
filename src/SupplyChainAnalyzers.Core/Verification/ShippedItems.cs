using SupplyChainAnalyzers.Core.Verification.Shipping;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>SCA2120: a project ships a file that is a model by its content, and no entry of the lock covers it.</summary>
public static class ShippedItems
{
    /// <summary>
    /// Looks at the first bytes of every item that is not a declared file. A copy of a declared file, wherever it lies, is
    /// covered: its bytes are the declared ones. Without a lock nothing is covered. Never throws but for <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <param name="request">Lock and policy; its scope does not matter here.</param>
    /// <param name="items">What the projects ship. Build only what ships: a None item that is copied nowhere is not one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static VerificationResult Check(VerificationRequest request, IReadOnlyList<ShippedItem> items, CancellationToken cancellationToken = default) =>
        VerificationSession.Run(request, "items ", run => UndeclaredItems.Check(run, items), cancellationToken, isLockOptional: true);
}
