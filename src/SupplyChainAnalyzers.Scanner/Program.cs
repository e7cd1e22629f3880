using SupplyChainAnalyzers.Scanner;
using SupplyChainAnalyzers.Scanner.Sandbox;

var errors = Console.Error;
Console.SetOut(TextWriter.Null); // the output belongs to the protocol: a library that prints would void the answer
try
{
    ProcessLimits.Enter();
    return ScannerHost.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), errors);
}
catch (Exception e)
{
    errors.WriteLine($"{e.GetType().Name}: {e.Message}");
    errors.WriteLine(e.StackTrace);
    return ScannerHost.InternalError;
}
