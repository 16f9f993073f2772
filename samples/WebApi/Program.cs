using EmoHRNet;
using EmoHRNet.Audio.Options;
using EmoHRNet.Samples.WebApi;
using Microsoft.Extensions.Options;

try
{
    WebApplication app = EmotionService.Create(args);
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is FileNotFoundException or EmoHRNetException or InvalidOptionsException or OptionsValidationException
    or InvalidOperationException { InnerException: FormatException or ArgumentException })
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
