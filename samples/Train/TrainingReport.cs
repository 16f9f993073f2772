using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Splits;
using EmoHRNet.Tool.Reports;
using EmoHRNet.Training;

namespace EmoHRNet.Samples.Train;

/// <summary>One JSON file with settings and results of a run, and beside it the test result in readable formats.</summary>
internal static class TrainingReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string path, ParseResult parsed, TrainingResult result, DataSplit split, EvaluationReport? test)
    {
        JsonObject report = new()
        {
            ["command"] = ReportedCommand.Of("dotnet run --project samples/Train --", parsed),
            ["seed"] = result.Recipe.Training.Seed,
            ["recipe"] = JsonNode.Parse(result.Recipe.ToJson()),
            ["split"] = new JsonObject
            {
                ["origin"] = split.Origin.ToString(),
                ["hash"] = split.Hash,
                ["training"] = Part(split.Training),
                ["validation"] = Part(split.Validation),
                ["test"] = Part(split.Test),
            },
            ["corpora"] = new JsonArray([.. split.Corpus.Parts.Select(Corpus)]),
            ["epochs"] = JsonSerializer.SerializeToNode(result.History, Json),
            ["keptEpoch"] = result.BestEpoch,
            ["test"] = test is null ? null : JsonNode.Parse(test.ToJson()),
        };
        TextFile.Write(path, report.ToJsonString(Json) + "\n");
        test?.Save(Path.ChangeExtension(path, ".md"));
        test?.Save(Path.ChangeExtension(path, ".html"));
    }

    private static JsonObject Corpus(CorpusPart part) => new()
    {
        ["name"] = part.Info.Name,
        ["clips"] = part.UtteranceCount,
        ["speakers"] = part.SpeakerCount,
        ["leftOut"] = JsonSerializer.SerializeToNode(part.LeftOut, Json),
        ["unreadable"] = JsonSerializer.SerializeToNode(part.Unreadable.ToDictionary(clip => Path.GetFileName(clip.Path), clip => clip.Reason), Json),
    };

    private static JsonObject Part(SplitPart part) => new()
    {
        ["speakers"] = new JsonArray([.. part.Speakers.Select(s => JsonValue.Create(s))]),
        ["clips"] = new JsonArray([.. part.Utterances.Select(u => JsonValue.Create(u.Id))]),
    };
}
