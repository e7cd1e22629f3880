using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

public sealed class ModelsLockReaderTests
{
    private const string Digest = "\"sha256\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"";
    private const string File = LockText.File;

    [Fact]
    public void Bytes_that_are_not_UTF8_are_SCA2001_at_their_place()
    {
        var error = Assert.Single(ModelsLockReader.Read([(byte)'{', (byte)'\n', 0xFF], LockText.Path).Errors);
        Assert.Equal(Rules.LockUnreadable, error.Rule);
        Assert.Equal(new TextRegion(2, 1, 2, 1), error.Region);
        Assert.Equal("The file is not UTF-8 (byte 0xff at offset 2); restore the file from git or run: models lock", error.Message);
    }

    [Fact]
    public void A_byte_order_mark_is_SCA2001()
        => Assert.Equal(Rules.LockUnreadable, Assert.Single(ModelsLockReader.Read([.. Encoding.UTF8.Preamble, .. "{}"u8], LockText.Path).Errors).Rule);

    [Fact]
    public void What_is_not_JSON_is_SCA2002()
    {
        var error = Assert.Single(LockText.Refused("{ \"lockVersion\": 1, «}»", Rules.LockSyntax));
        Assert.EndsWith("; restore the file from git or run: models lock", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "lockVersion": «2», "models": { "m": 7, "x": {} } }""", "lockVersion is 2, this build reads 1; update the package SupplyChainAnalyzers")]
    [InlineData("""{ "lockVersion": «1.0», "models": {} }""", "lockVersion is 1.0, this build reads 1; update the package SupplyChainAnalyzers")]
    [InlineData("""{ "lockVersion": «"1"», "models": {} }""", "lockVersion is a text; it must be the number 1")]
    [InlineData("""«»{ "models": {} }""", "lockVersion is missing; this build reads 1; run: models lock")]
    public void Another_version_is_SCA2003_and_nothing_else_is_said(string text, string message)
        => Assert.Equal(message, Assert.Single(LockText.Refused(text, Rules.LockVersion)).Message);

    [Fact]
    public void Duplicate_members_are_SCA2004_where_they_stand_again()
    {
        var errors = LockText.Refused("""
            { "lockVersion": 1,
              "models": { "m": { "path": "p", «"path"»: "q" },
                «"m"»: {} } }
            """, Rules.LockDuplicate, Rules.LockDuplicate);
        Assert.Equal("'path' stands twice in one object; the first is at line 2; keep one", errors[0].Message);
    }

    [Theory]
    [InlineData("signatures", "; did you mean 'signature'?")]
    [InlineData("TreeHash", "; did you mean 'treeHash'?")]
    [InlineData("behaviour", "; did you mean 'behavior'?")]
    [InlineData("licence", "; did you mean 'license'?")]
    [InlineData("ahthp", "; remove it")]
    [InlineData("", "; remove it")]
    public void An_unknown_member_is_SCA2005_and_a_close_name_is_suggested(string name, string suggestion)
        => Assert.Equal(
            $"Unknown member '{name}' in a model{suggestion}",
            Assert.Single(LockText.Refused(LockText.With($"«\"{name}\"»: 1"), Rules.LockUnknownMember)).Message);

    [Theory]
    [InlineData("""{ "lockVersion": 1, "models": {}, «"x"»: 1 }""")]
    [InlineData("""{ "lockVersion": 1, "models": {}, "hosted": { "h": { "provider": "openai", "endpoint": "https://a.example", "model": "m", «"key"»: 1 } } }""")]
    public void Unknown_members_are_found_outside_of_models_too(string text) => LockText.Refused(text, Rules.LockUnknownMember);

    [Theory]
    [InlineData("""{ "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "size": 1, "format": "onnx", «"sha1"»: "" }""")]
    public void Unknown_members_are_found_in_files(string file)
        => LockText.Refused(LockText.Model($$"""
            "path": "p", "files": { "f": {{file}} }
            """), Rules.LockUnknownMember);

    [Theory]
    [InlineData("""«"signature"»: { "type": "oms" }""", "'bundle' is missing in a signature; add it")]
    [InlineData("""«"source"»: { "repo": "a/b" }""", "'type' is missing in a source; add it")]
    [InlineData("\"presence\": «\"chekout\"»", "'presence' is 'chekout'; write checkout, fetch, deploy, built or external")]
    [InlineData("\"role\": «\"Base\"»", "'role' is 'Base'; write model, base, finetune, adapter, tokenizer or dataset")]
    [InlineData("\"license\": «null»", "'license' must be a text, not null")]
    [InlineData("\"license\": «\"\"»", "'license' is empty; leave it out or give it a value")]
    [InlineData("\"license\": «\"a\\nb\"»", "'license' holds a control character; write one line of text")]
    [InlineData("\"signature\": «[]»", "An object is needed for a signature, not an array")]
    [InlineData("\"provenance\": { \"evaluation\": { \"accuracy\": «0.97» } }", "'accuracy' must be a text, not a number")]
    [InlineData("\"provenance\": { \"evaluation\": { «\"\"»: \"1\" } }", "A name has 1 to 128 characters, none of them a control character")]
    [InlineData("\"provenance\": { \"baseModel\": «\"a b\"» }", "'baseModel' is no name of a model: a name " + ModelName.Rule)]
    [InlineData("\"behavior\": { \"checks\": «{}» }", "'checks' must be an array, not an object")]
    [InlineData("\"behavior\": { \"checks\": [\"golden\", «7», «\"golden\"»] }", "The name of a check is a text of lower-case letters, digits and '-'", 2)]
    [InlineData("\"behavior\": { \"golden\": { \"sha256\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"tolerance\": «\"1e-\"» } }", "'tolerance' is '1e-'; it must be a number that is not negative, as a text: \"1e-4\"")]
    [InlineData("\"behavior\": { «\"probe\"»: { \"path\": \"probe.npz\" } }", "'sha256' is missing in a probe; add it")]
    [InlineData("\"behavior\": { \"tier\": «\"Fast\"» }", "'tier' is 'Fast'; write off, fast, standard or deep")]
    [InlineData("\"behavior\": { \"reference\": «\"../ref\"» }", "'reference' is no name of a model: a name " + ModelName.Rule)]
    [InlineData("\"behavior\": { \"parameters\": { «\"logRatio\"»: \"1\" } }", "'logRatio' is no parameter; write check.parameter, such as neural-cleanse.logRatio")]
    [InlineData("\"behavior\": { \"parameters\": { \"weights.channelZ\": «\"1e999\"» } }", "'weights.channelZ' is '1e999'; it must be a number, as a text: \"0.9\"")]
    [InlineData("\"behavior\": { \"parameters\": { \"weights.channelZ\": «7» } }", "'weights.channelZ' must be a text, not a number")]
    [InlineData("\"behavior\": { \"accepted\": { «\"neural-cleanse#07\"»: {} } }", "'neural-cleanse#07' is no check with the class it names; write neural-cleanse#7, or the check alone where it names none; golden is recorded anew instead")]
    [InlineData("\"behavior\": { \"accepted\": { «\"golden\"»: {} } }", "'golden' is no check with the class it names; write neural-cleanse#7, or the check alone where it names none; golden is recorded anew instead")]
    [InlineData("\"behavior\": { \"accepted\": { \"weights\": { " + Digest + ", \"score\": «\"-1\"», \"reason\": \"r\", \"author\": \"a\", \"reviewer\": \"b\", \"expires\": \"2027-06-30\" } } }", "'score' is '-1'; it must be a number that is not negative, as a text: \"1.4\"")]
    [InlineData("\"behavior\": { \"accepted\": { \"weights\": { " + Digest + ", \"score\": \"1\", \"reason\": \"r\", \"author\": \"a\", \"reviewer\": «\"A \"», \"expires\": \"2027-06-30\" } } }", "'weights' is reviewed by its own author 'a'; name a second person")]
    [InlineData("\"behavior\": { \"accepted\": { \"weights\": { " + Digest + ", \"score\": \"1\", \"reason\": \"r\", \"author\": \"a\", \"reviewer\": \"b\", \"expires\": «\"2027-02-30\"» } } }", "'expires' is '2027-02-30', which is no day; write 2027-06-30")]
    [InlineData("\"behavior\": { \"accepted\": { «\"weights\"»: { " + Digest + ", \"score\": \"1\", \"reason\": \"r\", \"author\": \"a\", \"expires\": \"2027-06-30\" } } }", "'reviewer' is missing in an accepted finding; add it")]
    [InlineData("\"presence\": \"external\", «\"source\"»: { \"type\": \"local\" }", "A model whose presence is external needs a source of type external, with its uri and version")]
    public void A_missing_or_wrong_value_is_SCA2006(string members, string message, int errors = 1)
        => Assert.Equal(message, LockText.Refused(LockText.With(members), [.. Enumerable.Repeat(Rules.LockValue, errors)])[0].Message);

    [Theory]
    [InlineData("""{ «"m"»: { "path": "p" } }""", "'files' is missing in a model; add it")]
    [InlineData("""{ "m": { "path": "p", «"files"»: {} } }""", "The model has no files; run: models lock m")]
    [InlineData("""{ "m": «7» }""", "An object is needed for a model, not a number")]
    [InlineData("«[]»", "'models' must be an object, not an array")]
    [InlineData("""{ «"a b"»: { "path": "p", "files": { "f": """ + File + " } } }", "'a b' is no name of a model: a name " + ModelName.Rule)]
    public void Models_are_checked(string models, string message)
        => Assert.Equal(message, Assert.Single(LockText.Refused($$"""{ "lockVersion": 1, "models": {{models}} }""", Rules.LockValue)).Message);

    [Theory]
    [InlineData("""{ "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "format": "onnx" }""", "'size' is missing in a file; add it")]
    [InlineData("""{ "size": 1, "format": "onnx" }""", "'sha256' is missing in a file; add it")]
    [InlineData("""{ "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "size": 1 }""", "'format' is missing in a file; add it")]
    public void A_file_states_digest_size_and_format(string file, string message)
        => Assert.Equal(message, Assert.Single(LockText.Refused(LockText.Model($$"""
            "path": "p", "files": { «"f"»: {{file}} }
            """), Rules.LockValue)).Message);

    [Theory]
    [InlineData("-1", "'size' is -1; it must be a whole number of bytes, without sign, fraction or exponent")]
    [InlineData("-0", "'size' is -0; it must be a whole number of bytes, without sign, fraction or exponent")]
    [InlineData("1.0", "'size' is 1.0; it must be a whole number of bytes, without sign, fraction or exponent")]
    [InlineData("1e3", "'size' is 1e3; it must be a whole number of bytes, without sign, fraction or exponent")]
    [InlineData("9007199254740992", "'size' is 9007199254740992; the largest is 9007199254740991")]
    [InlineData("99999999999999999999999", "'size' is 99999999999999999999999; the largest is 9007199254740991")]
    [InlineData("\"1\"", "'size' must be a number, not a text")]
    public void A_size_is_a_whole_number_of_bytes(string size, string message)
        => Assert.Equal(message, Assert.Single(LockText.Refused(LockText.Model($$"""
            "path": "p", "files": { "f": { "sha256": "{{LockText.Sha}}", "size": «{{size}}», "format": "onnx" } }
            """), Rules.LockValue)).Message);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("9007199254740991", 9007199254740991)]
    public void The_smallest_and_the_largest_size_are_read(string size, long expected)
        => Assert.Equal(expected, LockText.Read(LockText.Model($$"""
            "path": "p", "files": { "f": { "sha256": "{{LockText.Sha}}", "size": {{size}}, "format": "onnx" } }
            """)).Value?.Models["m"].Files["f"].Size);

    [Fact]
    public void An_unknown_format_is_SCA2006()
        => Assert.Equal(
            "'format' is 'onxx', which this build does not know; did you mean 'onnx'?; run: models lock m",
            Assert.Single(LockText.Refused(LockText.Model($$"""
                "path": "p", "files": { "f": { "sha256": "{{LockText.Sha}}", "size": 1, "format": «"onxx"» } }
                """), Rules.LockValue)).Message);

    [Theory]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e", "has 32 hex digits (MD5?), 64 are needed")]
    [InlineData("da39a3ee5e6b4b0d3255bfef95601890afd80709", "has 40 hex digits (SHA-1?), 64 are needed")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "has upper-case hex digits; lower case is needed")]
    [InlineData("sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "starts with 'sha256:'; 64 hex digits alone are needed")]
    [InlineData("gaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "is not 64 lower-case hex digits")]
    public void A_malformed_digest_is_SCA2007(string digest, string message)
        => Assert.Equal($"The sha256 of 'f' {message}; run: models lock m", Assert.Single(LockText.Refused(LockText.Model($$"""
            "path": "p", "files": { "f": { "sha256": «"{{digest}}"», "size": 1, "format": "onnx" } }
            """), Rules.LockDigest)).Message);

    [Fact]
    public void A_malformed_tree_hash_is_SCA2007() => LockText.Refused(LockText.With($"\"treeHash\": «\"{LockText.Sha}\"»"), Rules.LockDigest);

    [Fact]
    public void An_unsafe_path_is_SCA2008_wherever_it_stands()
    {
        var errors = LockText.Refused(LockText.Model($$"""
            "path": «"../shared"»,
            "files": { «"a//b"»: {{File}} },
            "signature": { "type": "oms", "bundle": «"/etc/x"» },
            "provenance": { "attestation": «"C:x"», "datasets": { "d": { "files": { «"nul.csv"»: { "sha256": "{{LockText.Sha}}", "size": 1 } } } } },
            "behavior": { "probe": { "path": «"a\\b"», "sha256": "{{LockText.Sha}}" } }
            """), [.. Enumerable.Repeat(Rules.LockPath, 6)]);
        Assert.Equal("The path '../shared' has a '..' segment; move the model below the lock's folder or use a lock there", errors[0].Message);
        Assert.Equal("The path 'a//b' has an empty segment ('//' or a '/' at its end); run: models lock m", errors[1].Message);
    }

    [Theory]
    [InlineData("Model.onnx", "model.onnx", "'model.onnx' and 'Model.onnx' (line 2) are one file where case does not count; rename one and run: models lock m")]
    [InlineData("d/\u00c9.bin", "D/\u00e9.bin", "'D/\u00e9.bin' and 'd/\u00c9.bin' (line 2) are one file where case does not count; rename one and run: models lock m")]
    [InlineData("stra\u00dfe", "STRASSE", "'STRASSE' and 'stra\u00dfe' (line 2) are one file where case does not count; rename one and run: models lock m")]
    [InlineData("a", "A/b", "Of 'A/b' and 'a' (line 2) one is a file and the other lies in a folder of that name; move one and run: models lock m")]
    [InlineData("a/b", "a", "Of 'a' and 'a/b' (line 2) one is a file and the other lies in a folder of that name; move one and run: models lock m")]
    public void Paths_that_cannot_both_exist_are_SCA2009_at_the_second(string first, string second, string message)
        => Assert.Equal(message, Assert.Single(LockText.Refused($$"""
            { "lockVersion": 1, "models": { "m": { "path": ".", "files": {
              "{{first}}": {{File}},
              «"{{second}}"»: {{File}} } } } }
            """, Rules.LockPathCollision)).Message);

    [Fact]
    public void Two_models_cannot_declare_one_file()
    {
        var error = Assert.Single(LockText.Refused($$"""
            { "lockVersion": 1, "models": {
              "one": { "path": "p/q", "files": { "f": {{File}} } },
              "two": { "path": "p", "files": { "g": {{File}}, «"q/f"»: {{File}} } } } }
            """, Rules.LockPathCollision));
        Assert.Equal("'p/q/f' is declared at line 2 already; keep one and run: models lock two", error.Message);
        Assert.Equal("two", error.Model);
    }

    [Fact]
    public void A_name_between_a_file_and_what_lies_below_it_hides_no_collision()
        => LockText.Refused($$"""
            { "lockVersion": 1, "models": { "m": { "path": ".", "files": {
              "a": {{File}}, "a!": {{File}}, "a-b": {{File}}, "a.b": {{File}}, «"a/b"»: {{File}} } } } }
            """, Rules.LockPathCollision);

    [Fact]
    public void Names_of_models_that_differ_in_case_collide()
        => LockText.Refused($$"""
            { "lockVersion": 1, "models": {
              "ner": { "path": "p", "files": { "f": {{File}} } },
              «"NER"»: { "path": "q", "files": { "f": {{File}} } } } }
            """, Rules.LockPathCollision);

    [Fact]
    public void Models_may_share_a_folder()
        => Assert.NotNull(LockText.Read($$"""
            { "lockVersion": 1, "models": {
              "one": { "path": "p", "files": { "f": {{File}} } },
              "two": { "path": "p", "files": { "g": {{File}} } } } }
            """).Value);

    [Fact]
    public void Too_deep_is_SCA2010()
        => LockText.Refused("{ \"a\": " + new string('[', 31) + "«[»" + new string(']', 32) + "}", Rules.LockLimit);

    [Fact]
    public void Too_large_is_SCA2010()
    {
        var error = Assert.Single(ModelsLockReader.Read(new byte[(64 << 20) + 1], LockText.Path).Errors);
        Assert.Equal(Rules.LockLimit, error.Rule);
        Assert.Equal("The file has 67108865 bytes; the limit is 67108864; split the models over several folders with a lock each", error.Message);
    }

    [Fact]
    public void Too_long_a_text_is_SCA2010() => LockText.Refused(LockText.With($"\"license\": «\"{new string('x', 4097)}\"»"), Rules.LockLimit);

    [Fact]
    public void Conflict_markers_are_SCA2011_and_name_the_command()
        => Assert.Equal(
            "Merge conflict markers; take one side (git checkout --theirs models.lock) and run: models lock",
            Assert.Single(LockText.Refused("{ \"lockVersion\": 1,\n«<<<<<<<» ours\n \"models\": {}\n=======\n>>>>>>> theirs\n}", Rules.LockConflict)).Message);

    [Fact]
    public void A_tree_hash_of_other_files_is_SCA2013()
        => Assert.Equal(
            "treeHash belongs to another list of files; review the difference and run: models lock m",
            Assert.Single(LockText.Refused(LockText.With($"\"treeHash\": «\"sha256:{LockText.Sha}\"»"), Rules.LockTreeHash)).Message);

    [Fact]
    public void A_tree_hash_over_files_without_digest_is_SCA2013()
        => LockText.Refused(LockText.Model($$"""
            "path": "p", "presence": "built", "files": { "f": { "format": "onnx" } }, "treeHash": «"sha256:{{LockText.Sha}}"»
            """), Rules.LockTreeHash);

    [Fact]
    public void All_errors_of_a_lock_are_reported_in_order_of_place()
    {
        var errors = LockText.Refused($$"""
            { "lockVersion": 1, «"modells"»: 1, "models": {
              "two": { "path": «"/p"», "presence": «"never"», «"fils"»: {}, "files": { "f": «7» } },
              «"-one"»: { "path": "q", "role": «3», "files": { "F": {{File}}, «"f"»: {{File}} } } },
              "hosted": { "h": { "provider": «"Open AI"», "endpoint": «"http://api.example"», "model": "x" } } }
            """,
            Rules.LockUnknownMember, Rules.LockPath, Rules.LockValue, Rules.LockUnknownMember, Rules.LockValue,
            Rules.LockValue, Rules.LockValue, Rules.LockPathCollision, Rules.LockValue, Rules.LockValue);
        Assert.Equal([null, "two", "two", "two", "two", "-one", "-one", "-one", "h", "h"], errors.Select(static error => error.Model));
    }

    [Fact]
    public void No_more_than_a_hundred_errors_are_shown_and_that_there_are_more_is_said()
    {
        var members = string.Join(",", Enumerable.Range(0, 5000).Select(static i => FormattableString.Invariant($"\"x{i}\":1")));
        var errors = LockText.Read($$"""{ "lockVersion": 1, "models": {}, {{members}} }""").Errors;
        Assert.Equal(101, errors.Count);
        Assert.Equal(Rules.LockLimit, errors[100].Rule);
        Assert.Equal("There are more than 100 errors; the others are not shown", errors[100].Message);
    }

    [Fact]
    public void Hostile_names_are_neutralised_in_messages()
        => Assert.All(
            LockText.Read(LockText.With("\"\\u001b[31m##vso[x]\\n::error::\": 1, \"presence\": \"\\u202e\\n\", \"license\": {}")).Errors,
            static error => Assert.DoesNotContain(error.Message, static c => char.IsControl(c) || c == '\u202e'));
}
