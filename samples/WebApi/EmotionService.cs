using EmoHRNet.Models;
using EmoHRNet.Samples.WebApi.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi;

/// <summary>Puts the service together: model, limits, errors, endpoints and the page.</summary>
internal static class EmotionService
{
    /// <summary>The service, with the model loaded: one that cannot work stops here and not at its first request.</summary>
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        AddLimits(builder.Services);
        AddModel(builder);
        builder.Services.AddRequestQueue();
        builder.Services.AddOpenApi();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<RequestProblems>();
        builder.Services.AddHealthChecks().AddCheck<ModelHealthCheck>("model");

        WebApplication app = builder.Build();
        app.Services.GetRequiredService<EmotionClassifier>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRateLimiter(); // before the timeouts, which are for work and not for waiting
        app.UseRequestTimeouts();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.MapOpenApi();
        app.MapHealthChecks("/health");
        app.MapModel();
        app.MapPredict();
        app.MapSpectrogram();
        app.MapAnalyze();
        return app;
    }

    private static void AddModel(WebApplicationBuilder builder)
    {
        IConfigurationSection model = builder.Configuration.GetSection("Model");
        string path = model["Path"] is { Length: > 0 } named ? named : PretrainedModels.RavdessSmall;
        builder.Services.AddEmoHRNet(options =>
        {
            options.ModelPath = path;
            options.Classifier = new EmotionClassifierOptions { Device = model["Device"] ?? "auto" };
        });
    }

    private static void AddLimits(IServiceCollection services)
    {
        services.AddOptions<ServiceLimits>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<ServiceLimits>>((server, limits) => server.Limits.MaxRequestBodySize = limits.Value.UploadBytes);
        services.AddOptions<FormOptions>()
            .Configure<IOptions<ServiceLimits>>((form, limits) => form.MultipartBodyLengthLimit = limits.Value.UploadBytes);
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<ServiceLimits>>((timeouts, limits) =>
        {
            timeouts.DefaultPolicy = Policy(limits.Value.ClipTimeoutSeconds);
            timeouts.AddPolicy(AnalyzeEndpoint.TimeoutPolicy, Policy(limits.Value.AnalysisTimeoutSeconds));
        });
    }

    private static RequestTimeoutPolicy Policy(int seconds) =>
        new() { Timeout = TimeSpan.FromSeconds(seconds), TimeoutStatusCode = StatusCodes.Status504GatewayTimeout };
}
