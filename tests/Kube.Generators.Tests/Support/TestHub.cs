namespace Kube.Generators.Tests.Support;

/// <summary>Sources of two versions: <c>Old</c>, a spoke, and <c>Example</c>, its hub.</summary>
internal static class TestHub
{
    public const string Webhook = "[assembly: Kube.ConversionWebhook(ServiceNamespace = \"a\", ServiceName = \"b\")]";

    public const string Attribute = "ConversionHub<Example>(typeof(Mapping))";

    public const string Mapping = """
        namespace Demo;

        internal static class Mapping
        {
            public static Example ToHub(Old spoke) => new() { Metadata = spoke.Metadata };

            public static Old FromHub(Example hub) => new() { Metadata = hub.Metadata };
        }
        """;

    /// <summary>The spoke.</summary>
    /// <param name="spec">Members of its spec.</param>
    /// <param name="types">Further types.</param>
    /// <param name="attribute">How it names its hub.</param>
    /// <param name="members">Further members of the kind.</param>
    public static string Spoke(string spec = "", string types = "", string attribute = Attribute, string members = "")
    {
        var source = TestVersions.Of("Old", "v1alpha1", spec: spec, attributes: attribute.Length == 0 ? "" : $"[{attribute}]");
        return source.Replace(TestKind.Members, TestKind.Members + members, StringComparison.Ordinal) + types;
    }

    /// <summary>The hub, the mapping and the webhook.</summary>
    /// <param name="spec">Members of the hub's spec.</param>
    /// <param name="types">Further types.</param>
    /// <param name="members">Further members of the hub.</param>
    public static string[] Around(string spec = "", string types = "", string members = "") =>
        [TestKind.WithSpec(spec, types, kindMembers: members), Mapping, Webhook];
}
