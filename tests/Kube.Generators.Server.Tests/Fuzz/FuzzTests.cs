using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Kube.Generators.Tests.Support;
using Kube.Generators.Tests.Wire;
using Kube.Testing;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Server.Tests.Fuzz;

/// <summary>
/// Random kinds: the generator never fails, what it makes compiles and is always the same, and a real API server takes every definition
/// that comes without an error. FUZZ_SECONDS=60 runs that long with new kinds; otherwise a few run, always the same.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const string Seed = "0000KpB8OM13";
    private const int Few = 40;

    [Fact]
    public async Task TheControlPlaneTakesWhatTheGeneratorMakes()
    {
        await using var plane = await ControlPlane.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var server = await ApiServer.ConnectAsync(plane.KubeConfigPath);
        await RunAsync(server);
    }

    [Fact]
    public async Task AServerThatKnowsRulesTakesWhatTheGeneratorMakes()
    {
        using var server = await CelServer.ConnectAsync();
        await RunAsync(server);
    }

    private async Task RunAsync(ApiServer server)
    {
        var (all, made) = (0, 0);
        Func<string, Task> check = async source =>
        {
            Interlocked.Increment(ref all);
            if (Check(source) is { } definition)
            {
                Interlocked.Increment(ref made);
                var reason = await server.WhyRefusedAsync(definition);
                Assert.True(reason is null, $"{reason}\n{source}");
            }
        };
        var clock = Stopwatch.StartNew();
        if (int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            await TypeGraphs.Source.SampleAsync(check, time: seconds, threads: 1);
        }
        else
        {
            // A seed fixes the first sample only: all of them are one.
            await TypeGraphs.Source.Array[Few].SampleAsync(
                async sources =>
                {
                    foreach (var source in sources)
                    {
                        await check(source);
                    }
                },
                seed: Seed, iter: 1, threads: 1);
        }

        output.WriteLine($"{all} kinds in {clock.Elapsed.TotalSeconds:0.0} s, {made} definitions taken");
        Assert.True(made * 10 > all, $"only {made} of {all} kinds were without errors: the types are too wild to test much");
    }

    /// <summary>The definition; null when the generator reports an error.</summary>
    private static string? Check(string source)
    {
        // What is no C# is the compiler's affair.
        if (Generation.Compile(source).GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        var generation = Generation.Of(source);
        Assert.True(generation.Result.Results.Single().Exception is null, $"{generation.Result.Results.Single().Exception}\n{source}");
        var errors = generation.Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), $"{string.Join("\n", errors)}\n{source}");
        Assert.True(generation.Files.OrderBy(f => f.Key).SequenceEqual(Generation.Of(source).Files.OrderBy(f => f.Key)), $"two runs differ\n{source}");

        var hasError = generation.Result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        var hasDefinition = generation.Files.Keys.Any(f => f.Contains("CustomResourceDefinition", StringComparison.Ordinal));
        Assert.True(hasError != hasDefinition, $"errors: {hasError}, definition: {hasDefinition}\n{source}");
        if (hasError)
        {
            return null;
        }

        CheckWire(source, isWhole: !generation.DiagnosticIds.Contains("KCR015"));
        return WithGroup(generation.ManifestText());
    }

    /// <summary>What the serializer makes of the types is what the schema says.</summary>
    /// <param name="source">The kind.</param>
    /// <param name="isWhole">Whether JSON reads all that it writes: of the rest the generator warns, and it comes back as something else.</param>
    private static void CheckWire(string source, bool isWhole)
    {
        using var run = WireRun.Of([source], [], []);
        if (run is null)
        {
            return;
        }

        if (isWhole)
        {
            WireLaws.Hold(run, source);
        }
        else
        {
            WireLaws.HoldNames(run, source);
        }
    }

    /// <summary>The definition in a group that nobody uses.</summary>
    private static string WithGroup(string manifest)
    {
        var definition = JsonNode.Parse(manifest)!;
        definition["metadata"]!["name"] = "examples.fuzz.example.com";
        definition["spec"]!["group"] = "fuzz.example.com";
        return definition.ToJsonString();
    }
}
