using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>
/// Compiled R (ReadBC of serialize.c): code as whole numbers, then constants. The expression it was compiled from is among
/// them, but only the names used by the code count for R, and those are constants too.
/// </summary>
internal sealed class RdsByteCode
{
    private const int MaxDepth = 200;

    private int _depth;

    public void Read(RdsInput input, RdsReader reader, RdsPlace place)
    {
        Enter(input);
        reader.Item(place);
        var count = input.Int();
        if (count < 0)
            throw new DamagedFileException("a length is negative", input.Position);

        for (; count > 0; count--)
        {
            var type = input.Int();
            if (type == RdsType.ByteCode)
                Read(input, reader, place);
            else if (IsTree(type))
                Tree(type, input, reader, place);
            else
                reader.Item(place);
        }

        _depth--;
    }

    private static bool IsTree(int type) => type is RdsType.Language or RdsType.PairList or RdsType.AttributeLanguage or RdsType.AttributePairList or RdsType.RepeatedDefinition or RdsType.RepeatedReference;

    private void Tree(int type, RdsInput input, RdsReader reader, RdsPlace place)
    {
        Enter(input);
        while (true)
        {
            if (type == RdsType.RepeatedReference)
            {
                input.Int();
                break;
            }

            if (type == RdsType.RepeatedDefinition)
            {
                input.Int();
                type = input.Int();
            }

            if (!IsTree(type) || type is RdsType.RepeatedReference or RdsType.RepeatedDefinition)
            {
                reader.Item(place);
                break;
            }

            if (type is RdsType.AttributeLanguage or RdsType.AttributePairList)
                reader.Item(RdsPlace.Data);
            reader.Item(RdsPlace.Data); // tag
            var head = input.Int();
            if (IsTree(head))
                Tree(head, input, reader, place);
            else
                reader.Called(place, isCall: type is RdsType.Language or RdsType.AttributeLanguage);
            type = input.Int();
        }

        _depth--;
    }

    private void Enter(RdsInput input)
    {
        if (++_depth > MaxDepth)
            throw new LimitExceededException($"it nests compiled code more than {MaxDepth} deep", input.Position);
    }
}
