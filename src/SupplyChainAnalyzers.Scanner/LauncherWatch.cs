namespace SupplyChainAnalyzers.Scanner;

/// <summary>
/// Ends the process when the launcher is gone. It holds the other end of the input and writes nothing more, so the end of
/// the input is its own end, however it came; a parser that is caught in a loop is ended as well.
/// </summary>
internal static class LauncherWatch
{
    public static void Start(Stream input) => new Thread(() => Watch(input)) { IsBackground = true, Name = "Launcher watch" }.Start();

    private static void Watch(Stream input)
    {
        var rest = new byte[1];
        try
        {
            _ = input.Read(rest, 0, 1);
        }
        catch (IOException)
        {
            // As good as its end.
        }

        Environment.Exit(ScannerHost.Abandoned);
    }
}
