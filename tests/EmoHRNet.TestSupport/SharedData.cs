namespace EmoHRNet.TestSupport;

/// <summary>Finds the reference data beside the repository: goldens and real speech, which may not be redistributed with it.</summary>
public static class SharedData
{
    private const string Variable = "EMOHRNET_SHARED";

    /// <summary>The folder <c>shared</c>, or null when this machine has none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>A path below the folder, or null when the folder or the path does not exist.</summary>
    public static string? PathOrNull(params string[] parts)
    {
        if (Root is null)
        {
            return null;
        }

        string path = Path.Combine([Root, .. parts]);
        return Path.Exists(path) ? path : null;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmoHRNet.sln")))
            {
                string beside = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
