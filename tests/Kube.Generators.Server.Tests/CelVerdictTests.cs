using System.Text.Json.Nodes;
using Kube.Generators.Tests.Schema.Cel;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Server.Tests;

/// <summary>Every rule of the corpus is judged by a real API server as the generator judges it.</summary>
public class CelVerdictTests
{
    private static readonly Lazy<JsonObject> s_plain = new(() => Generation.Of(CelCorpus.Kind("true")).Manifest());

    [Fact]
    public async Task SoundRulesAreTaken()
    {
        using var server = await CelServer.ConnectAsync();
        var refused = new List<string>();
        foreach (var rule in CelCorpus.Sound.Select(r => r.Data))
        {
            if (await server.WhyRefusedAsync(With(rule)) is { } reason)
            {
                refused.Add($"{rule}\n    {reason}");
            }
        }

        Assert.Empty(refused);
    }

    [Fact]
    public async Task BrokenRulesAreRefused()
    {
        using var server = await CelServer.ConnectAsync();
        var taken = new List<string>();
        foreach (var rule in CelCorpus.Broken.Select(r => r.Data.Item2))
        {
            if (await server.WhyRefusedAsync(With(rule)) is null)
            {
                taken.Add(rule);
            }
        }

        Assert.Empty(taken);
    }

    /// <summary>The definition with another rule. The generator would not print one that it refuses.</summary>
    private static string With(string rule)
    {
        var definition = s_plain.Value.DeepClone().AsObject();
        var spec = definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!;
        spec["x-kubernetes-validations"]![0]!["rule"] = rule;
        return definition.ToJsonString();
    }
}
