namespace EmoHRNet.Tests;

public sealed class TorchSharpEmotionClassifierAnalysisTests : EmotionClassifierAnalysisTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierConcurrencyTests : EmotionClassifierConcurrencyTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierExplanationTests : EmotionClassifierExplanationTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierExtractorTests : EmotionClassifierExtractorTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierLiveAnalysisTests : EmotionClassifierLiveAnalysisTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierPriorTests : EmotionClassifierPriorTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierRateTests : EmotionClassifierRateTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierResourceTests : EmotionClassifierResourceTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierSpeedTests : EmotionClassifierSpeedTests<TorchSharpEngine>;

public sealed class TorchSharpEmotionClassifierTests : EmotionClassifierTests<TorchSharpEngine>;

public sealed class TorchSharpPredictAndAnalyzeTests : PredictAndAnalyzeTests<TorchSharpEngine>;

public sealed class TorchSharpEnsembleClassifierTests : EnsembleClassifierTests<TorchSharpEngine>;
