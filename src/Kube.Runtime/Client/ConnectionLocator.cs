using Kube.Runtime.Client.Configuration;

namespace Kube.Runtime.Client;

/// <summary>Decides which description of a server counts.</summary>
internal sealed class ConnectionLocator(ProcessEnvironment environment)
{
    public async Task<ApiServerConnection> LocateAsync(ConnectionOptions options, CancellationToken cancellationToken)
    {
        var fallback = Path.Combine(environment.HomeDirectory, ".kube", "config");
        if (options.KubeConfigPath is { } path)
        {
            return File.Exists(path)
                ? await FromFilesAsync([path], options.Context, cancellationToken).ConfigureAwait(false)
                : throw new KubeConfigException($"The kubeconfig '{path}' does not exist.");
        }

        if (!string.IsNullOrEmpty(environment.KubeConfig))
        {
            var files = environment.KubeConfig.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(File.Exists).ToArray();
            return files.Length > 0
                ? await FromFilesAsync(files, options.Context, cancellationToken).ConfigureAwait(false)
                : throw new KubeConfigException(
                    $"KUBECONFIG names '{environment.KubeConfig}', which does not exist. Correct the variable or unset it.");
        }

        if (File.Exists(fallback))
        {
            return await FromFilesAsync([fallback], options.Context, cancellationToken).ConfigureAwait(false);
        }

        return InClusterConfig.TryLoad(environment) ?? throw new KubeConfigException(
            "No API server is configured. Looked for a named kubeconfig (none given), the variable KUBECONFIG (not set), the file " +
            $"{fallback} (absent) and a pod's own credentials (KUBERNETES_SERVICE_HOST is not set). Name a kubeconfig file, or set KUBECONFIG.");
    }

    private async Task<ApiServerConnection> FromFilesAsync(
        IReadOnlyList<string> files, string? context, CancellationToken cancellationToken)
    {
        var merged = KubeConfig.Empty;
        foreach (var file in files)
        {
            merged = merged.Merge(await KubeConfigFile.ReadAsync(file, cancellationToken).ConfigureAwait(false));
        }

        return KubeConfigConnection.Of(merged, context, string.Join(Path.PathSeparator, files), environment.HasTerminal);
    }
}
