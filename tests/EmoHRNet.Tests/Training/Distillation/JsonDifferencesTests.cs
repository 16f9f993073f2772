using System.Text.Json.Nodes;
using EmoHRNet.Training.Distillation;

namespace EmoHRNet.Tests.Training.Distillation;

public class JsonDifferencesTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":[1,2]}}""", """{"b":{"c":[1,2]},"a":1}""")]
    [InlineData("""{"a":1,"b":{"c":2}}""", """{"a":1,"b":{"c":3}}""", "x.b.c is 2 instead of 3")]
    [InlineData("""{"a":1}""", """{"a":null,"b":true}""", "x.a is 1 instead of null", "x.b is null instead of true")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", "x.a is [1,2] instead of [2,1]")]
    public void Between_TwoRecords_NamesWhatDiffersAndNothingElse(string found, string expected, params string[] differences) =>
        Assert.Equal(differences, JsonDifferences.Between("x", JsonNode.Parse(found), JsonNode.Parse(expected)));

    [Fact]
    public void Between_LongValues_ShowsTheirBeginning()
    {
        JsonArray values = new([.. Enumerable.Range(0, 1000).Select(i => JsonValue.Create(i))]);

        string difference = Assert.Single(JsonDifferences.Between("statistics", values, null));

        Assert.StartsWith("statistics is [0,1,2,", difference, StringComparison.Ordinal);
        Assert.InRange(difference.Length, 60, 120);
    }
}
