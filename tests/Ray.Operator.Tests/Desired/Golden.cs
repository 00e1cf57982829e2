using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Ray.Operator.Tests.Desired;

/// <summary>Compares an object with a reviewed file beside the test. UPDATE_GOLDEN=1 writes the file anew.</summary>
internal static class Golden
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Matches<T>(string name, T value, JsonTypeInfo<T> json, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name + ".json");
        var text = JsonNode.Parse(JsonSerializer.Serialize(value, json))!.ToJsonString(s_readable).ReplaceLineEndings("\n") + "\n";
        if (System.Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
