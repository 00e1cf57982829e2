using YamlDotNet.Core;

namespace Kube.Runtime.Client.Configuration;

/// <summary>
/// Reads one kubeconfig file; relative paths in it count from its directory. Only what is chosen later must be complete: an entry that nobody
/// uses hinders nobody.
/// </summary>
internal static class KubeConfigFile
{
    private const string PluginExtension = "client.authentication.k8s.io/exec";

    public static async Task<KubeConfig> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            return Parse(text, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KubeConfigException($"The kubeconfig '{path}' cannot be read: {e.Message}", e);
        }
    }

    public static KubeConfig Parse(string text, string path)
    {
        try
        {
            using var reader = new StringReader(text);
            var root = YamlTree.Parse(reader);
            var directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
            return root is null
                ? KubeConfig.Empty
                : new KubeConfig(
                    root.Text("current-context"),
                    Named(root, "contexts", "context", path, ContextOf),
                    Named(root, "clusters", "cluster", path, tree => ClusterOf(tree, directory)),
                    Named(root, "users", "user", path, tree => UserOf(tree, directory)));
        }
        catch (YamlException e)
        {
            throw new KubeConfigException($"The kubeconfig '{path}' is not valid YAML at line {e.Start.Line}, column {e.Start.Column}: {e.Message}", e);
        }
    }

    private static Dictionary<string, T> Named<T>(YamlTree root, string list, string member, string path, Func<YamlTree, T> read)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in root.ItemsOf(list))
        {
            var name = item.Text("name") ?? throw new KubeConfigException($"The kubeconfig '{path}' has an entry of '{list}' without a name.");
            entries.TryAdd(name, read(item[member] ?? new YamlTree.Mapping(new Dictionary<string, YamlTree>())));
        }

        return entries;
    }

    private static ContextEntry ContextOf(YamlTree tree) => new(tree.Text("cluster"), tree.Text("user"), tree.Text("namespace"));

    private static ClusterEntry ClusterOf(YamlTree tree, string directory) => new(tree.Text("server"))
    {
        AuthorityData = tree.Text("certificate-authority-data"),
        AuthorityFile = Absolute(tree.Text("certificate-authority"), directory),
        TlsServerName = tree.Text("tls-server-name"),
        SkipTlsVerify = tree.Text("insecure-skip-tls-verify") is "true",
        Proxy = tree.Text("proxy-url"),
        DisableCompression = tree.Text("disable-compression") is "true",
        PluginConfig = tree.ItemsOf("extensions").FirstOrDefault(one => one.Text("name") == PluginExtension)?["extension"]?.ToJson(),
    };

    private static UserEntry UserOf(YamlTree tree, string directory) => new()
    {
        Token = tree.Text("token"),
        TokenFile = Absolute(tree.Text("tokenFile"), directory),
        CertificateData = tree.Text("client-certificate-data"),
        CertificateFile = Absolute(tree.Text("client-certificate"), directory),
        KeyData = tree.Text("client-key-data"),
        KeyFile = Absolute(tree.Text("client-key"), directory),
        UserName = tree.Text("username"),
        Password = tree.Text("password"),
        Exec = tree["exec"] is YamlTree.Mapping exec ? ExecOf(exec, directory) : null,
        Impersonation = tree.Text("as") is { } user ? ImpersonationOf(user, tree) : null,
        AuthProvider = tree["auth-provider"]?.Text("name"),
    };

    private static ImpersonationEntry ImpersonationOf(string user, YamlTree tree) => new(user, tree.Text("as-uid"), tree.TextsOf("as-groups"))
    {
        Extra = tree["as-user-extra"] is YamlTree.Mapping extra
            ? extra.Members.Keys.ToDictionary(name => name, extra.TextsOf, StringComparer.Ordinal)
            : new Dictionary<string, IReadOnlyList<string>>(),
    };

    private static ExecEntry ExecOf(YamlTree tree, string directory)
    {
        var command = tree.Text("command");

        // A bare name is looked up in PATH; a relative path counts from the file, as everywhere else.
        var hasDirectory = command is not null
            && (command.Contains('/', StringComparison.Ordinal) || command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in tree.ItemsOf("env"))
        {
            environment[pair.Text("name") ?? ""] = pair.Text("value") ?? "";
        }

        return new ExecEntry(hasDirectory ? Absolute(command, directory) : command, tree.Text("apiVersion"))
        {
            Arguments = tree.TextsOf("args"),
            Environment = environment,
            InstallHint = tree.Text("installHint") ?? "",
            InteractiveMode = tree.Text("interactiveMode"),
            ProvideClusterInfo = tree.Text("provideClusterInfo") is "true",
        };
    }

    private static string? Absolute(string? path, string directory) => path is null ? null : Path.GetFullPath(path, directory);
}
