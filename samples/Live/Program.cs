using EmoHRNet.Samples.Live;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await LiveCommand.RunAsync(args);
