using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>Streams that other scanners read differently from Python, by their advisories.</summary>
public class PickleEvasionTests
{
    public static TheoryData<string, byte[]> Streams { get; } = new()
    {
        { "CVE-2025-1889 and CVE-2025-10155: any name, any beginning", Pickles.Text("(lp0\n0cos\nsystem\n(S'id'\ntR.") },
        { "GHSA-9gvj-pp9x-gcfr: the stream breaks behind the call", [.. Pickles.Call("os", "system", "id")[..^1], 0xFF, 0xFE] },
        { "GHSA-9gvj-pp9x-gcfr: the file ends behind the call", Pickles.Call("os", "system", "id")[..^1] },
        { "GHSA-mxhj-88fx-4pcv: OBJ, and its result is thrown away", Pickles.Text("(cos\nsystem\nS'id'\no0N.") },
        { "GHSA-cffv-grgg-g429: a harmless name first", [.. Pickles.Protocol(2), .. Pickles.Global("collections", "OrderedDict"), .. ")R0"u8, .. Pickles.Call("os", "system", "id")[2..]] },
        { "picklescan#14: MEMOIZE takes the size of the memo as its index", [.. Pickles.Protocol(4), .. Pickles.Str("os"), .. "q\u0005"u8, 0x94, .. Pickles.Str("math"), 0x94, .. "0h\u0001"u8, .. Pickles.Str("system"), 0x93, .. ")R."u8] },
        { "picklescan#22: the memo is read by index", [.. Pickles.Protocol(4), .. Pickles.Str("os"), .. "q\u00070"u8, .. Pickles.Str("math"), .. "q\u00000h\u0007"u8, .. Pickles.Str("system"), 0x93, .. ")R."u8] },
        { "modelscan#89: BUILD on a function's __dict__", [.. Pickles.Global("numpy", "dot"), .. "}"u8, .. Pickles.Str("__wrapped__"), .. "Nsb."u8] },
        { "modelscan#89: dict.get of builtins", [.. Pickles.Protocol(4), .. Pickles.Global("builtins", "dict.get"), .. "("u8, .. Pickles.Global("numpy", "__builtins__"), .. Pickles.Str("eval"), .. "tR."u8] },
        { "EOP: INT in base 0 and with underscores", Pickles.Text("I0x1_0\n0I0b11\n0I0o17\n0I1_000\n0cos\nsystem\n(S'id'\ntR.") },
        { "EOP: booleans and octal numbers", Pickles.Text("I00\n0I01\n0I010\n0cos\nsystem\n(S'id'\ntR.") },
        { "EOP: LONG without its L", Pickles.Text("L1_0\n0L0x10L\n0cos\nsystem\n(S'id'\ntR.") },
        { "EOP: floats without digits on one side", Pickles.Text("F.5\n0F5.\n0FInfinity\n0Fnan\n0cos\nsystem\n(S'id'\ntR.") },
        { "EOP: module in raw-unicode-escape", [.. Pickles.Protocol(4), .. Pickles.Text("V\\u006fs\nVsyst\\U00000065m\n"), 0x93, .. "(S'id'\ntR."u8] },
        { "EOP: module in an escaped string", [.. Pickles.Protocol(4), .. Pickles.Text("S'\\x6f\\163'\nS\"sys\\\x74em\"\n"), 0x93, .. "(S'id'\ntR."u8] },
        { "EOP: module by DUP and POP", [.. Pickles.Protocol(4), .. Pickles.Str("os"), .. "2(01"u8[..2], .. "0"u8, .. Pickles.Str("system"), 0x93, .. "(S'id'\ntR."u8] },
        { "EOP: BINSTRING with its high bit is no negative length", [.. Pickles.Text("T\u0002\0\0\0os"), .. Pickles.Text("U\u0006system"), 0x93, .. "(S'id'\ntR."u8] },
        { "EOP: PROTO in the middle, and protocol 0 before", Pickles.Text("N0\u0080\u0005N0\u0080\u0000cos\nsystem\n(S'id'\ntR.") },
        { "EOP: empty frames", [0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0, 0, 0x95, 0, 0, 0, 0, 0, 0, 0, 0, .. Pickles.Call("os", "system", "id")[2..]] },
        { "EOP: POP takes a mark off", Pickles.Text("(0cos\nsystem\n(S'id'\ntR.") },
        { "EOP: bytes behind STOP", [.. Samples.Pickle, .. Samples.Pickle, .. Pickles.Call("os", "system", "id"), 0xFF] },
        { "EOP: an exception that only other loaders avoid", Pickles.Text("N(NtR0cos\nsystem\n(S'id'\ntR.") },
        { "EOP: a call behind the place where no loader of today goes on", [.. Pickles.Protocol(4), .. "}N0N0N0"u8, 0xFF, .. Pickles.Call("os", "system", "id")] },
        { "ShadowPickle: overwritten xxsubtype", Pickles.Call("xxsubtype", "spamdict", "import os\nos.system('id')") },
        { "ShadowPickle: overwritten collections.OrderedDict", Pickles.Call("collections", "OrderedDict", "ls -la") },
        { "ShadowPickle: a package from an index", Pickles.Call("shell_cmd", "sh", "whoami") },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Evasion_is_malicious(string what, byte[] stream)
    {
        foreach (var name in new[] { "m.pkl", "m.bin", "m", "m.pt", "README.md" })
        {
            var scanned = Scanned.Bytes(stream, name);
            Assert.True(scanned.Verdict == Verdict.Malicious, what + "\n" + scanned);
        }
    }
}
