using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Signing;

/// <summary>The files a model signature covers: all below the folder, but what hubs keep for themselves and what is left out on request.</summary>
internal static class ModelFiles
{
    // OMS 1.0 as its reference has it: at the top of the model only.
    private static readonly string[] HubPaths = [".git", ".gitattributes", ".github", ".gitignore"];

    /// <summary>Names and SHA-256, in order of code points (OMS 1.0 §6.4).</summary>
    /// <param name="path">Absolute path of a folder or a single file.</param>
    /// <param name="ignored">Paths relative to the model, left out with all below them.</param>
    /// <param name="progress">Told bytes done and bytes in all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="CommandFailedException">A link, a device, something unreadable: it would be signed unseen.</exception>
    public static IReadOnlyList<(string Name, string Sha256)> Hash(string path, IReadOnlyList<string> ignored, Action<long, long>? progress, CancellationToken cancellation)
    {
        var files = File.Exists(path) ? [(Name: Path.GetFileName(path), Path: path)] : Walk(path, [.. HubPaths, .. ignored]).ToArray();
        if (files.Length == 0)
            throw new CommandFailedException(Rules.Usage, $"{Printable.Path(path)} holds no file to sign");

        var outcomes = FileHasher.HashAll([.. files.Select(static file => new HashJob(file.Path))], progress: progress, cancellationToken: cancellation);
        for (var i = 0; i < files.Length; i++)
        {
            if (outcomes[i].Status != HashStatus.Hashed)
                throw new CommandFailedException(Rules.Unreadable, $"{Printable.Path(files[i].Path)} cannot be signed: {outcomes[i].Reason ?? "it is not there any more"}");
        }

        return [.. files.Select((file, i) => (file.Name, outcomes[i].Sha256!)).OrderBy(static file => Encoding.UTF8.GetBytes(file.Name), ByteOrder.Instance)];
    }

    private static IEnumerable<(string Name, string Path)> Walk(string root, string[] ignored)
    {
        var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
        var folders = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", options))
            {
                var name = Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
                if (ignored.Any(path => name == path || name.StartsWith(path + "/", StringComparison.Ordinal)))
                    continue;
                if (entry.LinkTarget is not null)
                    throw new CommandFailedException(Rules.Usage, $"{Printable.Path(entry.FullName)} is a link, which can change behind a signature; replace it by its target, or leave it out with --ignore-path");

                if (entry is DirectoryInfo inner)
                    folders.Push(inner);
                else
                    yield return (name, entry.FullName);
            }
        }
    }

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
