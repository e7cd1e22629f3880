using System.CommandLine;
using System.Text;
using SupplyChainAnalyzers.Cli.Behavior;
using SupplyChainAnalyzers.Cli.Scanning;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Language;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>Options that name a server with a tuned model; without <c>--endpoint</c> no socket is opened.</summary>
internal sealed class EndpointOptions
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2); // for one reply

    public EndpointOptions() => Address.Validators.Add(static result =>
    {
        if (result.Tokens is [var token] && EndpointModel.Address(token.Value) is null)
            result.AddError("--endpoint takes an https address that ends in /completions or /chat/completions; http only on this machine");
    });

    public Option<string?> Address { get; } = new("--endpoint") { Description = "Ask the tuned model behind this address the prompts, and compare with the model or the recorded replies given: opens a connection", HelpName = "url" };

    public Option<string?> Model { get; } = new("--endpoint-model") { Description = "What the server calls the tuned model", HelpName = "name" };

    public Option<string?> Key { get; } = new("--endpoint-key") { Description = "Environment variable that holds the server's key", HelpName = "variable" };

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(Address) is not null;

    /// <summary>Asks the server what the base was asked.</summary>
    /// <exception cref="CommandFailedException">There is nothing to ask, or the server does not answer.</exception>
    public BehaviorOutcome Compare(CommandHost host, ParseResult parsed, BehaviorOutcome original, BehaviorGiven given)
    {
        var replies = original.Report?.Golden is { } said ? RecordedReplies.Read(Encoding.UTF8.GetBytes(said)) : null;
        if (replies is null)
            throw new CommandFailedException(Rules.Unreadable, "there are no replies of the base to compare with: give a language model with --prompts, or replies recorded by --record");

        var key = parsed.GetValue(Key) is { } variable ? host.Variable(variable) ?? throw new CommandFailedException(Rules.Unreadable, "the environment variable of --endpoint-key is not set") : null;
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        var tuned = new EndpointModel(http, EndpointModel.Address(parsed.GetValue(Address)!)!, parsed.GetValue(Model) ?? "default", key, host.Cancellation);
        return EndpointComparison.Of(tuned, replies, new ScanTarget(host.FullPath(original.File.Path), original.File.Path, 0), ScanPolicyChoice.Read(host, given.Policy, given.Mode, null), given.FailOn);
    }
}
