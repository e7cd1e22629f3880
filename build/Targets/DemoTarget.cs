using System.Globalization;

namespace SupplyChainAnalyzers.Build.Targets;

/// <summary>
/// Shows the main job as a user meets it, on a copy of samples/DigitReader under artifacts/demo, with the packed
/// package and the packed tool. Every step says what must come of it, so the demo is a test as well.
/// </summary>
internal static class DemoTarget
{
    private static readonly string Folder = Path.Combine(Repository.Artifacts, "demo");
    private static readonly string Sample = Path.Combine(Folder, "DigitReader");
    private static readonly string Model = Path.Combine(Sample, "models", "digits", "model.onnx");

    private const string Strict = "-p:SupplyChainMode=strict";

    public static void Run(string[] arguments)
    {
        // A version of its own: NuGet serves a version it has seen from its cache, whatever was packed since.
        var version = "0.1.0-demo." + DateTime.UtcNow.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Prepare(version);
        var dotnet = new DemoConsole(Sample, version);

        DemoConsole.Say("1. A project ships a model and downloads another. The package is referenced, nothing is declared: two warnings.");
        dotnet.Expect(fails: false, ["warning SCA1002", "warning SCA2120"], "dotnet", "build");

        DemoConsole.Say("2. Strict mode does not let that through.");
        dotnet.Expect(fails: true, ["error SCA1002"], "dotnet", "build", Strict);

        DemoConsole.Say("3. Declare what is there: size, hash, format. The commit stands in the hub's own files beside the model; which repository, we say.");
        dotnet.Expect(fails: false, ["models.lock"], DemoConsole.Models, "lock");
        dotnet.Expect(fails: false, ["models.lock"], DemoConsole.Models, "lock", "digits", "--repo", "acme/digits");
        dotnet.Show("models.lock");

        DemoConsole.Say("4. The code fix pins the download to the revision in models.lock.");
        dotnet.Expect(fails: false, [], "dotnet", "format", "analyzers", "--diagnostics", "SCA1002", "--no-restore");
        dotnet.ShowChange("ModelDownload.cs", Path.Combine(Repository.Root, "samples", "DigitReader", "ModelDownload.cs"));

        DemoConsole.Say("5. The mended project builds, in strict mode too.");
        dotnet.Expect(fails: false, ["0 Warning(s)", "0 Error(s)"], "dotnet", "build", Strict);

        DemoConsole.Say("6. One bit of the model flips: same size, same name, same time stamp.");
        FlipOneBit();
        dotnet.Expect(fails: true, ["error SCA2104"], "dotnet", "build");
        dotnet.Expect(fails: true, ["error SCA2104"], DemoConsole.Models, "verify");

        DemoConsole.Say("7. The bit flips back.");
        FlipOneBit();
        dotnet.Expect(fails: false, ["0 Error(s)"], "dotnet", "build");

        DemoConsole.Say("8. A checkpoint from somewhere: it would run a command when it is opened. Nobody opens it, it is read.");
        Directory.CreateDirectory(Path.Combine(Sample, "downloads"));
        File.WriteAllBytes(Path.Combine(Sample, "downloads", "model.pkl"), Pickle);
        dotnet.Expect(fails: true, ["malicious: downloads/model.pkl", "error SCA3010"], DemoConsole.Models, "scan", "downloads");
        Console.WriteLine("\nThe demo did what it promised.");
    }

    // Protocol 2: os.system("echo hello").
    private static byte[] Pickle => [0x80, 2, .. "cos\nsystem\nU"u8, 10, .. "echo hello"u8, 0x85, .. "R."u8];

    private static void Prepare(string version)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);

        PackTarget.To(Folder, $"-p:Version={version}");
        CopyFolder(Path.Combine(Repository.Root, "samples", "DigitReader"), Sample);

        // Nothing but the package just packed: the demo needs no feed, and leaves the user's NuGet cache alone.
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="demo" value="." /></packageSources>
            </configuration>
            """);
        Command.Run("dotnet", ["tool", "install", "SupplyChainAnalyzers.Tool", "--version", version, "--tool-path", Path.Combine(Folder, "tool")], Folder);
    }

    private static void FlipOneBit()
    {
        var written = File.GetLastWriteTimeUtc(Model);
        var bytes = File.ReadAllBytes(Model);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Model, bytes);
        File.SetLastWriteTimeUtc(Model, written);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar) is ["bin" or "obj", ..])
                continue;

            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
