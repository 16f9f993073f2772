namespace EmoHRNet.Plotting.Drawing;

/// <summary>What is written around a panel; without a value label it has no color bar.</summary>
internal sealed record PanelText(string? Title, bool ShowsFrequencies, string? ValueLabel);
