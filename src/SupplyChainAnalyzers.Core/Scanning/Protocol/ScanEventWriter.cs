using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Sources;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>The scanner's side of <see cref="ScanEventReader"/>.</summary>
internal static class ScanEventWriter
{
    /// <summary>UTF-8 with its line feed.</summary>
    public static byte[] ToLine(ScanEvent scanEvent)
    {
        var json = JsonWriter.Compact().BeginObject();
        switch (scanEvent)
        {
            case ScanEvent.Hello hello:
                Start(json, "hello", hello).Member("protocol", hello.Protocol).Member("version", hello.Version).Name("isolation").BeginArray();
                foreach (var word in hello.Isolation)
                    json.String(word);
                json.EndArray();
                break;
            case ScanEvent.Progress progress:
                Start(json, "progress", progress).Member("id", progress.Id).Member("bytes", progress.Bytes);
                break;
            case ScanEvent.Listed listed:
                Start(json, "listed", listed).Member("id", listed.Id).Member("section", listed.Line.Section).Member("text", listed.Line.Text).Member("member", listed.Line.Member);
                break;
            case ScanEvent.Result result:
                Start(json, "result", result).Member("id", result.Id).Member("sha256", result.Sha256).Member("size", result.Size)
                    .Member("format", result.Format.Id).Name("findings").BeginArray();
                foreach (var finding in result.Findings)
                    Write(json, finding);
                json.EndArray();
                break;
            case ScanEvent.Refused refused:
                Write(Start(json, "refused", refused).Member("id", refused.Id).Name("reason"), refused.Reason);
                break;
            case ScanEvent.Tensor tensor:
                Start(json, "tensor", tensor).Member("id", tensor.Id).Member("name", tensor.Name).Member("type", tensor.Type).Member("shape", tensor.Shape).Member("sha256", tensor.Sha256);
                break;
            case ScanEvent.Left left:
                Start(json, "left", left).Member("id", left.Id).Member("name", left.Name).Member("what", left.What);
                break;
            case ScanEvent.Converted converted:
                Start(json, "converted", converted).Member("id", converted.Id).Member("sha256", converted.Sha256).Member("size", converted.Size)
                    .Member("format", converted.Format.Id).Member("outputSha256", converted.OutputSha256).Member("outputSize", converted.OutputSize);
                break;
            case ScanEvent.Unconverted unconverted:
                Start(json, "unconverted", unconverted).Member("id", unconverted.Id).Member("sha256", unconverted.Sha256).Member("size", unconverted.Size)
                    .Member("format", unconverted.Format.Id).Member("reason", unconverted.Reason);
                break;
            case ScanEvent.Behavior behavior:
                Start(json, "behavior", behavior).Member("id", behavior.Id).Member("report", behavior.Report);
                break;
            case ScanEvent.Picture picture:
                var image = picture.Image;
                Start(json, "picture", picture).Member("id", picture.Id).Member("name", image.Name).Member("caption", image.Caption)
                    .Member("width", image.Width).Member("height", image.Height).Member("channels", image.Channels).Member("pixels", Convert.ToBase64String(image.Pixels));
                break;
            case ScanEvent.Source source:
                var report = source.Report;
                Start(json, "source", source).Member("id", source.Id).Member("sha256", report.Sha256).Member("models", report.UsesModelPackages ? 1L : 0L)
                    .Member("incomplete", report.IsIncomplete ? 1L : 0L).Name("findings").BeginArray();
                foreach (var finding in report.Findings)
                    Write(json, finding);
                json.EndArray();
                break;
            case ScanEvent.Done done:
                Start(json, "done", done).Member("count", done.Count);
                break;
        }

        return Encoding.UTF8.GetBytes(json.EndObject() + "\n");
    }

    private static JsonWriter Start(JsonWriter json, string kind, ScanEvent scanEvent) => json.Member("event", kind).Member("nonce", scanEvent.Nonce);

    private static void Write(JsonWriter json, SourceReportFinding finding) => json.BeginObject()
        .Member("rule", finding.Rule.Id).Member("message", finding.Message)
        .Member("line", (long)finding.Region.Line).Member("column", (long)finding.Region.Column)
        .Member("endLine", (long)finding.Region.EndLine).Member("endColumn", (long)finding.Region.EndColumn).EndObject();

    private static void Write(JsonWriter json, ReportedFinding finding) => json.BeginObject()
        .Member("rule", finding.Rule.Id).Member("severity", SeverityWord.Of(finding.Severity)).Member("message", finding.Message)
        .Member("member", finding.Member).Member("offset", finding.Offset).Member("symbol", finding.Symbol).EndObject();
}
