using System.Globalization;
using System.Text.RegularExpressions;

namespace SupplyChainAnalyzers.Tests;

/// <summary>Names an attacker would give a file or a model, and the check that a shown text has none of their power.</summary>
internal static class HostileNames
{
    /// <summary>One valid Linux file name with all of it: ANSI, bidi, newline, build-service commands, MSBuild syntax.</summary>
    public const string All =
        "::error::a\u001b[31m\u009b0m\u001b]8;;http:x\u0007\u202Egpj\u2066\u200B\u00AD\uFEFF\u2028\U000E0041\n##vso[task.complete]\r\n ::error file=x::y\t##[error]##teamcity[x]$(x)@(y)%(z)%0a.onnx";

    /// <summary>Every trick by itself.</summary>
    public static TheoryData<string> Each =>
    [
        "red\u001b[31m.onnx", "csi\u009b31m.onnx", "link\u001b]8;;http://x\u0007a\u001b]8;;\u0007.onnx", "bell\a.onnx", "back\b\b\bspace",
        "nul\0.onnx", "del\u007f.onnx", "nel\u0085.onnx", "line\nbreak", "carriage\rreturn", "a\ttab", "line\u2028sep", "para\u2029sep",
        "rlo\u202Egpj.onnx", "isolate\u2066x\u2069", "mark\u200Ex\u200F\u061C", "zero\u200Bwidth\u200C\u200D\u2060\uFEFF", "soft\u00ADhyphen",
        "select\uFE0F\U000E0100", "tag\U000E0001\U000E0041\U000E007F", "filler\u3164\u115F\u2800", "lone\uD800", "lone\uDC00x", "private\uE000\U000F0000",
        "nbsp\u00A0\u3000", "z\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u0301mark first",
        "##vso[task.setvariable variable=x]y", "a ##VSO[task.complete]", "##[error]x", "###[x]", "##teamcity[buildStatus]", "section_start:1:x\r\u001b[0K",
        "::error::x", " ::error::x", "  ::set-output name=a::b", ":::", "x\n::add-mask::y", "\u200B::error::x",
        "$(Path)", "@(Compile)", "%(Identity)", "%0a%0D%3b", "$$(x)", "%%0a", "{0}{1}{{}",
        All,
    ];

    private static readonly Regex Power = new(@"##|(^| )::|[$@%]\(|%[0-9a-fA-F]{2}", RegexOptions.CultureInvariant);

    /// <summary>Fails unless <paramref name="shown"/> is one line without a command, a control or an invisible character.</summary>
    public static void AssertInert(string shown)
    {
        Assert.DoesNotMatch(Power, shown);
        for (var i = 0; i < shown.Length; i += char.IsSurrogatePair(shown, i) ? 2 : 1)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(shown, i);
            Assert.False(
                category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || (category == UnicodeCategory.SpaceSeparator && shown[i] != ' '),
                $"U+{(int)shown[i]:X4} ({category}) at {i}");
        }
    }
}
