using System.Runtime.CompilerServices;
using DiffPlex.Renderer;

namespace Kube.Generators.Tests.Support;

/// <summary>Compares text with a committed file. With UPDATE_GOLDEN=1 the file is written instead.</summary>
internal static class Golden
{
    public static void Equal(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "..", "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"{name} differs; UPDATE_GOLDEN=1 writes it.\n{UnidiffRenderer.GenerateUnidiff(expected, actual)}");
    }
}
