namespace EmoHRNet.Training;

/// <summary>The number format of forward and backward passes; weights and optimizer state are always float32.</summary>
public enum TrainingPrecision
{
    /// <summary>32-bit floating point.</summary>
    Full,

    /// <summary>bfloat16 activations and gradients with float32 master weights. Pays on GPUs and on CPUs with AVX512-BF16 or AMX.</summary>
    BFloat16,
}
