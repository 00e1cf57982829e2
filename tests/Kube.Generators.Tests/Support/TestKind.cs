using System.Text.RegularExpressions;

namespace Kube.Generators.Tests.Support;

/// <summary>Sources of small kinds.</summary>
internal static partial class TestKind
{
    /// <summary>The sources with contexts that the JSON generator fills in.</summary>
    public static string WithRealJson(string source) =>
        FakeContext().Replace(source, "public sealed partial class $1 : JsonSerializerContext;");

    [GeneratedRegex(@"public sealed class (\w+)\(\) : JsonSerializerContext\(null\)\s*\{.*?\n\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex FakeContext();

    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using k8s;
        using k8s.Models;
        using Kube;

        """;

    public const string Entity =
        """[KubernetesEntity(Group = "example.com", ApiVersion = "v1", Kind = "Example", PluralName = "examples")]""";

    public const string CustomResource = "[CustomResource(JsonContext = typeof(ExampleJson))]";

    public const string Members = """
            public string ApiVersion { get; set; } = "example.com/v1";
            public string Kind { get; set; } = "Example";
            public V1ObjectMeta Metadata { get; set; } = new();
        """;

    public const string JsonOptions = "[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]";

    /// <summary>What the JSON generator would make; tests run without it.</summary>
    public static string JsonContext(string name, string kind, string options = JsonOptions) => $$"""
        {{options}}
        [JsonSerializable(typeof({{kind}}))]
        public sealed class {{name}}() : JsonSerializerContext(null)
        {
            public static {{name}} Default { get; } = new();
            public JsonTypeInfo<{{kind}}> {{kind}} => null!;
            protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }

        """;

    /// <summary>A kind whose spec has the given members.</summary>
    /// <param name="specMembers">Members of the class <c>ExampleSpec</c>.</param>
    /// <param name="types">Further types.</param>
    /// <param name="attributes">Further attributes of the kind.</param>
    /// <param name="kindMembers">Further members of the kind.</param>
    /// <param name="specAttributes">Attributes of <c>ExampleSpec</c>.</param>
    public static string WithSpec(
        string specMembers, string types = "", string attributes = "", string kindMembers = "", string specAttributes = "") => $$"""
        {{Usings}}
        namespace Demo;

        {{Entity}}
        {{CustomResource}}
        {{attributes}}
        public sealed partial record Example : IKubernetesObject<V1ObjectMeta>
        {
        {{Members}}
            public ExampleSpec? Spec { get; set; }
            {{kindMembers}}
        }

        {{specAttributes}}
        public class ExampleSpec
        {
            {{specMembers}}
        }

        {{types}}

        {{JsonContext("ExampleJson", "Example")}}
        """;
}
