using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ray.Operator.RayClusters.Desired.StartParams;

/// <summary>The flag <c>resources</c>: custom resources as a JSON object in single quotes, ready for a shell.</summary>
internal static class ResourcesFlag
{
    public const string Name = "resources";

    /// <summary>Reads the flag whatever quotes stand around it.</summary>
    /// <returns>Numbers by name; empty when there is no flag; null when it is no JSON object of numbers.</returns>
    public static SortedDictionary<string, double>? Read(string? text)
    {
        var resources = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var json = (text ?? "").Trim('\'', '"', '`', ' ');
        if (json.Length == 0)
        {
            return resources;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                resources[member.Name] = member.Value.GetDouble();
            }

            return resources;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes the flag, keys sorted. The JSON writer escapes quotes in names, so that no name can end the shell's quotes.
    /// </summary>
    public static string Write(SortedDictionary<string, double> resources)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in resources)
            {
                writer.WriteNumber(name, value);
            }

            writer.WriteEndObject();
        }

        return $"'{Encoding.UTF8.GetString(buffer.WrittenSpan)}'";
    }
}
