using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>A call of the kernel as text: its name, its number on x64 and on arm64.</summary>
internal static class SystemCall
{
    /// <summary>Its number on one architecture; null where it does not exist.</summary>
    public static int? Number(string call, Machine machine)
    {
        var fields = call.Split(' ');
        var number = fields[machine == Machine.X64 ? 1 : 2];
        return number == "-" ? null : int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
