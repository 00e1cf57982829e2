using Kube.CrdWriter;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Rbac;

/// <summary>From attributes beside the code to the role file.</summary>
public sealed class RoleTests : IDisposable
{
    private const string Everything = """
        [Rbac<Example>(RbacVerbs.Watch, RbacVerbs.List)]
        [Rbac<Example>(RbacVerbs.Patch, Subresource = "status")]
        public class Reader { }

        [Rbac<V1Pod>(RbacVerbs.List, RbacVerbs.Create)]
        [Rbac<V1ConfigMap>(RbacVerbs.Get, ResourceNames = ["settings"])]
        [Rbac<V1ConfigMap>(RbacVerbs.Update, Namespace = "home")]
        [Rbac(RbacVerbs.Get, Urls = ["/metrics"])]
        [Rbac(RbacVerbs.Create, RbacVerbs.List, Groups = ["core"], Resources = ["services"])]
        public partial class Writer { }

        [Rbac<Example>(RbacVerbs.List, RbacVerbs.Get)]
        public partial class Writer { }
        """;

    private const string Roles = """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: demo
        rules:
        - nonResourceURLs:
          - /metrics
          verbs:
          - get
        - apiGroups:
          - ""
          resourceNames:
          - settings
          resources:
          - configmaps
          verbs:
          - get
        - apiGroups:
          - ""
          resources:
          - pods
          - services
          verbs:
          - create
          - list
        - apiGroups:
          - example.com
          resources:
          - examples
          verbs:
          - get
          - list
          - watch
        - apiGroups:
          - example.com
          resources:
          - examples/status
          verbs:
          - patch
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: demo
          namespace: home
        rules:
        - apiGroups:
          - ""
          resources:
          - configmaps
          verbs:
          - update

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rbac-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void RightsAreMergedSortedAndWritten()
    {
        Assert.Equal(0, Run(Everything, isCheck: false));
        Assert.Equal(Roles, File.ReadAllText(Path.Combine(_folder, "rbac", "role.yaml")));
        Assert.Equal(0, Run(Everything, isCheck: true));
        Assert.Equal(1, Run(Everything.Replace("RbacVerbs.Watch", "RbacVerbs.Get", StringComparison.Ordinal), isCheck: true));
    }

    [Fact]
    public void AssemblyAttributesCount()
    {
        var source = "using Kube; using k8s.Models; [assembly: Rbac<V1Node>(RbacVerbs.Get)]";
        Assert.Contains("nodes", Generation.Of(source).Files["Kube.Generated.RbacRoles.Manifests.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void NoRightsMakeNoRole() => Assert.Empty(Generation.Of("class Nothing;").Files);

    [Theory]
    [InlineData("[Rbac<V1Pod>]", "KCR190")]
    [InlineData("[Rbac(RbacVerbs.Get)]", "KCR190")]
    [InlineData("[Rbac(RbacVerbs.Get, Groups = [\"apps\"])]", "KCR190")]
    [InlineData("[Rbac(RbacVerbs.Get, Urls = [\"/a\"], Resources = [\"pods\"])]", "KCR190")]
    [InlineData("[Rbac(RbacVerbs.Get, Urls = [\"/a\"], Namespace = \"home\")]", "KCR190")]
    [InlineData("[Rbac<V1Pod>(\"read\")]", "KCR191")]
    [InlineData("[Rbac<V1Pod>(\"Get\")]", "KCR191")]
    [InlineData("[Rbac<V1Pod>(\"*\")]", "KCR192")]
    [InlineData("[Rbac(RbacVerbs.Get, Groups = [\"*\"], Resources = [\"pods\"])]", "KCR192")]
    [InlineData("[Rbac(RbacVerbs.Get, Groups = [\"\"], Resources = [\"*\"])]", "KCR192")]
    [InlineData("[Rbac<string>(RbacVerbs.Get)]", "KCR193")]
    [InlineData("[Rbac(RbacVerbs.Get, Groups = [\"\"], Resources = [\"Pods\"])]", "KCR194")]
    [InlineData("[Rbac<V1Pod>(RbacVerbs.Create, ResourceNames = [\"mine\"])]", "KCR195")]
    public void WrongRightIsShownAtItsAttribute(string attribute, string id)
    {
        var source = $"using Kube; using k8s.Models; {attribute} class Worker {{ }}";
        var problem = Assert.Single(Generation.Of(source).Result.Diagnostics);
        Assert.Equal((id, attribute[1..^1]), (problem.Id, source.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length)));
    }

    [Theory]
    [InlineData("[Rbac<V1Pod>(RbacVerbs.Get, RbacVerbs.DeleteCollection)]")]
    [InlineData("[Rbac(RbacVerbs.Get, Groups = [\"apps\"], Resources = [\"deployments/scale\"], ResourceNames = [\"mine\"])]")]
    [InlineData("[Rbac(RbacVerbs.Get, Urls = [\"/healthz/*\"])]")]
    [InlineData("[Rbac(\"use\", Groups = [\"policy\"], Resources = [\"podsecuritypolicies\"])]")]
    public void RightRightHasNoDiagnostic(string attribute) =>
        Assert.Empty(Generation.Of($"using Kube; using k8s.Models; {attribute} class Worker {{ }}").DiagnosticIds);

    [Fact]
    public void StaleRoleIsShownAtItsLine()
    {
        const string Source = "using Kube; using k8s.Models; [Rbac<V1Pod>(RbacVerbs.Get)] class Worker { }";
        var text = "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: demo\nrules:\n- apiGroups:\n  - \"\"\n"
            + "  resources:\n  - pods\n  verbs:\n  - get\n";
        Assert.Empty(FileRun.Of(Source, true, new BuildFile("rbac", "/repo/role.yaml", text)).Diagnostics);
        var stale = Assert.Single(FileRun.Of(Source, true, new BuildFile("rbac", "/repo/role.yaml", text.Replace("get", "list", StringComparison.Ordinal))).Diagnostics);
        Assert.Equal(("KCR171", 11), (stale.Id, stale.Location.GetLineSpan().StartLinePosition.Line));
        var missing = Assert.Single(FileRun.Of(Source, true).Diagnostics);
        Assert.Equal(("KCR171", "Rbac<V1Pod>(RbacVerbs.Get)"), (missing.Id, Source.Substring(missing.Location.SourceSpan.Start, missing.Location.SourceSpan.Length)));
    }

    private int Run(string types, bool isCheck)
    {
        var generation = Generation.Of(TestKind.WithSpec("", types));
        Assert.Empty(generation.DiagnosticIds);
        var path = Path.Combine(_folder, $"{Guid.NewGuid()}.dll");
        Assert.True(generation.Output.Emit(path, cancellationToken: TestContext.Current.CancellationToken).Success);
        using var output = new StringWriter();
        return GeneratedFiles.Run(new(path, null, Path.Combine(_folder, "rbac"), null, null, isCheck), output, output);
    }
}
