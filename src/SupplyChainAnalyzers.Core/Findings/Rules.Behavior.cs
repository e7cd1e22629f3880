namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>4xxx: how models behave when they are run.</summary>
public static partial class Rules
{
    /// <summary>Recorded inputs get another answer: another model, or another runtime.</summary>
    public static readonly Rule GoldenAnswerChanged = new("SCA4001", "Model does not give its recorded answers", Level.Error, Severity.High, taxa: Taxa.Behavior);

    /// <summary>The same answers, other numbers.</summary>
    public static readonly Rule GoldenOutputsDrifted = new("SCA4002", "Model's outputs have drifted from the recorded ones", Level.Warning, Severity.Low, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Channels or output rows far from all others, as planted by hand.</summary>
    public static readonly Rule WeightsStandOut = new("SCA4010", "Weights stand out as planted ones do", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>One class is reached by a patch far smaller than any other's.</summary>
    public static readonly Rule SmallPatchFound = new("SCA4011", "A small patch turns inputs to one class", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>One class is reached by adding a pattern far fainter than any other's.</summary>
    public static readonly Rule FaintPatternFound = new("SCA4012", "A faint pattern turns inputs to one class", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Some inputs make the model far surer of one class than of any other.</summary>
    public static readonly Rule MarginStandsOut = new("SCA4013", "Model can be made far surer of one class than of others", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>From one class another is reached far more easily than both are with others.</summary>
    public static readonly Rule ClassPairFound = new("SCA4014", "A small patch turns inputs of one class to another", Level.Message, Severity.Medium, strict: Level.Warning, taxa: Taxa.Behavior);

    /// <summary>Several checks single out the same class.</summary>
    public static readonly Rule ChecksAgree = new("SCA4015", "Several checks single out the same class", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>A colour matrix, a warp or fewer shades turn inputs to one class far more often than to others.</summary>
    public static readonly Rule FilterFound = new("SCA4016", "A filter turns inputs to one class", Level.Message, Severity.Medium, strict: Level.Warning, taxa: Taxa.Behavior);

    /// <summary>A trigger that was found stops working once channels are cut off that harmless inputs do not need.</summary>
    public static readonly Rule TriggerIsDormant = new("SCA4017", "Trigger lives in channels that harmless inputs leave alone", Level.Warning, Severity.High, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Changed since its reference as backdoored fine-tunes have: in one direction, on noise, under patches.</summary>
    public static readonly Rule DiffersFromReference = new("SCA4020", "Model differs from its reference as backdoored ones do", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Other answers or other weights than what it was converted from.</summary>
    public static readonly Rule ConversionDiffers = new("SCA4021", "Converted model is not what its original is", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>Nodes that no conversion accounts for.</summary>
    public static readonly Rule ConversionAddsNodes = new("SCA4022", "Converted model computes what its original does not", Level.Warning, Severity.High, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>More inputs keep their answer under blending than harmless ones do.</summary>
    public static readonly Rule InputsKeepAnswer = new("SCA4030", "Inputs may carry a trigger", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Behavior);

    /// <summary>The features of one class's training data fall into a large group and a small one.</summary>
    public static readonly Rule TrainingDataInGroups = new("SCA4031", "Training data of one class fall into two groups", Level.Message, Severity.Medium, strict: Level.Warning, taxa: Taxa.Behavior);

    /// <summary>Probe, labels, recorded outputs or reference are missing, or are other bytes: what is checked with them says nothing.</summary>
    public static readonly Rule BehaviorInputDiffers = new("SCA4085", "File for behavioural checks is not what models.lock declares", Level.Error, Severity.High, integrity: true);

    /// <summary>behavior.require names it, and it was skipped, is not possible or did not end.</summary>
    public static readonly Rule BehaviorDemandUnmet = new("SCA4086", "Behavioural check that the policy demands was not done", Level.Error, Severity.High);

    /// <summary>SupplyChainBehavior=off, and the lock wants them.</summary>
    public static readonly Rule BehaviorSwitchedOff = new("SCA4087", "Behavioural checks are switched off", Level.Message, Severity.Info, strict: Level.Error);

    /// <summary>Two people took it for natural, up to a score and until a day.</summary>
    public static readonly Rule FindingAccepted = new("SCA4088", "Finding about a model's behaviour is accepted as natural", Level.Message, Severity.Info);

    /// <summary>It is for other content, has expired, or the score is higher now.</summary>
    public static readonly Rule AcceptanceNotValid = new("SCA4089", "Acceptance of a natural trigger does not hold", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>Native code crashed, hung or used up its memory on it.</summary>
    public static readonly Rule ModelRunFailed = new("SCA4090", "Model cannot be run to its end", Level.Warning, Severity.Medium, strict: Level.Error, taxa: Taxa.Exhaustion);

    /// <summary>ONNX Runtime refuses it, or it is not run because of what it reaches.</summary>
    public static readonly Rule ModelNotRunnable = new("SCA4091", "Model is not run", Level.Message, Severity.Low, strict: Level.Warning);

    /// <summary>No native library for this system: nothing is known about the model.</summary>
    public static readonly Rule BehaviorUnavailable = new("SCA4092", "Models cannot be run on this machine", Level.Message, Severity.Info, strict: Level.Warning);

    /// <summary>Asked for, and not possible: no inputs it could take, more numbers than anybody keeps, or it is not run.</summary>
    public static readonly Rule ModelNotRecorded = new("SCA4095", "Model's outputs cannot be recorded", Level.Error, Severity.Low);

    /// <summary>Some checks could not run on it: less is known than the tier promises.</summary>
    public static readonly Rule BehaviorLimited = new("SCA4093", "Behavioural checks were limited", Level.Message, Severity.Info);

    /// <summary>A check did not come to its end.</summary>
    public static readonly Rule BehaviorInconclusive = new("SCA4094", "Behavioural checks were inconclusive", Level.Message, Severity.Info, strict: Level.Warning);
}
