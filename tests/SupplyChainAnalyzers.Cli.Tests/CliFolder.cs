using System.Security.Cryptography;
using System.Text;

namespace SupplyChainAnalyzers.Cli.Tests;

/// <summary>A folder to run commands in; removed at the end. It is a repository, so that no lock above it counts.</summary>
internal sealed class CliFolder : IDisposable
{
    public CliFolder(params string[] models)
    {
        Root = Directory.CreateTempSubdirectory("sca-cli-").FullName;
        Directory.CreateDirectory(Full(".git"));
        foreach (var model in models)
            Model(model);
    }

    public string Root { get; }

    public string Cache => Full(".git/cache");

    public string Full(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(Full(path));

    /// <summary>Writes a small GGUF file, 128 bytes: no tensors, one entry of metadata that differs.</summary>
    public CliFolder Model(string path, int seed = 0) => Write(
        path,
        [
            .. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes(0L), .. BitConverter.GetBytes(1L),
            .. BitConverter.GetBytes(12L), .. "general.name"u8, 8, 0, 0, 0, .. BitConverter.GetBytes(64L),
            .. Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path} {seed}")))), .. new byte[8],
        ]);

    public CliFolder Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public CliFolder Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), content);
        return this;
    }

    /// <summary>Runs a command in this process.</summary>
    public CliResult Run(params string[] arguments) => RunIn(".", arguments);

    /// <summary>Runs a command in a folder below.</summary>
    public CliResult RunIn(string folder, params string[] arguments) => Run(host => host with { CurrentDirectory = Path.GetFullPath(Full(folder)) }, arguments);

    /// <summary>Runs a command with another host.</summary>
    public CliResult Run(Func<CommandHost, CommandHost> change, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = change(new CommandHost
        {
            Out = output,
            Error = error,
            CurrentDirectory = Root,
            Variable = name => name == "XDG_CACHE_HOME" || name == "LOCALAPPDATA" ? Cache : name == "HOME" ? Full(".git") : null,
            BaseDirectory = AppContext.BaseDirectory,
        });
        return new CliResult(CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
