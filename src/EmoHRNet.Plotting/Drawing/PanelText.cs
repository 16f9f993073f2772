namespace EmoHRNet.Plotting.Drawing;

/// <summary>The text around a panel; without a value label it has no color bar.</summary>
internal sealed record PanelText(string? Title, bool ShowsFrequencies, string? ValueLabel);
