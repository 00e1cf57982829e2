namespace Kube.Generators.Tests.Support;

/// <summary>Sources of further kinds and versions beside <see cref="TestKind"/>.</summary>
internal static class TestVersions
{
    /// <summary>A kind of its own class.</summary>
    /// <param name="className">Name of the class.</param>
    /// <param name="version">Version, such as <c>v1alpha1</c>.</param>
    /// <param name="options">Arguments of the attribute behind the context, such as <c>, Storage = false</c>.</param>
    /// <param name="attributes">Further attributes.</param>
    /// <param name="spec">Members of its spec; empty for no spec.</param>
    /// <param name="kind">Kind.</param>
    /// <param name="plural">Plural.</param>
    public static string Of(
        string className,
        string version,
        string options = ", Storage = false",
        string attributes = "",
        string spec = "",
        string kind = "Example",
        string plural = "examples") => $$"""
        {{TestKind.Usings}}
        namespace Demo;

        [KubernetesEntity(Group = "example.com", ApiVersion = "{{version}}", Kind = "{{kind}}", PluralName = "{{plural}}")]
        [CustomResource(JsonContext = typeof({{className}}Json){{options}})]
        {{attributes}}
        public sealed partial class {{className}} : IKubernetesObject<V1ObjectMeta>
        {
        {{TestKind.Members}}
            {{(spec.Length == 0 ? "" : $"public {className}Spec? Spec {{ get; set; }}")}}
        }

        public class {{className}}Spec { {{spec}} }

        {{TestKind.JsonContext($"{className}Json", className)}}
        """;
}
