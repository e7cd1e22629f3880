using System.Text;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TorchScript;

/// <summary>
/// The code of a TorchScript archive (<c>code/**.py</c>; pytorch/torch/csrc/jit/serialization/python_print.cpp): a small language that
/// looks like Python. torch parses it itself and never hands it to Python, so what it reaches is the operators it names:
/// <c>torch.NAME</c> (aten), <c>ops.NAMESPACE.NAME</c>, <c>__torch__.torch.classes.NAMESPACE.NAME</c>.
/// </summary>
internal static class TorchScriptCode
{
    private const int MaxLength = 64 << 20; // the largest exported models have some megabytes of code

    /// <summary>A member of an archive that torch would parse as code; what is no text goes the way of any member.</summary>
    public static void ScanMember(ByteSource source, string member, ScanContext context, Neighbours neighbours)
    {
        if (FormatIdentifier.Identify(source).Format is var format && format != ModelFormats.PlainText && format != ModelFormats.Python && format != ModelFormats.Empty)
        {
            context.Nested(source, member, neighbours);
            return;
        }

        context.Budget.TakeMember();
        var within = context.Within(member, neighbours);
        try
        {
            Scan(source, within);
        }
        catch (DamagedFileException e)
        {
            within.Unscannable($"cannot be inspected to its end as TorchScript: {e.Message}; get the file anew", e.Offset);
        }
    }

    /// <summary>Judges one file of code.</summary>
    /// <param name="source">It.</param>
    /// <param name="context">Its own context, as <see cref="ScanContext.Within"/> gives it.</param>
    public static void Scan(ByteSource source, ScanContext context)
    {
        if (source.Length > MaxLength)
            throw new LimitExceededException($"its code is longer than {MaxLength >> 20} MiB");

        var bytes = source.ReadBytes(0, (int)source.Length, "its code");
        if (bytes.AsSpan().Contains((byte)0))
            throw new DamagedFileException("its code is no text", bytes.AsSpan().IndexOf((byte)0));

        var judge = new TorchScriptJudge(context);
        var texts = new GraphTexts(context);
        var tokens = new TorchScriptTokens(Encoding.UTF8.GetString(bytes));
        var before = "";
        while (tokens.Next())
        {
            switch (tokens.Kind)
            {
                case TorchScriptToken.Name:
                    judge.Judge(tokens.Text, before, tokens.IsCalled, tokens.Position);
                    break;
                case TorchScriptToken.Text:
                    texts.Check(tokens.Text, "its code", tokens.Position);
                    break;
                case TorchScriptToken.Caret:
                    judge.JudgePython(tokens.Position);
                    break;
            }

            before = tokens.Text;
        }
    }
}
