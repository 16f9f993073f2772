using EmoHRNet.Core.Tests.Corpora;

[assembly: AssemblyFixture(typeof(RavdessFolders))]

namespace EmoHRNet.Core.Tests.Corpora;

/// <summary>
/// All of RAVDESS in one folder, created once for all tests: in actor folders, flat in upper case, and with backslashes in names.
/// </summary>
public sealed class RavdessFolders : IDisposable
{
    private readonly Lazy<CorpusTree> _tree = new(() => CorpusTree.Of(RavdessTree.SpeechNames(Folder).Concat(RavdessTree.SongNames(Folder))
        .Select(name => name.Contains('/', StringComparison.Ordinal) ? name : name.Replace(".wav", ".WAV", StringComparison.Ordinal))));

    /// <summary>The folder; tests must not change it.</summary>
    public string Path => _tree.Value.Path;

    public void Dispose()
    {
        if (_tree.IsValueCreated)
        {
            _tree.Value.Dispose();
        }
    }

    private static string Folder(int actor) => actor switch
    {
        <= 8 => $"Actor_{actor:00}/",
        <= 16 => "",
        _ => $@"audio\ACTOR_{actor:00}\",
    };
}
