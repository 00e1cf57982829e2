using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Emission;

/// <summary>The method that registers the clients of an assembly.</summary>
public class RegistrationTests
{
    /// <summary>What the method needs of the abstractions, so that these tests need no further package.</summary>
    private const string Services = """
        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection;
            public static class Extensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, System.Func<System.IServiceProvider, T> make) where T : class => services;
                public static T GetRequiredService<T>(this System.IServiceProvider provider) => default!;
            }
        }
        """;

    [Fact]
    public void EveryClientIsRegistered()
    {
        var generation = Generation.Of(TestKind.WithSpec(""), Schema.DefinitionTests.SecondVersion, Services);
        var file = Assert.Single(generation.Files, f => f.Key.EndsWith("ClientServices.g.cs", StringComparison.Ordinal));
        Assert.Equal("DemoClientServices.g.cs", file.Key);
        Golden.Equal("DemoClientServices.cs.txt", file.Value);
        Assert.Empty(generation.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void WithoutServiceCollectionsThereIsNoMethod() =>
        Assert.DoesNotContain(Generation.Of(TestKind.WithSpec("")).Files.Keys, k => k.Contains("Services", StringComparison.Ordinal));

    [Theory]
    [InlineData("Shop.Api", "Shop")]
    [InlineData("Contoso.CronTabs.Operator", "ContosoCronTabs")]
    [InlineData("my-operator", "MyOperator")]
    [InlineData("Api", "Api")]
    public void TheNameIsThatOfTheAssembly(string assembly, string name) => Assert.Contains($"{name}ClientServices.g.cs", FilesOf(assembly, ""));

    [Fact]
    public void TheNameCanBeGiven() => Assert.Contains("StoreClientServices.g.cs", FilesOf("Shop.Api", "[assembly: Kube.ClientRegistration(\"Store\")]"));

    private static IEnumerable<string> FilesOf(string assembly, string attribute)
    {
        var compilation = Generation.Compile(TestKind.WithSpec(""), Services, attribute).WithAssemblyName(assembly);
        var result = Generation.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();
        return result.Results.Single().GeneratedSources.Select(s => s.HintName);
    }
}
