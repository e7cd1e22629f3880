using System.Runtime.InteropServices;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>All that a confined scanner may open: its own code, what the runtime asks the kernel, the requested files.</summary>
internal static class Grants
{
    private const LandlockRights Read = LandlockRights.ReadFile;
    private const LandlockRights ReadTree = LandlockRights.ReadFile | LandlockRights.ReadFolder;
    private const LandlockRights Run = ReadTree | LandlockRights.Execute;

    /// <summary>Where distributions keep shared libraries.</summary>
    private static readonly string[] Libraries = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store"];

    /// <summary>The runtime's questions: processors, memory, limits of the container, random bytes.</summary>
    private static readonly string[] System =
        ["/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/sys/fs/cgroup", "/sys/devices/system", "/dev/null", "/dev/urandom", "/etc/ld.so.cache"];

    /// <param name="rules">Takes the rights.</param>
    /// <param name="request">
    /// Files to be read: the names beside them are read too, since a module that lies there is imported first. The one file to be
    /// written, which exists. The folder whose signature is verified.
    /// </param>
    public static void Add(LandlockRuleset rules, FirstLook request)
    {
        foreach (var folder in Libraries)
            rules.Grant(folder, Run);

        // …/shared/Microsoft.NETCore.App/10.0.0/: the host may lie elsewhere than the runtime it found.
        rules.Grant(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")), Run);
        rules.Grant(Path.GetDirectoryName(Environment.ProcessPath)!, Run);
        rules.Grant(AppContext.BaseDirectory, Run);
        foreach (var path in System)
            rules.Grant(path, ReadTree);

        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in request.Inputs)
        {
            if (Directory.Exists(input))
                continue; // will be refused; its files are not asked for

            rules.Grant(input, Read);
            if (Path.GetDirectoryName(input) is { } folder && folders.Add(folder))
                rules.Grant(folder, LandlockRights.ReadFolder);
        }

        if (request.Tree is { } tree)
            rules.Grant(tree, ReadTree);
        if (request.Output is { } output)
            rules.Grant(output, Read | LandlockRights.WriteFile | LandlockRights.Truncate);
    }
}
