using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.OnnxRuntime.DependencyInjection;
using EmoHRNet.Samples.WebApi.Access;
using EmoHRNet.Samples.WebApi.Endpoints;
using EmoHRNet.Samples.WebApi.Health;
using EmoHRNet.Samples.WebApi.Limits;
using EmoHRNet.Samples.WebApi.Live;
using EmoHRNet.Samples.WebApi.Telemetry;
using EmoHRNet.Samples.WebApi.Uploads;

namespace EmoHRNet.Samples.WebApi;

/// <summary>Builds the service: model, limits, errors, endpoints and the page.</summary>
internal static class EmotionService
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);

    /// <summary>Builds the service and loads the model, so that configuration errors fail at the start and not at the first request.</summary>
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        AddModel(builder);
        builder.AddReverseProxy();
        builder.Services.AddServerLimits();
        builder.Services.AddRequestQueue();
        builder.Services.AddSingleton<UploadReader>();
        builder.Services.AddSingleton<ServiceTelemetry>();
        builder.Services.AddOpenApi();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<RequestProblems>();
        builder.Services.AddHealthChecks().AddCheck<ModelHealthCheck>("model").AddCheck<TemporaryFolderCheck>("temporary folder");

        WebApplication app = builder.Build();
        app.Services.GetRequiredService<EmotionNetworkClassifier>();
        AddSteps(app);
        AddEndpoints(app);
        return app;
    }

    /// <summary>
    /// Adds the model on ONNX Runtime, configured by the section <c>EmoHRNet</c> of appsettings.json; the pretrained one by default. With
    /// AddEmoHRNet of package EmoHRNet it would run on libtorch, without other changes.
    /// </summary>
    private static void AddModel(WebApplicationBuilder builder)
    {
        builder.Services.Configure<EmoHRNetOnnxServiceOptions>(options => options.ModelPath = PretrainedModels.Default);
        builder.Services.AddEmoHRNetOnnx(builder.Configuration.GetSection("EmoHRNet"));
        builder.Services.AddSingleton<EmotionNetworkClassifier>(services => services.GetRequiredService<OnnxEmotionClassifier>());
    }

    private static void AddSteps(WebApplication app)
    {
        app.UseReverseProxy();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseApiKey();
        app.UseRateLimiter(); // before the timeouts, which limit work and not waiting
        app.UseRequestTimeouts();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = PingInterval, KeepAliveTimeout = PingInterval });
        app.UseDefaultFiles();
        app.UseStaticFiles();
    }

    private static void AddEndpoints(WebApplication app)
    {
        app.MapOpenApi();
        app.MapHealthChecks("/health");
        RouteGroupBuilder closed = app.MapGroup("").NeedsApiKey();
        closed.MapModel();
        closed.MapPredict();
        closed.MapSpectrogram();
        closed.MapAnalyze();
        closed.MapLive();
    }
}
