using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>
/// Walks serialized R values as ReadItem of R's serialize.c reads them, keeping names only. Nothing is evaluated, no value is
/// built.
/// </summary>
internal sealed class RdsReader(RdsInput input, RdsNames names, bool isWorkspace)
{
    private const int HasAttributes = 0x200;
    private const int HasTag = 0x400;
    private const int MaxDepth = 500;
    private const int MaxItems = 50_000_000;
    private const int MaxReferences = 5_000_000;

    private readonly List<string> _references = []; // names of symbols, empty for the rest
    private readonly RdsByteCode _byteCode = new();
    private int _depth;
    private int _items;

    /// <summary>Reads one value; gives the name of a symbol, or of the function that a call names.</summary>
    public string Item(RdsPlace place) => Item(input.Int(), place);

    public string Item(int flags, RdsPlace place)
    {
        if (++_depth > MaxDepth)
            throw new LimitExceededException($"it nests values more than {MaxDepth} deep", input.Position);
        if (++_items > MaxItems)
            throw new LimitExceededException($"it holds more than {MaxItems} values", input.Position);

        var name = Value(flags, place);
        _depth--;
        return name;
    }

    /// <summary>Reads a value in compiled code: the function of a call, or what is handed to one.</summary>
    public void Called(RdsPlace place, bool isCall)
    {
        var at = input.Position;
        var name = Item(place);
        if (isCall)
            names.Call(name, place, at);
        else
            names.Mention(name, place, at);
    }

    private string Value(int flags, RdsPlace place)
    {
        var type = flags & 0xFF;
        switch (type)
        {
            case RdsType.Symbol:
                return Keep(Item(place));
            case RdsType.Reference:
                var index = flags >>> 8;
                return Referred(index == 0 ? input.Int() : index);
            case RdsType.PairList or RdsType.Language or RdsType.Dots or RdsType.AttributeLanguage or RdsType.AttributePairList:
                return Pairs(flags, place);
            case RdsType.Closure:
                Closure(flags, place);
                return "";
            case RdsType.Promise:
                Promise(flags, place);
                return "";
            case RdsType.Environment:
                Environment();
                return "";
            case RdsType.Namespace or RdsType.Package or RdsType.Persistent:
                Keep("");
                input.Int();
                Items(Count(), RdsPlace.Data);
                return "";
            case RdsType.Alternative:
                Item(place);
                Item(place);
                Item(place);
                return "";
            case RdsType.Character:
                return Characters(flags, place);
            case var _ when RdsType.IsFixed(type):
                return "";
            default:
                Vector(type, place);
                if ((flags & HasAttributes) != 0)
                    Item(RdsPlace.Data);
                return "";
        }
    }

    private void Vector(int type, RdsPlace place)
    {
        switch (type)
        {
            case RdsType.Logical or RdsType.Integer:
                input.Skip(Count(), 4);
                break;
            case RdsType.Real:
                input.Skip(Count(), 8);
                break;
            case RdsType.Complex:
                input.Skip(Count(), 16);
                break;
            case RdsType.Raw:
                input.Skip(Count(), 1);
                break;
            case RdsType.Strings:
                Items(Count(), place);
                break;
            case RdsType.List:
                Items(Count(), place == RdsPlace.Environment ? RdsPlace.Data : place);
                break;
            case RdsType.Expressions:
                Items(Count(), place == RdsPlace.Promise ? place : RdsPlace.Code);
                break;
            case RdsType.Special or RdsType.Builtin:
                names.Call(input.Text(Length()), RdsPlace.Code, input.Position);
                break;
            case RdsType.Pointer:
                Keep("");
                Item(RdsPlace.Data);
                Item(RdsPlace.Data);
                break;
            case RdsType.WeakReference:
                Keep("");
                break;
            case RdsType.ByteCode:
                input.Int(); // repeated parts
                _byteCode.Read(input, this, place == RdsPlace.Promise ? place : RdsPlace.Code);
                break;
            case RdsType.S4:
                break;
            default:
                throw new DamagedFileException($"a value has the unknown type {type}", input.Position);
        }
    }

    // Attributes, tag, value, and so on along the list; of a call the first value is the function.
    private string Pairs(int flags, RdsPlace place)
    {
        var isCall = (flags & 0xFF) is RdsType.Language or RdsType.AttributeLanguage;
        var inside = isCall && place is not RdsPlace.Promise ? RdsPlace.Code : place;
        var (head, last) = ("", "");
        for (var first = true; ; first = false)
        {
            if (++_items > MaxItems)
                throw new LimitExceededException($"it holds more than {MaxItems} values", input.Position);

            var at = input.Position;
            if ((flags & HasAttributes) != 0)
                Item(RdsPlace.Data);
            var tag = (flags & HasTag) != 0 ? Item(RdsPlace.Data) : "";
            var value = input.Int();
            if (isWorkspace && _depth == 1 && (value & 0xFF) == RdsType.Closure)
                names.Variable(tag, at);

            last = Item(value, inside);
            if (first && isCall)
            {
                head = last;
                names.Call(head, inside, at);
            }
            else if (inside is RdsPlace.Code or RdsPlace.Promise && (value & 0xFF) is RdsType.Symbol or RdsType.Reference && head is not ("::" or ":::"))
            {
                names.Mention(last, inside, at);
            }

            flags = input.Int();
            if ((flags & 0xFF) is not (RdsType.PairList or RdsType.Language or RdsType.Dots or RdsType.AttributeLanguage or RdsType.AttributePairList))
                break;
        }

        Item(flags, inside);
        return head is "::" or ":::" ? last : "";
    }

    private void Closure(int flags, RdsPlace place)
    {
        if ((flags & HasAttributes) != 0)
            Item(RdsPlace.Data);
        if ((flags & HasTag) != 0)
            Item(RdsPlace.Environment);

        var inside = place == RdsPlace.Promise ? place : RdsPlace.Code;
        Item(inside); // parameters with their defaults
        Item(inside);
    }

    private void Promise(int flags, RdsPlace place)
    {
        var at = input.Position;
        if ((flags & HasAttributes) != 0)
            Item(RdsPlace.Data);
        if ((flags & HasTag) != 0)
            Item(RdsPlace.Environment);

        var value = input.Int();
        Item(value, RdsPlace.Data);
        var isOpen = (value & 0xFF) == RdsType.Unbound;
        if (isOpen && place != RdsPlace.Environment)
            names.Promise(at);
        Item(isOpen ? RdsPlace.Promise : RdsPlace.Code);
    }

    private void Environment()
    {
        Keep("");
        input.Int(); // locked
        Item(RdsPlace.Environment); // what encloses it
        Item(RdsPlace.Environment);
        HashTable();
        Item(RdsPlace.Data);
    }

    // A list of chains, each as a frame.
    private void HashTable()
    {
        var flags = input.Int();
        if ((flags & 0xFF) != RdsType.List)
        {
            Item(flags, RdsPlace.Environment);
            return;
        }

        Items(Count(), RdsPlace.Environment);
        if ((flags & HasAttributes) != 0)
            Item(RdsPlace.Data);
    }

    private string Characters(int flags, RdsPlace place)
    {
        var at = input.Position;
        var length = input.Int();
        var text = length < 0 ? "" : input.Text(length);
        if ((flags & HasAttributes) != 0)
            Item(RdsPlace.Data);
        if (place is RdsPlace.Code or RdsPlace.Promise)
            names.Text(text, place, at);
        return text;
    }

    private void Items(long count, RdsPlace place)
    {
        for (; count > 0; count--)
            Item(place);
    }

    // Long vectors: -1, then the upper and the lower half.
    private long Count()
    {
        var count = (long)input.Int();
        if (count == -1)
            count = ((long)input.Int() << 32) | (uint)input.Int();
        return count >= 0 ? count : throw new DamagedFileException("a length is negative", input.Position);
    }

    private int Length() => input.Int() is >= 0 and var length ? length : throw new DamagedFileException("a length is negative", input.Position);

    private string Keep(string name)
    {
        if (_references.Count == MaxReferences)
            throw new LimitExceededException($"it refers to more than {MaxReferences} values", input.Position);

        _references.Add(name);
        return name;
    }

    private string Referred(int index) => index >= 1 && index <= _references.Count ? _references[index - 1] : throw new DamagedFileException("a reference leads nowhere", input.Position);
}
