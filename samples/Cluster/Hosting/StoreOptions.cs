using Orleans.Configuration;
using StackExchange.Redis;

namespace EmoHRNet.Samples.Cluster.Hosting;

/// <summary>The store of cluster membership and job state: Redis, or the memory of a single silo.</summary>
/// <param name="Redis">The configuration string of Redis, such as <c>10.0.0.5:6379,password=...</c>; null is one silo on this machine.</param>
/// <param name="ClusterId">The same for all silos and clients of a cluster.</param>
internal sealed record StoreOptions(string? Redis, string ClusterId)
{
    /// <summary>Sets both names of a cluster, the cluster's and the service's.</summary>
    public void Name(ClusterOptions cluster)
    {
        cluster.ClusterId = ClusterId;
        cluster.ServiceId = "emohrnet-scoring";
    }

    /// <exception cref="ArgumentException">The text is not a valid Redis configuration.</exception>
    public ConfigurationOptions RedisOptions()
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(Redis!);
        options.AbortOnConnectFail = false;
        return options;
    }
}
