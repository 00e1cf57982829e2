using Ray.Operator.Yaml;

namespace Ray.Operator.Tests.Rights;

/// <summary>What <c>docs/rights.md</c> says of the operator's rights is what <c>deploy/rbac</c> grants.</summary>
public sealed class RightsTests
{
    [Fact]
    public void The_page_lists_exactly_the_rights_that_are_granted() =>
        Assert.Equal(
            Granted().Order(StringComparer.Ordinal),
            Rows().Where(row => row.Ours.Length > 0).Select(row => $"{row.Resource}: {row.Ours}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_difference_from_KubeRay_has_a_reason_and_no_right_goes_beyond_it_but_for_the_webhooks()
    {
        var rows = Rows();

        Assert.Equal(rows.Count, rows.Select(row => row.Resource).Distinct().Count());
        Assert.All(rows.Where(row => row.KubeRay != row.Ours), row => Assert.NotEqual("", row.Why));

        // Server-side apply is a patch, where KubeRay sends updates. Its webhooks have no certificate of their own.
        Assert.All(rows.Where(row => !row.Why.Contains("deploy/webhook", StringComparison.Ordinal)), row => Assert.Empty(row.Ours.Split(", ").Except([.. Verbs(row.KubeRay), "", "patch"])));
    }

    private static IEnumerable<string> Verbs(string text) =>
        text.Split(", ").SelectMany(verb => verb == "All" ? ["create", "delete", "get", "list", "patch", "update", "watch"] : new[] { verb });

    private static List<Row> Rows() =>
    [
        .. from line in File.ReadAllLines(Path.Combine(Root(), "docs", "rights.md"))
           where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Group", StringComparison.Ordinal)
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           select new Row($"{cells[1]}/{cells[2]}", cells[3], cells[4], cells[5]),
    ];

    // Rules of the ClusterRoles and of the Roles for the operator's own namespace: "group/resource: verbs".
    private static IEnumerable<string> Granted() =>
        from file in new[] { Path.Combine("deploy", "rbac", "role.yaml"), Path.Combine("deploy", "webhook", "role.yaml") }
        from document in File.ReadAllText(Path.Combine(Root(), file)).Split("---\n", StringSplitOptions.RemoveEmptyEntries)
        from rule in Assert.IsType<YamlList>(Assert.IsType<YamlMap>(YamlReader.Read(document))["rules"]!.Value).Items
        from resource in TextsOf(rule, "resources")
        let name = $"{(TextsOf(rule, "apiGroups").Single() is { Length: > 0 } group ? group : "core")}/{resource}"
        from verb in TextsOf(rule, "verbs")
        group verb by name into verbs
        select $"{verbs.Key}: {string.Join(", ", verbs.Distinct().Order(StringComparer.Ordinal))}";

    private static IEnumerable<string> TextsOf(YamlNode rule, string field) =>
        Assert.IsType<YamlList>(Assert.IsType<YamlMap>(rule)[field]!.Value).Items.Select(item => Assert.IsType<YamlScalar>(item).Text);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "RayOperator.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private sealed record Row(string Resource, string KubeRay, string Ours, string Why);
}
