using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>What a build says when it verifies nothing. The policy is read: it decides how loudly.</summary>
public static class NothingVerified
{
    /// <summary>SCA0007: somebody has switched verification off.</summary>
    /// <param name="request">Lock and policy.</param>
    /// <param name="setting">How, for the message: <c>SupplyChainVerify=false</c>.</param>
    public static VerificationResult SwitchedOff(VerificationRequest request, string setting) =>
        VerificationSession.Say(request, new Finding(
            Rules.VerificationOff,
            $"{Rules.VerificationOff.Title} by {Printable.Of(setting)}; {Shown.Name(Path.GetFileName(request.LockPath))} was not checked; remove the property, or run: models verify")
        {
            File = request.LockPath,
        });

    /// <summary>SCA2000: packages that load models are used, and no lock was found.</summary>
    /// <param name="request">Where the lock would be, and the policy.</param>
    public static VerificationResult NoLock(VerificationRequest request) =>
        VerificationSession.Say(request, new Finding(
            Rules.NoLock,
            "This build uses packages that load AI models, and there is no models.lock to say which bytes they must have; run: models init, or: dotnet build -t:SupplyChainLock")
        {
            File = request.LockPath,
        });
}
