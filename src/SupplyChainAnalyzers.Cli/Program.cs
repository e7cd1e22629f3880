using SupplyChainAnalyzers.Cli;

using var interruption = new Interruption();
return CommandLine.Run(args, CommandHost.OfProcess(interruption.Token));
