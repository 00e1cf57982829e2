using System.Net;
using System.Net.Http.Headers;
using Kube.Packages.Tests.Support;
using Kube.Testing;

namespace Kube.Packages.Tests;

/// <summary>A native program of the packages against a real control plane.</summary>
public sealed class OperatorTests(PackageFeed feed)
{
    private const string Definitions = "apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    [Fact]
    public async Task Native_program_creates_and_watches_an_object()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var consumer = Consumer.Create(feed, "Operator", "operator");
        var starting = ControlPlane.StartAsync(cancellationToken: cancellation);
        var publish = await consumer.RunAsync(["publish", "--nologo", "--output", "out", .. Linker()]);
        await using var plane = await starting;
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);

        await InstallAsync(plane, consumer.Crd, cancellation);
        var run = await CommandLine.RunAsync(consumer.PathOf("out", "Operator"), [], consumer.Folder, ("KUBECONFIG", plane.KubeConfigPath));
        Assert.Equal(
            (0, "Added first \nModified first 3\nno rayclusters here, their definition has True\n"), (run.ExitCode, run.Output));
    }

    // The file that the build wrote, as a user would apply it.
    private static async Task InstallAsync(ControlPlane plane, string file, CancellationToken cancellation)
    {
        using var client = plane.CreateHttpClient();
        using var content = new StringContent(await File.ReadAllTextAsync(file, cancellation), new MediaTypeHeaderValue("application/yaml"));
        using var answer = await client.PostAsync(new Uri(Definitions, UriKind.Relative), content, cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        while (true)
        {
            using var list = await client.GetAsync(new Uri("apis/example.com/v1/widgets", UriKind.Relative), cancellation);
            if (list.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
        }
    }

    // The SDK links with clang unless it is told otherwise; gcc does as well.
    private static string[] Linker() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "clang")))
            ? []
            : ["-p:CppCompilerAndLinker=gcc"];
}
