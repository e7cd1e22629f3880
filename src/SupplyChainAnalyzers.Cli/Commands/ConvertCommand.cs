using System.CommandLine;
using SupplyChainAnalyzers.Cli.Output;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary><c>models convert</c>: the tensors of a file that can run code, in one that cannot.</summary>
internal static class ConvertCommand
{
    private const string Extension = ".safetensors";

    /// <summary>The verb.</summary>
    public static Command Create(CommandHost host)
    {
        var path = new Argument<string>("file") { Description = "A pickle, PyTorch checkpoint, joblib, NumPy, HDF5 or Keras file" };
        path.Validators.Add(LockOption.RefuseOption);
        var to = WordOption.Create("--to", "The format to write; default: safetensors", "safetensors");
        var into = new Option<string?>("--into") { Description = "The file to write; default: the same name with .safetensors", HelpName = "file" };
        var tensorsOnly = new Option<bool>("--tensors-only") { Description = "Leave out what is no tensor: numbers, texts, optimizer state, objects, configurations" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace the file to write when it is there" };
        var command = new Command("convert", "Copy the tensors of a model file to safetensors, which cannot run code; nothing is unpickled or run") { path, to, into, tensorsOnly, overwrite };
        var report = new ReportOptions(command);
        command.SetAction(parsed =>
        {
            var target = report.Target(host, parsed);
            var input = host.FullPath(parsed.GetValue(path)!);
            if (!File.Exists(input))
                throw new CommandFailedException(Rules.Unreadable, $"{Printable.Of(input)} is no file");

            var output = parsed.GetValue(into) is { } named ? host.FullPath(named) : Path.ChangeExtension(input, Extension);
            var request = new ConversionRequest(input, output) { TensorsOnly = parsed.GetValue(tensorsOnly), Overwrite = parsed.GetValue(overwrite) };
            var conversion = ScannerClient.Convert(request, ScannerFinder.Require(host), host.Cancellation);
            if (conversion.Findings is [var finding, ..])
                throw new CommandFailedException(finding.Rule, finding.Message);

            if (target.IsJson)
                ConversionReport.WriteJson(target, host, request, conversion);
            else
                ConversionReport.WriteText(target, host, request, conversion);
            return conversion.Succeeded ? 0 : 1;
        });
        return command;
    }
}
