using EmoHRNet.Tool.Commands;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await CommandLine.RunAsync(args);
