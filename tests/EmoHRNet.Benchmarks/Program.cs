using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EmoHRNet.Benchmarks;
using EmoHRNet.Benchmarks.Peers;
using EmoHRNet.Benchmarks.SpeechDetection;

// dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*LogMel*'
switch (args)
{
    case [FirstPrediction.Command, string model]:
        FirstPrediction.Run(model);
        break;
    case [FirstPrediction.OnnxCommand, string model]:
        FirstPrediction.RunOnnx(model);
        break;
    case [FirstPrediction.IdleCommand]:
        break;
    case [EngineComparison.Command, .. string[] models]:
        EngineComparison.Run(models.FirstOrDefault());
        break;
    case [ServiceLoad.Command, string service, string clip, .. string[] rest]:
        await ServiceLoad.RunAsync(service, clip, rest);
        break;
    case [AdaptationMeasurement.Command, string model, string table]:
        AdaptationMeasurement.Run(model, table);
        break;
    case [DetectorCommand.Command, .. string[] rest]:
        DetectorCommand.Run(rest);
        break;
    case [PythonPeer.Command]:
        PythonPeer.Run();
        break;
    default:
        // In process: a generated project would copy 500 MB of native libraries for every benchmark.
        // The default job, so that --warmupCount and the like change it instead of adding a second one.
        Job job = Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), true)).AsDefault();
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
        break;
}
