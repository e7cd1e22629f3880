using System.Text;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>
/// Damaged events, reports and questions of the protocol, the same ones for the same seed. No reader lets an exception out; what one takes can be
/// shown, and is written and read again as the same. No test framework, so that a bench can run it by the million.
/// </summary>
internal static class WireFuzzer
{
    /// <summary>Null when all went as promised; else what did not, with the input. Counts what was taken for each form.</summary>
    public static string? Run(int seed, long count, IDictionary<string, long> taken)
    {
        foreach (var form in WireForm.All)
        {
            var mutator = new JsonMutator(seed, form.Valid);
            taken.TryAdd(form.Name, 0);
            for (long i = 0; i < count; i++)
            {
                var bytes = mutator.Next();
                if (Fault(form, bytes, taken) is { } fault)
                    return $"{form.Name}, seed {seed}, input {i}: {fault}\n{Encoding.UTF8.GetString(bytes)}";
            }
        }

        return null;
    }

    private static string? Fault(WireForm form, byte[] bytes, IDictionary<string, long> taken)
    {
        try
        {
            if (form.Rewrite(bytes) is not { } read)
                return null;

            taken[form.Name]++;
            return read.Shown.FirstOrDefault(static text => Printable.Message(text) != text) is { } unsafeText ? "what cannot be shown was taken: " + unsafeText
                : form.Rewrite(Encoding.UTF8.GetBytes(read.Text)) is not { } again ? "what was written is refused: " + read.Text
                : again.Text != read.Text ? $"written twice, two texts: {read.Text}\n{again.Text}"
                : null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
