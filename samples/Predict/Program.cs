using EmoHRNet.Runtime;
using EmoHRNet.Samples.Predict;

Console.OutputEncoding = System.Text.Encoding.UTF8;
TorchRuntime.KeepFreedMemory();
return PredictCommand.Run(args);
