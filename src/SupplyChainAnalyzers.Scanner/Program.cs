using SupplyChainAnalyzers.Scanner;

Console.SetOut(TextWriter.Null); // the output belongs to the protocol: a library that prints would void the answer
try
{
    return ScannerHost.Run(args, Console.OpenStandardInput(), Console.OpenStandardOutput());
}
catch (Exception e)
{
    Console.Error.WriteLine(e.StackTrace);
    Console.Error.WriteLine($"{e.GetType().Name}: {e.Message}"); // the launcher shows the end of what it hears
    return ScannerHost.InternalError;
}
