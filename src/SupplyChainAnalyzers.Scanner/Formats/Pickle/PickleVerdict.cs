using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// Says what a pickle's names and calls mean. Harmless names alone are clean. A known dangerous name is malicious, called or
/// not. An unknown name is suspicious, and malicious by what the pickle does with it: classes that are filled with data
/// occur in honest models, functions that are called with texts do not.
/// </summary>
internal sealed class PickleVerdict(PickleUses uses, ScanContext context)
{
    private const int MaxName = 120;

    public void Report()
    {
        foreach (var (name, use) in uses.All)
        {
            Neighbour(name, use);
            if (name.Guard != PickleGuard.None)
            {
                Guarded(name, use);
                continue;
            }

            switch (name.Risk)
            {
                case CallableRisk.Dangerous:
                    Dangerous(name, use);
                    break;
                case CallableRisk.Unknown:
                    Unknown(name, use);
                    break;
                case CallableRisk.HarmlessAsClass when use is { CalledAt: not null, TakesPhrase: true, Sign: null }:
                    Unknown(name, use);
                    break;
                default:
                    if (use.Sign is not null)
                        Attack(name, use);
                    break;
            }
        }

        foreach (var odd in uses.Oddities)
            PickleOddities.Report(odd, context);
    }

    private void Neighbour(PickleName name, PickleUse use)
    {
        if (!context.Neighbours.HasModule(name.Root))
            return;

        var isFile = context.Neighbours.Names.Any(file => file.StartsWith(name.Root + ".", StringComparison.Ordinal) && !file.EndsWith('/'));
        if (isFile || name.Risk != CallableRisk.Harmless)
        {
            context.Report(
                Rules.PickleImportsNeighbour,
                $"imports '{Shown(name)}' when it is opened, and '{Printable.Of(name.Root, MaxName)}' lies beside it: Python runs that {(isFile ? "file" : "folder")}; do not open it there",
                use.ImportedAt, isFile ? Severity.High : Severity.Medium, name.Dotted);
        }
    }

    // Where it was called, its arguments were looked at.
    private void Guarded(PickleName name, PickleUse use)
    {
        if (use.CalledAt is null && use.ConstructedAt is null && Callables.Judge(name.Dotted) is { Risk: CallableRisk.Dangerous } judgement)
            Dangerous(name with { Judgement = judgement }, use);
    }

    private void Dangerous(PickleName name, PickleUse use)
    {
        if (PickleCode.Carries(name.Dotted))
        {
            context.Report(Rules.PickleCarriesCode, $"carries Python code that '{Shown(name)}' brings to life when it is opened; do not open it", use.CalledAt ?? use.ImportedAt, symbol: name.Dotted);
            return;
        }

        var effect = name.Judgement.Effect is { Length: > 0 } what ? $", which {what}," : "";
        if (use.CalledAt is { } at)
            context.Report(Rules.DangerousPickleCall, $"calls {use.Call ?? Shown(name)}{effect} when it is opened; do not open it", at, symbol: name.Dotted);
        else
            context.Report(Rules.DangerousPickleCall, $"imports '{Shown(name)}'{effect} when it is opened; do not open it", use.ImportedAt, Severity.High, name.Dotted);
    }

    private void Unknown(PickleName name, PickleUse use)
    {
        if (use.Sign is not null)
        {
            Attack(name, use);
        }
        else if (PickleReach.Dunder(name) is { } part)
        {
            context.Report(Rules.HiddenPickleCall, $"reaches for '{Shown(name)}': '{Printable.Of(part, MaxName)}' leads to any other code; do not open it", use.ImportedAt, symbol: name.Dotted);
        }
        else if (PickleReach.IsCalledFunction(name, use))
        {
            context.Report(
                Rules.UnknownPickleName,
                $"calls the function {use.Call ?? Shown(name)} when it is opened, and nobody knows it to be harmless; do not open it unless you trust that function",
                use.CalledAt ?? use.ImportedAt, Severity.High, name.Dotted);
        }
        else if (!PickleReach.IsKeptFunction(name, use))
        {
            var how = use.CalledAt is not null ? "calls" : use.ConstructedAt is not null ? "makes objects of" : "imports";
            context.Report(
                Rules.UnknownPickleName,
                $"{how} '{Shown(name)}' when it is opened, and that is not known to be harmless; allow the name in models.policy.json if you trust it",
                use.CalledAt ?? use.ConstructedAt ?? use.ImportedAt, symbol: name.Dotted);
        }
    }

    private void Attack(PickleName name, PickleUse use) => context.Report(
        Rules.AttackInPickleArguments,
        $"passes '{Printable.Of(use.Sign!.Excerpt, MaxName)}' to '{Shown(name)}' when it is opened, which {use.Sign.What}; do not open it",
        use.SignAt, symbol: name.Dotted);

    private static string Shown(PickleName name) => Printable.Of(name.Dotted, MaxName);
}
