using EmoHRNet.Samples.Evaluate;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return EvaluateCommand.Run(args);
