namespace Ray.Operator.Tests.Support;

/// <summary>Compares a text with a reviewed file. UPDATE_GOLDEN=1 writes the file anew.</summary>
internal static class GoldenText
{
    public static void Matches(string path, string text)
    {
        if (System.Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing: run once with UPDATE_GOLDEN=1 and review it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
