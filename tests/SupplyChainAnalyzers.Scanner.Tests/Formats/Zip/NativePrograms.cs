namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;

/// <summary>Heads of programs, as far as their structure goes.</summary>
internal static class NativePrograms
{
    public static byte[] Elf => [0x7F, .. Samples.Text("ELF"), 2, 1, 1, 0, .. new byte[8], 2, 0, 62, 0, 1, 0, 0, 0, .. new byte[100]];

    public static byte[] Pe
    {
        get
        {
            byte[] head = [.. Samples.Text("MZ"), .. new byte[58], .. Samples.U32(0x80)];
            return [.. head, .. new byte[0x80 - head.Length], .. Samples.Text("PE"), 0, 0, 0x64, 0x86, 3, 0, .. new byte[300]];
        }
    }

    public static byte[] MachO => [.. Samples.U32(0xFEEDFACF), .. Samples.U32(0x0100000C), 0, 0, 0, 0, .. Samples.U32(2), .. new byte[100]];
}
