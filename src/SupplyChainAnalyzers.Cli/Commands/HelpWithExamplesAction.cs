using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SupplyChainAnalyzers.Cli.Commands;

/// <summary>The usual help, then details, exit codes and examples.</summary>
internal sealed class HelpWithExamplesAction(HelpAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes = """

        Exit codes:
          0  nothing that fails the policy
          1  findings that do, or (lock --check) a lock that is not what would be written
          2  usage error, unreadable input, or the tool failed or was stopped; nothing is known and nothing was changed

        """;

    // By command name.
    private static readonly Dictionary<string, string> Details = new(StringComparer.Ordinal)
    {
        ["models"] = """

            Examples:
              models init && models lock        set up a repository and lock its models
              models verify                     compare the files with the lock
              models lock --check               fail when the lock is not up to date (for CI)
              models scan downloads             look inside model files before anything opens them

            """,
        ["init"] = """

            Details:
              Files that are there are kept, and running it again does nothing. The policy is the built-in default.
              .gitattributes gets lines that keep git from rewriting line ends in model files.

            Examples:
              models init                       set up the current folder, usually the repository's root

            """,
        ["lock"] = """

            Details:
              Models are found by their content. Names, sizes, digests and formats are written; what people or other
              tools wrote (licenses, provenance, signatures) stays. What .gitignore excludes is left out, and bin, obj,
              node_modules and the like always. Source and revision are read from a Hugging Face cache or from the
              metadata of a download, when the bytes prove them.

            Examples:
              models lock                       lock every model under the folder of models.lock
              models lock resnet50              look at one model again, after it was changed on purpose
              models lock models/new            lock what is in a folder, also one that .gitignore names
              models lock --check               fail when models.lock is not up to date (for CI)
              models lock digits --golden       run it, confined, and record what it gives
              models lock bert --repo org/bert  name the Hugging Face repository a download came from

            """,
        ["verify"] = """

            Details:
              Checks presence, size, digest and format of every declared file, looks for files that are not declared,
              and applies the policy. A broken model is an error whatever the policy says.

            Examples:
              models verify                     compare every declared file with models.lock
              models verify --full              trust no remembered digest: read every file
              models verify --policy ../org/models.policy.json --mode strict
              models verify --format json --output report.json

            """,
        ["scan"] = """

            Details:
              Files are parsed in a separate, limited process; nothing in them is run, imported or fetched.
              clean means that all of it was inspected and nothing was found. What could not be inspected is unscannable,
              never clean. Folders are searched with everything in them but .git, .hg and .svn; links to folders are not
              followed. A pickle without a finding still has a format that can run code; verify and the build say so.

            Examples:
              models scan downloads             every file of a folder, the worst first
              models scan model.pkl --format json
              models scan . --exclude '*.md' --exclude node_modules --fail-on suspicious
              models scan models --policy ../org/models.policy.json --format json --output scan.json

            """,
        ["inspect"] = """

            Details:
              Lists what can be read without running anything: members of an archive, tensors with types and shapes,
              operators, metadata, templates, and what a pickle would import and call. Of a format that cannot be listed
              there are digest, verdict and findings.

            Examples:
              models inspect model.pt           what is in it, and what it would do
              models inspect model.gguf --format json --output model.json

            """,
        ["behavior"] = """

            Details:
              Runs the model on its own in a confined process without network, files or other processes, with ONNX
              Runtime. suspicious means that a check found what backdoored models have and others rarely do; limited
              that some checks could not run; inconclusive that one did not end. There is no clean: no finding is no
              proof. A score of 1 or more is suspicious, higher is worse.

            Examples:
              models behavior model.onnx --probe x.npy --labels y.npy
              models behavior model.onnx --probe probe.npz --tier deep --format json --output report.json
              models behavior model.onnx --probe x.npy --report out
              models behavior tuned.onnx --reference original.onnx --fail-on suspicious
              models behavior model.onnx --check weights --set weights.channelZ=7

            """,
        ["convert"] = """

            Details:
              Reads the file in a separate, limited process and copies numbers; what a pickle would call is not called.
              Every tensor is read twice and compared before the new file gets its name. A file that holds more than
              tensors is refused, with a list of them, until --tensors-only says that they may be left out. Names of
              nested dictionaries are put together with dots; datasets of HDF5 keep their paths.

            Examples:
              models convert model.pt --to safetensors
              models convert checkpoint.pt --tensors-only --into weights.safetensors
              models convert model.h5 --tensors-only --format json --output report.json

            """,
    };

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var details = Details.GetValueOrDefault(command is RootCommand ? ModelsCommand.Name : command.Name) ?? "";
        parseResult.InvocationConfiguration.Output.Write((ExitCodes + details).ReplaceLineEndings());
        return exitCode;
    }
}
