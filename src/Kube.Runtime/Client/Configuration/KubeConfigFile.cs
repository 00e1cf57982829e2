using YamlDotNet.Core;

namespace Kube.Runtime.Client.Configuration;

/// <summary>Reads one kubeconfig file; relative paths in it count from its directory.</summary>
internal static class KubeConfigFile
{
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
                    Named(root, "clusters", "cluster", path, (tree, at) => ClusterOf(tree, at, directory)),
                    Named(root, "users", "user", path, (tree, at) => UserOf(tree, at, directory)));
        }
        catch (YamlException e)
        {
            throw new KubeConfigException($"The kubeconfig '{path}' is not valid YAML at line {e.Start.Line}, column {e.Start.Column}: {e.Message}", e);
        }
    }

    private static Dictionary<string, T> Named<T>(YamlTree root, string list, string member, string path, Func<YamlTree, string, T> read)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in root.ItemsOf(list))
        {
            var name = item.Text("name") ?? throw new KubeConfigException($"The kubeconfig '{path}' has an entry of '{list}' without a name.");
            entries.TryAdd(name, read(item[member] ?? new YamlTree.Mapping(new Dictionary<string, YamlTree>()), $"{list} '{name}' of the kubeconfig '{path}'"));
        }

        return entries;
    }

    private static ContextEntry ContextOf(YamlTree tree, string at) => new(Needed(tree, "cluster", at), tree.Text("user"), tree.Text("namespace"));

    private static ClusterEntry ClusterOf(YamlTree tree, string at, string directory) => new(Needed(tree, "server", at))
    {
        AuthorityData = tree.Text("certificate-authority-data"),
        AuthorityFile = Absolute(tree.Text("certificate-authority"), directory),
        TlsServerName = tree.Text("tls-server-name"),
        SkipTlsVerify = tree.Text("insecure-skip-tls-verify") is "true",
        Proxy = tree.Text("proxy-url"),
    };

    private static UserEntry UserOf(YamlTree tree, string at, string directory) => new()
    {
        Token = tree.Text("token"),
        TokenFile = Absolute(tree.Text("tokenFile"), directory),
        CertificateData = tree.Text("client-certificate-data"),
        CertificateFile = Absolute(tree.Text("client-certificate"), directory),
        KeyData = tree.Text("client-key-data"),
        KeyFile = Absolute(tree.Text("client-key"), directory),
        UserName = tree.Text("username"),
        Password = tree.Text("password"),
        Exec = tree["exec"] is YamlTree.Mapping exec ? ExecOf(exec, at, directory) : null,
        AuthProvider = tree["auth-provider"]?.Text("name"),
    };

    private static ExecEntry ExecOf(YamlTree tree, string at, string directory)
    {
        var command = Needed(tree, "command", at);

        // A bare name is looked up in PATH; a relative path counts from the file, as everywhere else.
        var hasDirectory = command.Contains('/', StringComparison.Ordinal) || command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return new ExecEntry(hasDirectory ? Absolute(command, directory)! : command, Needed(tree, "apiVersion", at))
        {
            Arguments = [.. tree.ItemsOf("args").OfType<YamlTree.Scalar>().Select(argument => argument.Value)],
            Environment = tree.ItemsOf("env").ToDictionary(pair => Needed(pair, "name", at), pair => pair.Text("value") ?? "", StringComparer.Ordinal),
            InstallHint = tree.Text("installHint") ?? "",
            ProvideClusterInfo = tree.Text("provideClusterInfo") is "true",
        };
    }

    private static string Needed(YamlTree tree, string name, string at) =>
        tree.Text(name) ?? throw new KubeConfigException($"{at} has no '{name}'.");

    private static string? Absolute(string? path, string directory) => path is null ? null : Path.GetFullPath(path, directory);
}
