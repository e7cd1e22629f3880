using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Rds;

/// <summary>Writes R's serialization value by value, as XDR or as ASCII.</summary>
internal sealed class RdsFile(bool ascii = false)
{
    private const int Object = 0x100;
    private const int Attributes = 0x200;
    private const int Tag = 0x400;

    private readonly List<byte> _bytes = [];

    public static byte[] Of(Action<RdsFile> value, string prefix = "", bool ascii = false, int version = 3)
    {
        var file = new RdsFile(ascii);
        file._bytes.AddRange(Encoding.ASCII.GetBytes(prefix + (ascii ? "A\n" : "X\n")));
        file.Int(version).Int(0x00040300).Int(0x00030500);
        if (version == 3)
            file.Int(5).Raw("UTF-8");
        value(file);
        return [.. file._bytes];
    }

    public RdsFile Int(int value)
    {
        if (ascii)
            return Raw(value.ToString(CultureInfo.InvariantCulture) + "\n");

        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public RdsFile Raw(string text)
    {
        _bytes.AddRange(Encoding.UTF8.GetBytes(ascii && !text.EndsWith('\n') ? text + "\n" : text));
        return this;
    }

    public RdsFile Null() => Int(254);

    public RdsFile Unbound() => Int(252);

    public RdsFile Characters(string text) => Int(9).Int(Encoding.UTF8.GetByteCount(text)).Raw(text);

    public RdsFile Symbol(string name) => Int(1).Characters(name);

    public RdsFile Strings(params string[] texts)
    {
        Int(16).Int(texts.Length);
        foreach (var text in texts)
            Characters(text);
        return this;
    }

    public RdsFile Reals(int count)
    {
        Int(14).Int(count);
        for (var i = 0; i < count; i++)
        {
            if (ascii) Raw("1.5");
            else _bytes.AddRange(new byte[8]);
        }

        return this;
    }

    /// <summary>A list with the attributes names and class.</summary>
    public RdsFile List(string type, params (string Name, Action<RdsFile> Value)[] items)
    {
        Int(19 | Object | Attributes).Int(items.Length);
        foreach (var (_, value) in items)
            value(this);
        return Int(2 | Tag).Symbol("names").Strings([.. items.Select(static item => item.Name)]).Int(2 | Tag).Symbol("class").Strings(type).Null();
    }

    /// <summary>A call; arguments write themselves.</summary>
    public RdsFile Call(string function, params Action<RdsFile>[] arguments)
    {
        Int(6).Symbol(function);
        foreach (var argument in arguments)
        {
            Int(2);
            argument(this);
        }

        return Null();
    }

    /// <summary>A call of package::function.</summary>
    public RdsFile Call(string package, string function, Action<RdsFile> argument)
    {
        Int(6);
        Call("::", file => file.Symbol(package), file => file.Symbol(function));
        Int(2);
        argument(this);
        return Null();
    }

    public RdsFile Closure(Action<RdsFile> body)
    {
        Int(3 | Tag).Int(253).Null();
        body(this);
        return this;
    }

    public RdsFile Promise(Action<RdsFile> value, Action<RdsFile> expression)
    {
        Int(5 | Tag).Int(253);
        value(this);
        expression(this);
        return this;
    }

    public RdsFile Environment(string name, Action<RdsFile> value)
    {
        Int(4).Int(0).Int(253).Int(2 | Tag).Symbol(name);
        value(this);
        return Null().Null().Null();
    }

    /// <summary>A list of variables, as a workspace has it.</summary>
    public RdsFile Variable(string name, Action<RdsFile> value)
    {
        Int(2 | Tag).Symbol(name);
        value(this);
        return Null();
    }
}
