using EmoHRNet.Samples.Predict;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return PredictCommand.Run(args);
