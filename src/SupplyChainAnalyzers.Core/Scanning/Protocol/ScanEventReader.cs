using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>Reads one event. The line comes from a process that has opened a hostile file, so it is hostile itself.</summary>
internal static class ScanEventReader
{
    private static readonly JsonLimits Limits = new() { MaxLength = Wire.MaxEvent, MaxDepth = 3, MaxNodes = 10 * Wire.MaxFindings };

    /// <summary>Null, with the reason, unless the line is exactly one event.</summary>
    public static ScanEvent? Read(byte[] line, out string? error)
    {
        var json = JsonReader.Parse(line, Limits);
        var fields = new JsonFields(json.Root, json.Error);
        var kind = fields.String("event", maxLength: 16);
        var nonce = fields.String("nonce", Wire.NonceLength);
        ScanEvent? scanEvent = fields.Error is null ? Body(kind, nonce, fields) : null;
        fields.Close();
        error = fields.Error ?? (scanEvent is null ? "it is an event of an unknown kind, or names an unknown format, rule or isolation" : null);
        return error is null ? scanEvent : null;
    }

    private static ScanEvent? Body(string kind, string nonce, JsonFields fields)
    {
        switch (kind)
        {
            case "hello":
                return Hello(nonce, fields);
            case "progress":
                return new ScanEvent.Progress(nonce, fields.Number("id"), fields.Number("bytes"));
            case "listed":
                var (file, section, text) = (fields.Number("id"), fields.String("section", Wire.MaxSection), fields.String("text", Wire.MaxListed));
                return new ScanEvent.Listed(nonce, file, new ListingLine(section, text, fields.OptionalString("member", Wire.MaxMember)));
            case "result":
                return Result(nonce, fields);
            case "refused":
                var (id, reason) = (fields.Number("id"), fields.Object("reason"));
                return Finding(reason, fields) is { } refusal && ReportedFinding.IsRefusal(refusal.Rule) ? new ScanEvent.Refused(nonce, id, refusal) : null;
            case "tensor":
                return new ScanEvent.Tensor(nonce, fields.Number("id"), fields.String("name", Wire.MaxMember), fields.String("type", maxLength: 16), fields.String("shape", maxLength: 2048), fields.String("sha256", maxLength: 64));
            case "left":
                return new ScanEvent.Left(nonce, fields.Number("id"), fields.String("name", Wire.MaxMember), fields.String("what", Wire.MaxMessage));
            case "converted":
                return Converted(nonce, fields);
            case "unconverted":
                var (refusedId, digest, length) = (fields.Number("id"), fields.String("sha256", maxLength: 64), fields.Number("size"));
                var found = ModelFormats.Find(fields.String("format", maxLength: 64));
                var why = fields.String("reason", Wire.MaxMessage);
                return found is null || !Hex.Is(digest, 64) ? null : new ScanEvent.Unconverted(nonce, refusedId, digest, length, found, why);
            case "behavior":
                return new ScanEvent.Behavior(nonce, fields.Number("id"), fields.String("report", Wire.MaxEvent));
            case "source":
                return SourceEventReader.Read(nonce, fields);
            case "picture":
                return PictureEventReader.Read(nonce, fields);
            case "done":
                return new ScanEvent.Done(nonce, fields.Number("count"));
            default:
                return null;
        }
    }

    private static ScanEvent.Hello? Hello(string nonce, JsonFields fields)
    {
        var (protocol, version) = (fields.Number("protocol"), fields.String("version", maxLength: 64));
        var isolation = new List<string>();
        foreach (var node in fields.Array("isolation", Isolation.All.Count))
        {
            if (node.StringValue is not { } word || !Isolation.All.Contains(word) || isolation.Contains(word))
                return null;

            isolation.Add(word);
        }

        return new ScanEvent.Hello(nonce, protocol, version, isolation);
    }

    private static ScanEvent.Result? Result(string nonce, JsonFields fields)
    {
        var (id, sha256, size) = (fields.Number("id"), fields.String("sha256", maxLength: 64), fields.Number("size"));
        var format = ModelFormats.Find(fields.String("format", maxLength: 64));
        var findings = new List<ReportedFinding>();
        foreach (var node in fields.Array("findings", Wire.MaxFindings))
        {
            if (Finding(node, fields) is not { } finding || !ReportedFinding.IsFinding(finding.Rule))
                return null;

            findings.Add(finding);
        }

        return format is null || !Hex.Is(sha256, 64) ? null : new ScanEvent.Result(nonce, id, sha256, size, format, findings);
    }

    private static ScanEvent.Converted? Converted(string nonce, JsonFields fields)
    {
        var (id, sha256, size) = (fields.Number("id"), fields.String("sha256", maxLength: 64), fields.Number("size"));
        var format = ModelFormats.Find(fields.String("format", maxLength: 64));
        var (output, outputSize) = (fields.String("outputSha256", maxLength: 64), fields.Number("outputSize"));
        return format is null || !Hex.Is(sha256, 64) || !Hex.Is(output, 64) ? null : new ScanEvent.Converted(nonce, id, sha256, size, format, output, outputSize);
    }

    private static ReportedFinding? Finding(JsonNode? node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var rule = Rules.Find(fields.String("rule", maxLength: 16));
        var severity = SeverityWord.Parse(fields.String("severity", maxLength: 16));
        var message = fields.String("message", Wire.MaxMessage);
        var member = fields.OptionalString("member", Wire.MaxMember);
        var offset = fields.OptionalNumber("offset");
        var symbol = fields.OptionalString("symbol", Wire.MaxSymbol);
        fields.Close();
        outer.Include(fields);
        return rule is null || severity is null ? null : new ReportedFinding(rule, severity.Value, message, member, offset, symbol);
    }
}
