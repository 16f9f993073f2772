namespace EmoHRNet.WebApi.Tests;

/// <summary>The tests that share services; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ServiceGroup : ICollectionFixture<ServiceFixture>, ICollectionFixture<StrictServiceFixture>
{
    public const string Name = "service";
}
