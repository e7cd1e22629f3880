namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>1xxx: source code.</summary>
public static partial class Rules
{
    /// <summary>A Hugging Face download that resolves to whatever main is today.</summary>
    public static readonly Rule DownloadWithoutRevision = new("SCA1001", "Model download has no revision", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>main, master, HEAD, latest; also inside a resolve URL.</summary>
    public static readonly Rule FloatingRevision = new("SCA1002", "Model revision is a name that can move", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>In a call, or in a dictionary of arguments.</summary>
    public static readonly Rule TrustRemoteCode = new("SCA1023", "Python code that comes with a model is trusted", Level.Warning, Severity.High, strict: Level.Error, taxa: Taxa.RemoteCode);

    /// <summary>No full commit as revision, or a loader that runs what the file says.</summary>
    public static readonly Rule UnsafePythonLoad = new("SCA1024", "Python loads a model without a pin, or in a way that runs it", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Code);

    /// <summary>A constant path at a load call that no lock entry covers; a warning in strict mode.</summary>
    public static readonly Rule ModelNotDeclared = new("SCA1030", "Loaded model file is not declared in models.lock", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>A command line that fetches a model: hf, ollama, git, curl, wget.</summary>
    public static readonly Rule CommandWithoutPin = new("SCA1060", "Command downloads a model without a pin", Level.Message, Severity.Medium, strict: Level.Warning);

    /// <summary>An MSBuild DownloadFile of a model that nothing verifies.</summary>
    public static readonly Rule DownloadFileWithoutPin = new("SCA1062", "Build downloads a model without pin or hash", Level.Warning, Severity.Medium, strict: Level.Error);

    /// <summary>Only said of a lock that lies in the project's own folder: what other projects use cannot be known.</summary>
    public static readonly Rule LockEntryUnused = new("SCA1090", "Nothing in the project names this entry of models.lock", Level.Message, Severity.Info);

    /// <summary>SupplyChainGenerate is set, and the lock cannot be read or is not there.</summary>
    public static readonly Rule AccessorsNotGenerated = new("SCA1091", "Accessors cannot be generated from models.lock", Level.Error, Severity.Low);

    /// <summary>Said of each name that got a suffix.</summary>
    public static readonly Rule AccessorNameTaken = new("SCA1092", "Names in models.lock share one C# identifier", Level.Message, Severity.Info);
}
