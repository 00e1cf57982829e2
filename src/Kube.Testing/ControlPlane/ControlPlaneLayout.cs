namespace Kube.Testing;

/// <summary>The files of one control plane.</summary>
internal sealed record ControlPlaneLayout(string Root)
{
    public string EtcdData => Path.Combine(Root, "etcd");

    public string Logs => Path.Combine(Root, "logs");

    public string Pki => Path.Combine(Root, "pki");

    public string CertificateAuthority => Path.Combine(Pki, "ca.crt");

    public string ServerCertificate => Path.Combine(Pki, "apiserver.crt");

    public string ServerKey => Path.Combine(Pki, "apiserver.key");

    public string ServiceAccountKey => Path.Combine(Pki, "service-accounts.key");

    public string Tokens => Path.Combine(Root, "tokens.csv");

    public string KubeConfig => Path.Combine(Root, "kubeconfig");

    public string Log(string component) => Path.Combine(Logs, component + ".log");

    /// <summary>Folders that only their owner may enter: they hold an administrator's token.</summary>
    public void CreateDirectories()
    {
        foreach (var directory in new[] { Root, EtcdData, Logs, Pki })
        {
            if (OperatingSystem.IsWindows())
            {
                throw new PlatformNotSupportedException("The control plane's programs run on Linux and macOS only.");
            }

            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
