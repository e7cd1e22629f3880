namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>301x: Python pickles, and what carries them (torch, joblib, NumPy objects).</summary>
public static partial class Rules
{
    /// <summary>It imports or calls something that is known to run code or to reach files, network, processes.</summary>
    public static readonly Rule DangerousPickleCall = new("SCA3010", "Pickle runs code or reaches the system when it is opened", Level.Error, Severity.Critical, taxa: Taxa.Code);

    /// <summary>Default deny: on no list of names that ordinary models use.</summary>
    public static readonly Rule UnknownPickleName = new("SCA3011", "Pickle needs a Python name that is not known to be harmless", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Code);

    /// <summary>Commands, code or addresses go into a call.</summary>
    public static readonly Rule AttackInPickleArguments = new("SCA3012", "Pickle passes a command, code or address to a call", Level.Error, Severity.High, taxa: Taxa.Code);

    /// <summary>Names that are computed, results that are called, numbers that stand for names.</summary>
    public static readonly Rule HiddenPickleCall = new("SCA3013", "Pickle hides what it imports or calls", Level.Error, Severity.High, taxa: Taxa.Evasion);

    /// <summary>Attributes of a class, function or module are written.</summary>
    public static readonly Rule PickleChangesLoadedCode = new("SCA3014", "Pickle changes code that is already loaded", Level.Error, Severity.High, taxa: Taxa.Code);

    /// <summary>Python takes the file beside the model for the module the model asks for.</summary>
    public static readonly Rule PickleImportsNeighbour = new("SCA3015", "Pickle imports a module that lies beside it", Level.Error, Severity.High, taxa: Taxa.RemoteCode);

    /// <summary>Loaders refuse it or disagree about what it says.</summary>
    public static readonly Rule MalformedPickle = new("SCA3016", "Pickle that loaders refuse or read differently", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Evasion);

    /// <summary>Python byte code, or functions and modules packed by cloudpickle or dill.</summary>
    public static readonly Rule PickleCarriesCode = new("SCA3017", "Pickle carries Python code", Level.Error, Severity.High, taxa: Taxa.Code);

    /// <summary>A note: how this file is opened without running what it says.</summary>
    public static readonly Rule SafeWayToOpenPickle = new("SCA3018", "How to open this pickle safely", Level.Message, Severity.Info, taxa: Taxa.Code);

    /// <summary>In a constant that nothing reads: for a second stage, or for another program.</summary>
    public static readonly Rule PickleInPickle = new("SCA3019", "Pickle holds another pickle that calls functions", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Code);
}
