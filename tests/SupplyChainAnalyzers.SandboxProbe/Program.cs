using SupplyChainAnalyzers.SandboxProbe;

return args switch
{
    ["hide", var calls, .. var command] => KernelWithout.Run(calls, command),
    _ => ProbeHost.Run(args),
};
