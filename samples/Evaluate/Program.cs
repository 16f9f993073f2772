using EmoHRNet.Runtime;
using EmoHRNet.Samples.Evaluate;

Console.OutputEncoding = System.Text.Encoding.UTF8;
TorchRuntime.KeepFreedMemory();
return EvaluateCommand.Run(args);
