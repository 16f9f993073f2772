namespace EmoHRNet.Models;

/// <summary>Where the models that ship with this package are.</summary>
public static class PretrainedModels
{
}
