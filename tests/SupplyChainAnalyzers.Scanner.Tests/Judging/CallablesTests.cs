using SupplyChainAnalyzers.Scanner.Judging;

namespace SupplyChainAnalyzers.Scanner.Tests.Judging;

public class CallablesTests
{
    private static readonly string[] Dangers =
    [
        .. CallableTables.Lines("dangerous").Select(static fields => fields[2] == "*" ? fields[1] : fields[1] + "." + fields[2]),
        .. CallableTables.Lines("stdlib").Where(static fields => fields[0] is not ("harmless" or "unknown")).Select(static fields => fields[1]),
    ];

    private static readonly string[] Harmless = [.. CallableTables.Lines("harmless").Select(static fields => fields[0] + "." + fields[1])];

    [Fact]
    public void Every_dangerous_name_stays_dangerous_in_front_of_anything() =>
        Assert.All(Dangers, static name => Assert.All(["", ".x", ".Abc.def", ".system", ".x.y.z.w", ". ", ".é"], tail => Assert.Equal(CallableRisk.Dangerous, Callables.Judge(name + tail).Risk)));

    [Fact]
    public void Every_harmless_name_is_harmless_and_its_attributes_are_not() => Assert.All(Harmless, static name =>
    {
        Assert.Equal(CallableRisk.Harmless, Callables.Judge(name).Risk);
        Assert.NotInRange(Callables.Judge(name + ".anything").Risk, CallableRisk.Harmless, CallableRisk.HarmlessAsClass);
        Assert.Equal(CallableRisk.Dangerous, Callables.Judge(name + ".__globals__").Risk);
    });

    [Fact]
    public void No_name_is_on_both_lists() => Assert.Empty(Harmless.Intersect(Dangers, StringComparer.Ordinal));

    [Fact]
    public void Every_effect_has_its_words() => Assert.All(CallableTables.Lines("dangerous").Concat(CallableTables.Lines("stdlib")).Select(static fields => fields[0]).Distinct().Except(["harmless", "unknown"]), static effect => Assert.NotEmpty(CallableEffects.Phrase(effect)));

    [Theory]
    [InlineData("os", "system")]
    [InlineData("torch.serialization", "os.system")]
    [InlineData("torch", "serialization.os.system")]
    [InlineData("numpy.core._internal", "ctypes.CDLL")]
    [InlineData("sklearn.utils", "_joblib.joblib.load")]
    [InlineData("transformers.utils.hub", "requests.get")]
    [InlineData("collections", "abc.sys.modules")]
    [InlineData("sklearn.utils.os", "Popen")]
    [InlineData("sklearn.utils.logging", "FileHandler")]
    [InlineData("sklearn.base", "platform.os")]
    [InlineData("", "os.system")]
    [InlineData("", "exec")]
    [InlineData("exec", "run")]
    [InlineData("commands", "getoutput")]
    [InlineData("__builtin__", "eval")]
    [InlineData("cPickle", "loads")]
    [InlineData("exceptions.__class__", "x")]
    [InlineData("__main__", "__builtins__")]
    [InlineData("оs", "system")]
    [InlineData("os ", "system")]
    [InlineData("os\0", "system")]
    [InlineData("ｏｓ", "ｓｙｓｔｅｍ")]
    [InlineData("os:system", "x")]
    [InlineData("numpy", "load")]
    [InlineData("pandas", "eval")]
    [InlineData("fsspec", "open")]
    [InlineData("yaml", "unsafe_load")]
    public void Reaching_for_the_system_is_dangerous(string module, string name) => Assert.Equal(CallableRisk.Dangerous, Callables.Judge(module, name).Risk);

    [Theory]
    [InlineData("mypackage", "Model")]
    [InlineData("__main__", "Model")]
    [InlineData("sklearn.base.np", "DataSource")]
    [InlineData("sklearn.base", "Base.fit")]
    [InlineData("sklearn.svm", "fit")]
    [InlineData("math", "_x")]
    [InlineData("math.x", "sqrt")]
    [InlineData("sklearn.svm", "SVC\u200b")]
    [InlineData("sklearn..svm", "SVC")]
    [InlineData("", "")]
    public void What_no_list_knows_is_unknown(string module, string name) => Assert.Equal(CallableRisk.Unknown, Callables.Judge(module, name).Risk);

    [Theory]
    [InlineData("collections", "OrderedDict")]
    [InlineData("torch._utils", "_rebuild_tensor_v2")]
    [InlineData("numpy._core.multiarray", "_reconstruct")]
    [InlineData("__builtin__", "set")]
    [InlineData("__builtin__", "unicode")]
    [InlineData("copy_reg", "_reconstructor")]
    [InlineData("datetime", "datetime")]
    [InlineData("decimal", "Decimal")]
    [InlineData("UserDict", "UserDict")]
    [InlineData("exceptions", "ValueError")]
    [InlineData("pathlib", "PosixPath")]
    public void What_ordinary_models_use_is_harmless(string module, string name) => Assert.Equal(CallableRisk.Harmless, Callables.Judge(module, name).Risk);

    [Theory]
    [InlineData("sklearn.cluster._bisect_k_means", "BisectingKMeans")]
    [InlineData("torch.nn.modules.conv", "LazyConv2d")]
    [InlineData("transformers.models.bert.modeling_bert", "BertForMaskedLM")]
    [InlineData("xgboost.sklearn", "XGBRFClassifier_")]
    [InlineData("sklearn._loss._loss", "__pyx_unpickle_CyHalfSquaredError")]
    [InlineData("torch.nn.parallel.distributed", "DistributedDataParallel")]
    public void Classes_that_hold_state_are_harmless_as_classes(string module, string name) => Assert.Equal(CallableRisk.HarmlessAsClass, Callables.Judge(module, name).Risk);

    [Fact]
    public void Hostile_names_of_any_length_have_an_answer()
    {
        Assert.Equal(CallableRisk.Unknown, Callables.Judge(new string('a', 1 << 20)).Risk);
        Assert.Equal(CallableRisk.Dangerous, Callables.Judge("os." + new string('.', 1 << 20)).Risk);
        Assert.Equal(CallableRisk.Unknown, Callables.Judge("\ud800\udc00.\udfff").Risk);
    }
}
