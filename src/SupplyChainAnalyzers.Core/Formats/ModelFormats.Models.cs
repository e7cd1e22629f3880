namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>Formats of weights and of graphs of fixed operations.</summary>
public static partial class ModelFormats
{
    /// <summary>Tensors and nothing else.</summary>
    public static readonly ModelFormat SafeTensors = new("safetensors", "safetensors", isModel: true);

    /// <summary>llama.cpp's format since August 2023.</summary>
    public static readonly ModelFormat Gguf = new("gguf", "GGUF", isModel: true);

    /// <summary>Its forerunners (ggml, ggmf, ggjt, ggla), still written by whisper.cpp.</summary>
    public static readonly ModelFormat Ggml = new("ggml", "GGML", isModel: true);

    /// <summary>Open Neural Network Exchange.</summary>
    public static readonly ModelFormat Onnx = new("onnx", "ONNX", isModel: true);

    /// <summary>ONNX Runtime's own flat buffer.</summary>
    public static readonly ModelFormat Ort = new("ort", "ONNX Runtime flat buffer", isModel: true);

    /// <summary>TensorFlow Lite, LiteRT.</summary>
    public static readonly ModelFormat TfLite = new("tflite", "TensorFlow Lite", isModel: true);

    /// <summary>PyTorch's format for devices (.pte).</summary>
    public static readonly ModelFormat ExecuTorch = new("executorch", "ExecuTorch program", isModel: true);

    /// <summary>saved_model.pb.</summary>
    public static readonly ModelFormat TfSavedModel = new("tf-savedmodel", "TensorFlow SavedModel", isModel: true);

    /// <summary>A frozen graph.</summary>
    public static readonly ModelFormat TfGraphDef = new("tf-graphdef", "TensorFlow GraphDef", isModel: true);

    /// <summary>The graph beside a TensorFlow 1 checkpoint (.meta).</summary>
    public static readonly ModelFormat TfMetaGraph = new("tf-metagraph", "TensorFlow MetaGraphDef", isModel: true);

    /// <summary>Keras 3's zip; its loader refuses Lambda layers unless told otherwise.</summary>
    public static readonly ModelFormat Keras = new("keras", "Keras archive", isModel: true);

    /// <summary>Hierarchical data, most often weights.</summary>
    public static readonly ModelFormat Hdf5 = new("hdf5", "HDF5", isModel: true);

    /// <summary>One array of numbers.</summary>
    public static readonly ModelFormat NumPy = new("npy", "NumPy array", isModel: true);

    /// <summary>A zip of arrays. One of objects isn't visible in the first bytes; NumPy loads it only when told to.</summary>
    public static readonly ModelFormat NumPyZip = new("npz", "NumPy archive", isModel: true);

    /// <summary>A compiled engine.</summary>
    public static readonly ModelFormat TensorRt = new("tensorrt", "TensorRT engine", isModel: true);

    /// <summary>OpenVINO's graph.</summary>
    public static readonly ModelFormat OpenVinoXml = new("openvino-xml", "OpenVINO graph", isModel: true);

    /// <summary>OpenVINO's weights: numbers without a header.</summary>
    public static readonly ModelFormat OpenVinoBin = new("openvino-bin", "OpenVINO weights", isModel: true);

    /// <summary>Program or parameters.</summary>
    public static readonly ModelFormat PaddlePaddle = new("paddlepaddle", "PaddlePaddle", isModel: true);

    /// <summary>Parameters (.params).</summary>
    public static readonly ModelFormat MxNet = new("mxnet", "MXNet parameters", isModel: true);

    /// <summary>.mlmodel.</summary>
    public static readonly ModelFormat CoreMl = new("coreml", "Core ML", isModel: true);

    /// <summary>Microsoft Cognitive Toolkit, first and second version.</summary>
    public static readonly ModelFormat Cntk = new("cntk", "CNTK", isModel: true);

    /// <summary>Rockchip's compiled network.</summary>
    public static readonly ModelFormat Rknn = new("rknn", "RKNN", isModel: true);

    /// <summary>Flax and JAX weights in msgpack.</summary>
    public static readonly ModelFormat Flax = new("flax", "Flax msgpack", isModel: true);

    /// <summary>Predictive Model Markup Language.</summary>
    public static readonly ModelFormat Pmml = new("pmml", "PMML", isModel: true);

    /// <summary>JSON, UBJSON or the old binary form.</summary>
    public static readonly ModelFormat XgBoost = new("xgboost", "XGBoost", isModel: true);

    /// <summary>Trees as text.</summary>
    public static readonly ModelFormat LightGbm = new("lightgbm", "LightGBM", isModel: true);

    /// <summary>.cbm.</summary>
    public static readonly ModelFormat CatBoost = new("catboost", "CatBoost", isModel: true);

    /// <summary>scikit-learn models in a zip of arrays and a schema; its loader asks for trust type by type.</summary>
    public static readonly ModelFormat Skops = new("skops", "skops archive", isModel: true);

    /// <summary>A tokenizer's pieces and scores.</summary>
    public static readonly ModelFormat SentencePiece = new("sentencepiece", "SentencePiece model", isModel: true);

    /// <summary>Numbers without a header, such as ONNX external data: named by people, never found.</summary>
    public static readonly ModelFormat Raw = new("raw", "raw tensor data", isModel: true);

    private static ModelFormat[] Models =>
    [
        SafeTensors, Gguf, Ggml, Onnx, Ort, TfLite, ExecuTorch, TfSavedModel, TfGraphDef, TfMetaGraph, Keras, Hdf5, NumPy,
        NumPyZip, TensorRt, OpenVinoXml, OpenVinoBin, PaddlePaddle, MxNet, CoreMl, Cntk, Rknn, Flax, Pmml, XgBoost, LightGbm,
        CatBoost, Skops, SentencePiece, Raw,
    ];
}
