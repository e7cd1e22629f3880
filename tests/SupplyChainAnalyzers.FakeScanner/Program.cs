using SupplyChainAnalyzers.FakeScanner;

return args switch
{
    ["launch", ..] => Launcher.Run(args[1], args[2], args[3..]),
    ["sleep"] => Misbehavior.Sleep(),
    _ => new FakeScannerHost().Run(),
};
