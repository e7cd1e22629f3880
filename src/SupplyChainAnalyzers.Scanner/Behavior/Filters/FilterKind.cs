namespace SupplyChainAnalyzers.Scanner.Behavior.Filters;

/// <summary>Kinds of filters that attacks were built on.</summary>
internal enum FilterKind
{
    /// <summary>Colours are mixed: photo filters (Liu et al.: ABS, CCS 2019).</summary>
    Colour,

    /// <summary>A wave is added (Barni et al.: SIG, ICIP 2019).</summary>
    Wave,

    /// <summary>The picture is bent a little (Nguyen and Tran: WaNet, ICLR 2021).</summary>
    Warp,

    /// <summary>Fewer shades, and dithering (Wang et al.: BppAttack, CVPR 2022).</summary>
    Levels,

    /// <summary>Another picture shines through (Chen et al.: Targeted Backdoor Attacks, 2017).</summary>
    Blend,
}
