namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Names by which cloudpickle, dill and marshal bring functions, classes and modules with their byte code to life.</summary>
internal static class PickleCode
{
    public static bool Carries(string dotted) => dotted is "types.CodeType" or "types.FunctionType" or "types.ModuleType" or "types.LambdaType" or "marshal.loads" or "new.code" or "new.function"
        || dotted.StartsWith("cloudpickle.", StringComparison.Ordinal)
        || dotted.StartsWith("joblib.externals.cloudpickle.", StringComparison.Ordinal)
        || dotted.StartsWith("dill._dill._create_", StringComparison.Ordinal)
        || dotted.StartsWith("dill.dill._create_", StringComparison.Ordinal)
        || dotted is "dill._dill._import_module" or "dill._dill._get_attr" or "dill._dill._eval_repr";
}
