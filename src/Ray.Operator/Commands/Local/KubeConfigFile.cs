namespace Ray.Operator.Commands.Local;

/// <summary>A kubeconfig at a place that the user chose. It is new, never somebody's own, and deleted at the end.</summary>
internal sealed class KubeConfigFile : IDisposable
{
    private KubeConfigFile(string path) => Path = path;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Writes the file.</summary>
    /// <exception cref="LocalException">It exists already, or cannot be written.</exception>
    public static KubeConfigFile Write(string path, string content)
    {
        var full = path;
        try
        {
            full = System.IO.Path.GetFullPath(path);
            using var writer = new StreamWriter(new FileStream(full, FileMode.CreateNew, FileAccess.Write));
            writer.Write(content);
            return new(full);
        }
        catch (IOException e) when (File.Exists(full))
        {
            throw new LocalException($"The kubeconfig is not written: {full} exists already. Name another file with --kubeconfig-out, or delete it.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LocalException($"The kubeconfig cannot be written: {e.Message} Name another file with --kubeconfig-out.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder is gone, or nobody may write to it any more: there is nothing left to clear up.
        }
    }
}
