namespace EmoHRNet.WebApi.Tests;

/// <summary>The tests that share the service; one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ServiceGroup : ICollectionFixture<ServiceFixture>
{
    public const string Name = "service";
}
