using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EmoHRNet.Benchmarks;

if (args is [FirstPrediction.Argument, var modelPath])
{
    return FirstPrediction.Run(modelPath);
}

// dotnet run -c Release --project tests/EmoHRNet.Benchmarks -- --filter '*LogMel*'
// In process: a generated project would link 500 MB of natives anew for every benchmark.
IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
