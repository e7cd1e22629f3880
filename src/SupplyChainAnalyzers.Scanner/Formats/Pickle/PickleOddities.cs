using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>What each <see cref="PickleOddityKind"/> is called in a finding.</summary>
internal static class PickleOddities
{
    public static void Report(PickleOddity odd, ScanContext context)
    {
        var shown = Printable.Of(odd.Shown, 300);
        switch (odd.Kind)
        {
            case PickleOddityKind.ComputedName:
                Hidden("computes the name of what it imports while it is opened, so that nobody can read it; do not open it");
                break;
            case PickleOddityKind.LostName:
                context.Unscannable("imports a name it remembered millions of values before, which is not followed; use safetensors", odd.Offset);
                break;
            case PickleOddityKind.Extension:
                Hidden($"imports what the number {shown} stands for on the machine that opens it; do not open it");
                break;
            case PickleOddityKind.PassedGuard:
                Hidden("hands a function on (getattr or the like) that no pickler hands on, so that what it reaches cannot be read; do not open it");
                break;
            case PickleOddityKind.CalledResult:
                Hidden($"calls what another call gave ({shown}) when it is opened; do not open it");
                break;
            case PickleOddityKind.ConstructedResult:
                Hidden($"makes an object of a class that another call gave ({shown}) when it is opened; do not open it unless you know its author", Severity.Medium);
                break;
            case PickleOddityKind.CalledUnknown:
                Hidden($"calls something that cannot be told ({shown}) when it is opened; do not open it");
                break;
            case PickleOddityKind.ReadHiddenAttribute:
                Hidden($"reads the hidden attribute '{shown}' when it is opened; do not open it");
                break;
            case PickleOddityKind.ReadAttribute:
                Hidden($"takes the method '{shown}' of an object when it is opened; do not open it unless you know its author", Severity.Medium);
                break;
            case PickleOddityKind.MisusedGuard:
                context.Report(Rules.DangerousPickleCall, $"calls {shown} when it is opened, as no pickler writes it; do not open it", odd.Offset, symbol: odd.Shown);
                break;
            case PickleOddityKind.TextForClass:
                context.Report(Rules.AttackInPickleArguments, $"calls {shown} when it is opened, though that takes no text: it expects another class under this name; do not open it", odd.Offset, symbol: odd.Shown);
                break;
            case PickleOddityKind.PersistentId:
                Hidden($"asks the program that opens it for an object by an id ({shown}); open it only with the program it was made for", Severity.Medium);
                break;
            case PickleOddityKind.ChangedName:
                context.Report(Rules.PickleChangesLoadedCode, $"writes into '{shown}', which every program uses after it was opened; do not open it", odd.Offset, symbol: odd.Shown);
                break;
            case PickleOddityKind.WrittenHook:
                context.Report(Rules.PickleChangesLoadedCode, $"gives {shown} an attribute by which Python decides what code runs; do not open it", odd.Offset, symbol: odd.Shown);
                break;
            default:
                throw new InvalidOperationException(odd.Kind.ToString());
        }

        void Hidden(string message, Severity? severity = null) => context.Report(Rules.HiddenPickleCall, message, odd.Offset, severity);
    }
}
