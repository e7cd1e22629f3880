using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>Names that other scanners did not know, by their advisories: called and only imported, whole and dotted.</summary>
public class PickleBypassTests
{
    public static TheoryData<string, string, string> Names { get; } = new()
    {
        { "GHSA-3gf5-cxq9-w223", "idlelib.pyshell", "ModifiedInterpreter.runcode" },
        { "GHSA-3vg9-h568-4w9m", "idlelib.debugobj", "ObjectTreeItem.SetText" },
        { "GHSA-4675-36f9-wf6r", "ctypes", "CDLL" },
        { "GHSA-46h3-79wf-xr6c", "builtins", "__import__" },
        { "GHSA-46h3-79wf-xr6c", "_operator", "attrgetter" },
        { "GHSA-49gj-c84q-6qm9", "cProfile", "run" },
        { "GHSA-4r9r-ch6f-vxmx", "torch.utils.bottleneck.__main__", "run_cprofile" },
        { "GHSA-4whj-rm5r-c2v8", "torch.utils.bottleneck.__main__", "run_autograd_prof" },
        { "GHSA-5qwp-399c-mjwf", "trace", "Trace.run" },
        { "GHSA-6vqj-c2q5-j97w", "profile", "Profile.runctx" },
        { "GHSA-6w4w-5w54-rjvr", "idlelib.autocomplete", "AutoComplete.get_entity" },
        { "GHSA-7cq8-mj8x-j263", "idlelib.autocomplete", "AutoComplete.fetch_completions" },
        { "GHSA-7wx9-6375-f5wh", "profile", "run" },
        { "GHSA-84r2-jw7c-4r5q", "operator", "methodcaller" },
        { "GHSA-84r2-jw7c-4r5q", "pydoc", "locate" },
        { "GHSA-86cj-95qr-2p4f", "torch._dynamo.guards", "GuardBuilder.get" },
        { "GHSA-8r4j-24qv-fmq9", "idlelib.calltip", "Calltip.fetch_tip" },
        { "GHSA-955r-x9j8-7rhh", "_operator", "methodcaller" },
        { "GHSA-9w88-8rmg-7g2p", "cProfile", "runctx" },
        { "GHSA-9xph-j2h6-g47v", "idlelib.calltip", "get_entity" },
        { "GHSA-cj3c-v495-4xqh", "code", "InteractiveInterpreter.runcode" },
        { "GHSA-f4x7-rfwp-v3xw", "torch.fx.experimental.symbolic_shapes", "ShapeEnv.evaluate_guards_expression" },
        { "GHSA-f54q-57x4-jg88", "lib2to3.pgen2.grammar", "Grammar.loads" },
        { "GHSA-f745-w6jp-hpxx", "torch.utils.collect_env", "run" },
        { "GHSA-fqq6-7vqf-w3fg", "doctest", "debug_script" },
        { "GHSA-g344-hcph-8vgg", "trace", "Trace.runctx" },
        { "GHSA-g38g-8gr9-h9xp-aix-support", "_aix_support", "_read_cmd_output" },
        { "GHSA-g38g-8gr9-h9xp-imaplib", "imaplib", "IMAP4_stream" },
        { "GHSA-g38g-8gr9-h9xp-osx-support", "_osx_support", "_read_output" },
        { "GHSA-g38g-8gr9-h9xp-pyrepl-pager", "_pyrepl.pager", "pipe_pager" },
        { "GHSA-g38g-8gr9-h9xp-test", "test.support.script_helper", "assert_python_ok" },
        { "GHSA-g38g-8gr9-h9xp-uuid", "uuid", "_get_command_stdout" },
        { "GHSA-h3qp-7fh3-f8h4", "torch.utils.data.datapipes.utils.decoder", "basichandlers" },
        { "GHSA-j343-8v2j-ff7w", "idlelib.pyshell", "ModifiedInterpreter.runcommand" },
        { "GHSA-jgw4-cr84-mqxg", "asyncio.unix_events", "_UnixSubprocessTransport._start" },
        { "GHSA-jhph-76pp-mggw", "torch.utils.collect_env", "run_and_read_all" },
        { "GHSA-jhph-76pp-mggw", "torch.utils.collect_env", "run_and_read_all.run" },
        { "GHSA-m273-6v24-x4m4", "distutils.file_util", "write_file" },
        { "GHSA-m869-42cg-3xwr", "idlelib.run", "Executive.runcode" },
        { "GHSA-p9w7-82w4-7q8m", "lib2to3.pgen2.pgen", "ParserGenerator.make_label" },
        { "GHSA-q77w-mwjj-7mqx", "asyncio.unix_events", "_UnixSubprocessTransport._start" },
        { "GHSA-r8g5-cgf2-4m4m", "numpy.f2py.crackfortran", "getlincoef" },
        { "GHSA-vqmv-47xg-9wpr", "pty", "spawn" },
        { "GHSA-vr7h-p6mm-wpmh", "torch.jit.unsupported_tensor_ops", "execWrapper" },
        { "GHSA-vv6j-3g6g-2pvj", "torch.utils._config_module", "ConfigModule.load_config" },
        { "GHSA-vvpj-8cmc-gx39", "pkgutil", "resolve_name" },
        { "GHSA-x696-vm39-cp64", "profile", "Profile.run" },
        { "GHSA-xp4f-hrf8-rxw7", "ensurepip", "_run_pip" },
        { "CVE-2025-1716", "pip", "main" },
        { "CVE-2025-1716", "pip._internal.cli.main", "main" },
        { "CVE-2025-10157", "asyncio.unix_events", "_UnixSubprocessTransport._start" },
        { "GHSA-r7v6-mfhq-g3m2", "pty", "spawn" },
        { "GHSA-565g-hwwr-4pp3", "marshal", "loads" },
        { "GHSA-565g-hwwr-4pp3", "types", "FunctionType" },
        { "GHSA-wfq2-52f7-7qvj", "runpy", "run_path" },
        { "GHSA-q5qq-mvfm-j35x", "os.path", "os.system" },
        { "GHSA-p523-jq9w-64x9", "cProfile", "run" },
        { "GHSA-5hvc-6wx8-mvv4", "ctypes", "CDLL" },
        { "GHSA-5hvc-6wx8-mvv4", "pydoc", "locate" },
        { "GHSA-h4rm-mm56-xf63", "builtins", "eval" },
        { "CVE-2026-22612", "__builtin__", "exec" },
        { "GHSA-5hwf-rc88-82xm", "uuid", "_get_command_stdout" },
        { "GHSA-5hwf-rc88-82xm", "_aix_support", "_read_cmd_output" },
        { "GHSA-5hwf-rc88-82xm", "_osx_support", "_read_output" },
        { "GHSA-5j3x-jp52-966f", "logging", "os.system" },
        { "GHSA-6ggj-6f2q-f7mx", "_interpreters", "run_string" },
        { "GHSA-m6fh-58r7-x697", "_posixsubprocess", "fork_exec" },
        { "GHSA-m6fh-58r7-x697", "site", "execsitecustomize" },
        { "GHSA-m6fh-58r7-x697", "atexit", "register" },
        { "picklescan#66", "importlib", "import_module" },
        { "modelscan#89", "numpy", "__builtins__" },
        { "modelscan#89", "numpy", "__builtins__.__getitem__" },
        { "CVE-2025-32434", "torch", "load" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Advisory_is_malicious(string id, string module, string name)
    {
        Assert.NotEmpty(id);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Pickles.Call(module, name, "id"), "m.pkl").Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Pickles.Call(module, name), "m.pkl").Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Pickles.Import(module, name), "m.pkl").Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes([.. Pickles.Protocol(4), .. Pickles.Str(module), .. Pickles.Str(name), 0x93, .. ")R."u8], "weights.bin").Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Pickles.Text($"(S'id'\ni{module}\n{name}\n."), "m.dat").Verdict);
    }
}
