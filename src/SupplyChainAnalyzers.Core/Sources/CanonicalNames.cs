namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>
/// Repositories that have a name without an owner. The hub redirects the old ones; a name that is not among them may as well be a
/// folder.
/// </summary>
internal static class CanonicalNames
{
    private static readonly HashSet<string> Models = new(StringComparer.OrdinalIgnoreCase)
    {
        "bert-base-uncased", "bert-base-cased", "bert-large-uncased", "bert-large-cased", "bert-base-multilingual-cased", "bert-base-multilingual-uncased",
        "bert-base-chinese", "bert-base-german-cased", "bert-large-uncased-whole-word-masking", "bert-large-uncased-whole-word-masking-finetuned-squad",
        "distilbert-base-uncased", "distilbert-base-cased", "distilbert-base-multilingual-cased", "distilbert-base-cased-distilled-squad",
        "distilbert-base-uncased-distilled-squad", "distilbert-base-uncased-finetuned-sst-2-english", "distilgpt2", "distilroberta-base", "roberta-base",
        "roberta-large", "roberta-large-mnli", "xlm-roberta-base", "xlm-roberta-large", "xlm-roberta-large-finetuned-conll03-english", "xlm-mlm-en-2048",
        "xlnet-base-cased", "xlnet-large-cased", "albert-base-v1", "albert-base-v2", "albert-large-v2", "albert-xlarge-v2", "albert-xxlarge-v2", "gpt2",
        "gpt2-medium", "gpt2-large", "gpt2-xl", "openai-gpt", "t5-small", "t5-base", "t5-large", "t5-3b", "t5-11b", "camembert-base", "transfo-xl-wt103", "ctrl",
    };

    private static readonly HashSet<string> Datasets = new(StringComparer.OrdinalIgnoreCase)
    {
        "ag_news", "allocine", "amazon_polarity", "amazon_reviews_multi", "anli", "banking77", "billsum", "boolq", "bookcorpus", "c4", "cifar10", "cifar100",
        "cnn_dailymail", "common_voice", "conll2003", "coqa", "dbpedia_14", "emotion", "eli5", "fashion_mnist", "financial_phrasebank", "food101", "gigaword", "glue",
        "gsm8k", "hellaswag", "hotpot_qa", "hotpotqa", "imdb", "kilt_tasks", "librispeech_asr", "mc4", "minds14", "mnist", "ms_marco", "multi_nli", "natural_questions", "opus100",
        "opus_books", "oscar", "paws", "piqa", "ptb_text_only", "quora", "race", "reddit", "rotten_tomatoes", "samsum", "sciq", "scitail", "snli", "squad",
        "squad_v2", "sst", "sst2", "super_glue", "swag", "trec", "trivia_qa", "tweet_eval", "wikiann", "wikipedia", "wikitext", "winogrande", "wmt14", "wmt16", "wnut_17", "xnli",
        "xquad", "xsum", "xtreme", "yelp_polarity", "yelp_review_full", "openwebtext",
    };

    // What sentence-transformers completes with its own name.
    private static readonly string[] SentencePrefixes = ["all-MiniLM-", "all-mpnet-", "all-distilroberta-", "all-roberta-", "paraphrase-", "multi-qa-", "msmarco-", "distiluse-base-", "stsb-", "nli-", "clip-ViT-", "gtr-t5-", "sentence-t5-", "LaBSE"];

    public static bool IsModel(string name) => Models.Contains(name);

    public static bool IsDataset(string name) => Datasets.Contains(name);

    public static bool IsSentenceModel(string name) =>
        name.IndexOf('/') < 0 && Array.Exists(SentencePrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
