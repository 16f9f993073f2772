using EmoHRNet.Tests;
namespace EmoHRNet.OnnxRuntime.Tests;

public sealed class OnnxRuntimeEmotionClassifierAnalysisTests : EmotionClassifierAnalysisTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierConcurrencyTests : EmotionClassifierConcurrencyTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierExplanationTests : EmotionClassifierExplanationTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierExtractorTests : EmotionClassifierExtractorTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierLiveAnalysisTests : EmotionClassifierLiveAnalysisTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierPriorTests : EmotionClassifierPriorTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierRateTests : EmotionClassifierRateTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierResourceTests : EmotionClassifierResourceTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierSpeedTests : EmotionClassifierSpeedTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEmotionClassifierTests : EmotionClassifierTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimePredictAndAnalyzeTests : PredictAndAnalyzeTests<OnnxRuntimeEngine>;

public sealed class OnnxRuntimeEnsembleClassifierTests : EnsembleClassifierTests<OnnxRuntimeEngine>;
