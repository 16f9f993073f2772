using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Plotting;

if (args is not [string recording, string picture])
{
    Console.Error.WriteLine("Expected a recording and the PNG file to draw: dotnet run --project samples/Spectrogram -- clip.wav clip.png");
    return 1;
}

// For a readable picture: more bands than a network needs, in decibels.
MelSpectrogramOptions features = SpectrogramPlot.PictureFeatures;
float[] samples = new AudioPreparation(new PreparationOptions { SampleRate = features.SampleRate }).Prepare(Waveform.Load(recording));
Spectrogram spectrogram = new MelSpectrogramExtractor(features).Extract(samples);
new SpectrogramPlot(features, new SpectrogramPlotOptions { Title = Path.GetFileName(recording) }).Save(picture, spectrogram);
Console.WriteLine(picture);
return 0;
