using System.Collections;
using System.Diagnostics;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.FakeScanner;

/// <summary>What a scanner does that is no longer ours.</summary>
internal static class Misbehavior
{
    public static int? BeforeHello(string mode) => mode switch
    {
        "early-exit" => Say("cannot start\u001b[31m ##vso[task.complete]", 3),
        "no-runtime" => Say("You must install or update .NET to run this application.", 150),
        "silent-start" => Sleep(),
        "nothing" => 0,
        _ => null,
    };

    /// <summary>An exit code, or null to go on with the next file.</summary>
    public static int? Act(string mode, string path, ScanEvent.Result result, Stream output)
    {
        switch (mode)
        {
            case "crash":
                return Say("Unhandled exception:\u001b[31m\r\n##vso[task.complete result=Succeeded]", 134);
            case "crash-as-no-runtime":
                return 150;
            case "killed":
                Process.GetCurrentProcess().Kill();
                return Sleep();
            case "quits":
                return 0;
            case "crash-once" when !File.Exists(path):
                File.WriteAllText(path, "");
                return 1;
            case "crash-once":
                break;
            case "silence":
                return Sleep();
            case "child-and-silence":
                StartChild(path);
                return Sleep();
            case "child-and-exit":
                StartChild(path);
                break;
            case "flood":
                return Flood(output, "\n"u8.ToArray());
            case "long-line":
                return Flood(output, "x"u8.ToArray());
            case "flood-errors":
                return Flood(Console.OpenStandardError(), "error\n"u8.ToArray());
            case "environment":
                File.WriteAllLines(path, Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(static pair => $"{pair.Key}={pair.Value}"));
                File.AppendAllLines(path, ["cwd " + Environment.CurrentDirectory, "files " + Directory.GetFileSystemEntries(Environment.CurrentDirectory).Length]);
                break;
            default:
                Write(output, Lie(mode, result));
                return null;
        }

        Write(output, Line(result));
        return null;
    }

    public static int AfterDone(string[] modes, Stream output)
    {
        if (modes.Contains("goes-on"))
            Write(output, "{}\n");
        if (modes.Contains("half-line"))
            Write(output, "{");
        return modes.Contains("fails-at-the-end") ? 7 : 0;
    }

    /// <summary>For ever, as far as a test can tell; not longer, should a test fail to end it.</summary>
    public static int Sleep()
    {
        Thread.Sleep(TimeSpan.FromMinutes(2));
        return 0;
    }

    private static string Lie(string mode, ScanEvent.Result result)
    {
        var line = Line(result);
        return mode switch
        {
            "no-isolation" or "goes-on" or "half-line" or "fails-at-the-end" or "other-protocol" => line,
            "garbage" => "Loading model\u001b[31m ##vso[task.complete]...\n" + line,
            "not-utf8" => "\u0000\n",
            "second-hello" => Line(new ScanEvent.Hello(result.Nonce, Wire.Version, "1", Isolation.All)) + line,
            "wrong-nonce" => Line(result with { Nonce = new string('0', Wire.NonceLength) }),
            "twice" => line + line,
            "unknown-id" => Line(result with { Id = result.Id + 1 }),
            "skips" => "",
            "early-done" => Line(new ScanEvent.Done(result.Nonce, result.Id)),
            "short-digest" => Line(result with { Sha256 = "abc" }),
            "unknown-format" => line.Replace("\"onnx\"", "\"clean\"", StringComparison.Ordinal),
            "verdict" => line.Replace("\"findings\"", "\"verdict\":\"clean\",\"findings\"", StringComparison.Ordinal),
            "unknown-rule" => With(Rules.CodeFormat).Replace("SCA3002", "SCA3999", StringComparison.Ordinal),
            "foreign-rule" => With(Rules.NoLock),
            "bad-severity" => With(Rules.CodeFormat).Replace("\"medium\"", "\"2\"", StringComparison.Ordinal),
            "too-many-findings" => Line(result with { Findings = [.. Enumerable.Repeat(Finding(Rules.CodeFormat), Wire.MaxFindings + 1)] }),
            "long-message" => Line(result with { Findings = [Finding(Rules.CodeFormat) with { Message = new string('x', Wire.MaxMessage + 1) }] }),
            "bad-refusal" => Line(new ScanEvent.Refused(result.Nonce, result.Id, Finding(Rules.CodeFormat))),
            "hostile-finding" => Line(result with { Findings = [Finding(Rules.CodeFormat) with { Message = "a\u001b[31m\u202E\n##vso[task.complete]$(x)%0a" }] }),
            "refused" => Line(new ScanEvent.Refused(result.Nonce, result.Id, Finding(Rules.FileUnreadable))),
            "progress" => Line(new ScanEvent.Progress(result.Nonce, result.Id, 5)) + line,
            "progress-back" => Line(new ScanEvent.Progress(result.Nonce, result.Id, 5)) + Line(new ScanEvent.Progress(result.Nonce, result.Id, 4)) + line,
            _ => throw new ArgumentException(mode),
        };

        string With(Rule rule) => Line(result with { Findings = [Finding(rule)] });
    }

    private static ReportedFinding Finding(Rule rule) => new(rule, rule.Severity, "found");

    private static int Say(string words, int code)
    {
        Console.Error.Write(words);
        return code;
    }

    // Its number goes to the file, so that the test can see what becomes of it.
    private static void StartChild(string path)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(Misbehavior).Assembly.Location, "sleep"]))!;
        File.WriteAllText(path, child.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Flood(Stream output, byte[] piece)
    {
        byte[] block = [.. Enumerable.Repeat(piece, 65536 / piece.Length).SelectMany(static bytes => bytes)];
        while (true)
            output.Write(block);
    }

    private static string Line(ScanEvent scanEvent) => Encoding.UTF8.GetString(ScanEventWriter.ToLine(scanEvent));

    private static void Write(Stream output, string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
