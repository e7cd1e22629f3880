using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Scanning.Launching;

namespace SupplyChainAnalyzers.Core.Tests.Scanning.Launching;

public class CommandLineTests
{
    [Theory]
    [InlineData("exec", "exec")]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData(@"C:\Program Files\dotnet\", @"""C:\Program Files\dotnet\\""")]
    [InlineData(@"C:\tools\x.dll", @"C:\tools\x.dll")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData(@"a\""b", @"""a\\\""b""")]
    [InlineData(@"\\server\share\a b\\", @"""\\server\share\a b\\\\""")]
    [InlineData("tab\there", "\"tab\there\"")]
    public void Argument_is_quoted_by_the_rules_of_Windows(string argument, string quoted) => Assert.Equal(quoted, CommandLine.Join(argument));

    [Fact]
    public void Arguments_are_separated_by_a_space() => Assert.Equal("exec --roll-forward \"a b\"", CommandLine.Join("exec", "--roll-forward", "a b"));

    [Fact]
    public void Any_arguments_come_back()
    {
        var argument = Gen.Elements(['a', ' ', '"', '\\', '\t', 'é', '$', '\'', '`', '%']).ArrayOf().Select(static chars => new string(chars));
        Prop.ForAll(argument.ArrayOf().ToArbitrary(), static arguments => Assert.Equal(arguments, Split(CommandLine.Join(arguments))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    // CommandLineToArgvW, as its documentation has it: 2n backslashes and a quote are n backslashes and a change of mode,
    // 2n+1 are n backslashes and a quote.
    private static List<string> Split(string line)
    {
        var arguments = new List<string>();
        for (var i = 0; i < line.Length; i++)
        {
            var (text, quoted) = ("", false);
            for (; i < line.Length && (quoted || line[i] is not (' ' or '\t')); i++)
            {
                var slashes = 0;
                for (; i < line.Length && line[i] == '\\'; i++)
                    slashes++;

                var quote = i < line.Length && line[i] == '"';
                text += new string('\\', quote ? slashes / 2 : slashes);
                if (quote && slashes % 2 == 0)
                    quoted = !quoted;
                else if (i < line.Length && (quoted || line[i] is not (' ' or '\t')))
                    text += line[i];
                else
                    i--;
            }

            arguments.Add(text);
        }

        return arguments;
    }
}
