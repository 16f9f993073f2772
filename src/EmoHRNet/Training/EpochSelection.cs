namespace EmoHRNet.Training;

/// <summary>Which epoch's weights a training run keeps.</summary>
public enum EpochSelection
{
    /// <summary>The epoch with the highest unweighted accuracy on the validation set; ties are broken by the lowest loss, then by the earliest epoch.</summary>
    BestValidation,

    /// <summary>The last epoch. Needs no validation set.</summary>
    Last,
}
