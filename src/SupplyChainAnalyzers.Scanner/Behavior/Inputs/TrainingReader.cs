using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>Training data as people have it: one .npz with <c>x</c> and <c>y</c>; other members are left alone.</summary>
internal static class TrainingReader
{
    /// <summary>Numbers: 80,000 pictures of 32 by 32 in colour.</summary>
    private const long MaxElements = 1 << 28;

    /// <exception cref="BehaviorInputException">They cannot be used, or do not fit together.</exception>
    public static TrainingData Read(ByteSource file)
    {
        const string role = "the training data";
        var arrays = ArrayReader.Read(file, role, MaxElements);
        if (arrays.GetValueOrDefault("x") is not { } x || arrays.GetValueOrDefault("y") is not { } y)
            throw new BehaviorInputException($"{role} needs the members x and y; give an .npz");
        if (x.Shape.Length < 2 || x.Count == 0)
            throw new BehaviorInputException($"{role} holds no inputs; the first dimension of x counts them, the others are one input's");

        return new TrainingData(x, ProbeReader.Classes(y, x.Shape[0]));
    }
}
