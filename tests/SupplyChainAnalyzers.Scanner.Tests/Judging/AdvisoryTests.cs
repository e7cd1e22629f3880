using SupplyChainAnalyzers.Scanner.Judging;

namespace SupplyChainAnalyzers.Scanner.Tests.Judging;

/// <summary>Names that got past other scanners, each under the id of the advisory or report that tells of it.</summary>
public class AdvisoryTests
{
    [Fact]
    public void GHSA_3gf5_cxq9_w223() => AreDangerous("idlelib.pyshell.ModifiedInterpreter.runcode");

    [Fact]
    public void GHSA_3vg9_h568_4w9m() => AreDangerous("idlelib.debugobj.ObjectTreeItem.SetText");

    [Fact]
    public void GHSA_4675_36f9_wf6r() => AreDangerous("ctypes.CDLL");

    [Fact]
    public void GHSA_46h3_79wf_xr6c() => AreDangerous("builtins.__import__", "_operator.attrgetter");

    [Fact]
    public void GHSA_49gj_c84q_6qm9() => AreDangerous("cProfile.run");

    [Fact]
    public void GHSA_4r9r_ch6f_vxmx() => AreDangerous("torch.utils.bottleneck.__main__.run_cprofile");

    [Fact]
    public void GHSA_4whj_rm5r_c2v8() => AreDangerous("torch.utils.bottleneck.__main__.run_autograd_prof");

    [Fact]
    public void GHSA_5qwp_399c_mjwf() => AreDangerous("trace.Trace.run");

    [Fact]
    public void GHSA_6vqj_c2q5_j97w() => AreDangerous("profile.Profile.runctx");

    [Fact]
    public void GHSA_6w4w_5w54_rjvr() => AreDangerous("idlelib.autocomplete.AutoComplete.get_entity");

    [Fact]
    public void GHSA_7cq8_mj8x_j263() => AreDangerous("idlelib.autocomplete.AutoComplete.fetch_completions");

    [Fact]
    public void GHSA_7wx9_6375_f5wh() => AreDangerous("profile.run");

    [Fact]
    public void GHSA_84r2_jw7c_4r5q() => AreDangerous("operator.methodcaller", "pydoc.locate");

    [Fact]
    public void GHSA_86cj_95qr_2p4f() => AreDangerous("torch._dynamo.guards.GuardBuilder.get");

    [Fact]
    public void GHSA_8r4j_24qv_fmq9() => AreDangerous("idlelib.calltip.Calltip.fetch_tip");

    [Fact]
    public void GHSA_955r_x9j8_7rhh() => AreDangerous("builtins.__import__", "_operator.methodcaller");

    [Fact]
    public void GHSA_9w88_8rmg_7g2p() => AreDangerous("cProfile.runctx");

    [Fact]
    public void GHSA_9xph_j2h6_g47v() => AreDangerous("idlelib.calltip.get_entity");

    [Fact]
    public void GHSA_cj3c_v495_4xqh() => AreDangerous("code.InteractiveInterpreter.runcode");

    [Fact]
    public void GHSA_f4x7_rfwp_v3xw() => AreDangerous("torch.fx.experimental.symbolic_shapes.ShapeEnv.evaluate_guards_expression");

    [Fact]
    public void GHSA_f54q_57x4_jg88() => AreDangerous("lib2to3.pgen2.grammar.Grammar.loads");

    [Fact]
    public void GHSA_f745_w6jp_hpxx() => AreDangerous("torch.utils.collect_env.run");

    [Fact]
    public void GHSA_fqq6_7vqf_w3fg() => AreDangerous("doctest.debug_script");

    [Fact]
    public void GHSA_g344_hcph_8vgg() => AreDangerous("trace.Trace.runctx");

    [Fact]
    public void GHSA_g38g_8gr9_h9xp_aix_support() => AreDangerous("_aix_support._read_cmd_output");

    [Fact]
    public void GHSA_g38g_8gr9_h9xp_imaplib() => AreDangerous("imaplib.IMAP4_stream");

    [Fact]
    public void GHSA_g38g_8gr9_h9xp_osx_support() => AreDangerous("_osx_support._read_output");

    [Fact]
    public void GHSA_g38g_8gr9_h9xp_pyrepl_pager() => AreDangerous("_pyrepl.pager.pipe_pager");

    [Fact]
    public void GHSA_g38g_8gr9_h9xp_test() => AreDangerous("test.support.script_helper.assert_python_ok");

    [Fact]
    public void GHSA_g38g_8gr9_h9xp_uuid() => AreDangerous("uuid._get_command_stdout");

    [Fact]
    public void GHSA_h3qp_7fh3_f8h4() => AreDangerous("torch.utils.data.datapipes.utils.decoder.basichandlers");

    [Fact]
    public void GHSA_j343_8v2j_ff7w() => AreDangerous("idlelib.pyshell.ModifiedInterpreter.runcommand");

    [Fact]
    public void GHSA_jgw4_cr84_mqxg() => AreDangerous("asyncio.unix_events._UnixSubprocessTransport._start");

    [Fact]
    public void GHSA_jhph_76pp_mggw() => AreDangerous("torch.utils.collect_env.run_and_read_all", "torch.utils.collect_env.run_and_read_all.run");

    [Fact]
    public void GHSA_m273_6v24_x4m4() => AreDangerous("distutils.file_util.write_file");

    [Fact]
    public void GHSA_m869_42cg_3xwr() => AreDangerous("idlelib.run.Executive.runcode");

    [Fact]
    public void GHSA_p9w7_82w4_7q8m() => AreDangerous("lib2to3.pgen2.pgen.ParserGenerator.make_label");

    [Fact]
    public void GHSA_q77w_mwjj_7mqx() => AreDangerous("asyncio.unix_events._UnixSubprocessTransport._start");

    [Fact]
    public void GHSA_r8g5_cgf2_4m4m() => AreDangerous("numpy.f2py.crackfortran.getlincoef");

    [Fact]
    public void GHSA_vqmv_47xg_9wpr() => AreDangerous("pty.spawn");

    [Fact]
    public void GHSA_vr7h_p6mm_wpmh() => AreDangerous("torch.jit.unsupported_tensor_ops.execWrapper");

    [Fact]
    public void GHSA_vv6j_3g6g_2pvj() => AreDangerous("torch.utils._config_module.ConfigModule.load_config");

    [Fact]
    public void GHSA_vvpj_8cmc_gx39() => AreDangerous("pkgutil.resolve_name");

    [Fact]
    public void GHSA_x696_vm39_cp64() => AreDangerous("profile.Profile.run");

    [Fact]
    public void GHSA_xp4f_hrf8_rxw7() => AreDangerous("ensurepip._run_pip");

    [Fact]
    public void CVE_2025_10157() => AreDangerous("asyncio.unix_events._UnixSubprocessTransport._start", "subprocess.Popen.communicate");

    [Fact]
    public void CVE_2025_1716() => AreDangerous("pip.main", "pip._internal.main", "pip._internal.cli.main.main");

    [Fact]
    public void CVE_2026_22612() => AreDangerous("builtins.compile", "__builtin__.eval");

    [Fact]
    public void GHSA_565g_hwwr_4pp3() => AreDangerous("marshal.loads", "types.FunctionType", "types.CodeType");

    [Fact]
    public void GHSA_5hvc_6wx8_mvv4() => AreDangerous("ctypes.CDLL", "ctypes.util.find_library", "pydoc.locate", "pydoc.pipepager");

    [Fact]
    public void GHSA_5hwf_rc88_82xm() => AreDangerous("uuid._get_command_stdout", "_aix_support._read_cmd_output", "_osx_support._read_output");

    [Fact]
    public void GHSA_5j3x_jp52_966f() => AreDangerous("fractions.sys.modules", "statistics.sys.exit", "enum.sys.modules.get", "random._os.system");

    [Fact]
    public void GHSA_6ggj_6f2q_f7mx() => AreDangerous("_interpreters.run_string", "_interpreters.exec", "_xxsubinterpreters.run_string");

    [Fact]
    public void GHSA_h4rm_mm56_xf63() => AreDangerous("builtins.eval", "builtins.exec", "builtins.__import__", "builtins.getattr");

    [Fact]
    public void GHSA_m6fh_58r7_x697() => AreDangerous("_posixsubprocess.fork_exec", "site.addsitedir", "site.execsitecustomize", "atexit.register");

    [Fact]
    public void GHSA_p523_jq9w_64x9() => AreDangerous("cProfile.run", "cProfile.Profile.run");

    [Fact]
    public void GHSA_q5qq_mvfm_j35x() => AreDangerous("os.path.os.system", "importlib.util.spec_from_file_location", "multiprocessing.util.spawnv_passfds");

    [Fact]
    public void GHSA_r7v6_mfhq_g3m2() => AreDangerous("pty.spawn");

    [Fact]
    public void GHSA_wfq2_52f7_7qvj() => AreDangerous("runpy.run_path", "runpy._run_code");

    [Fact]
    public void Modelscan_89() => AreDangerous("numpy.__builtins__", "numpy.__builtins__.get", "numpy.ndarray.__reduce__", "collections.OrderedDict.__init__.__globals__", "builtins.dict.__class__", "sklearn.base.BaseEstimator.__setstate__.__globals__");

    [Fact]
    public void Picklescan_66() => AreDangerous("importlib.import_module", "operator.attrgetter", "operator.methodcaller", "builtins.getattr", "pkgutil.resolve_name");

    [Fact]
    public void Saferpickle_18() => AreDangerous("torch.utils.collect_env.run", "multiprocessing.util.spawnv_passfds", "mlflow.projects.backend.local._run_entry_point", "pandas.read_csv");

    private static void AreDangerous(params string[] names) => Assert.All(names, static name => Assert.Equal(CallableRisk.Dangerous, Callables.Judge(name).Risk));
}
