using Orleans.Configuration;
using StackExchange.Redis;

namespace EmoHRNet.Samples.Cluster.Hosting;

/// <summary>Where the cluster keeps who belongs to it and how far its jobs are: Redis, or nothing but the memory of one silo.</summary>
/// <param name="Redis">How Redis is reached, such as <c>10.0.0.5:6379,password=...</c>; null is one silo on this machine.</param>
/// <param name="ClusterId">Silos and clients of one cluster have the same.</param>
internal sealed record StoreOptions(string? Redis, string ClusterId)
{
    /// <summary>Both names of a cluster; jobs of one service may outlive the cluster that runs them.</summary>
    public void Name(ClusterOptions cluster)
    {
        cluster.ClusterId = ClusterId;
        cluster.ServiceId = "emohrnet-scoring";
    }

    /// <exception cref="ArgumentException">The text is not understood.</exception>
    public ConfigurationOptions RedisOptions()
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(Redis!);
        options.AbortOnConnectFail = false;
        return options;
    }
}
