using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>The repository that a hub client is asked for.</summary>
internal static class HubRepo
{
    /// <summary>owner/name, from one argument or from two; null when it is not known.</summary>
    public static string? Of(SinkUse use)
    {
        var parts = use.With(ParameterRoles.Repo).Select(static argument => argument.Values is [{ IsComplete: true } value] ? value.Text : null).ToArray();
        return parts.Length == 0 || parts.Contains(null) ? null : string.Join("/", parts);
    }

    /// <summary>The file that is asked for, relative to the repository; null when it is not known.</summary>
    public static string? FileOf(SinkUse use)
    {
        var file = use.ValueOf(ParameterRoles.File);
        var folder = use.ValueOf(ParameterRoles.Folder);
        return file is null || string.IsNullOrEmpty(folder) ? file : folder + "/" + file;
    }

    /// <summary>Whether what stands in place of a repository is a folder of this machine.</summary>
    public static bool IsLocalFolder(string repo) =>
        repo.Length == 0 || repo[0] is '.' or '/' or '~' || repo.IndexOf('\\') >= 0 || repo.IndexOf(':') >= 0;

    /// <summary>For a message: quoted, or words where nothing is known.</summary>
    public static string Show(string? repo) => repo is null ? "the repository" : $"'{Printable.Of(repo)}'";
}
