using System.Text;

namespace Kube.Testing;

/// <summary>Prints a kubeconfig with one cluster and one bearer token. The authority is embedded: the file can be moved.</summary>
internal static class KubeConfig
{
    public static string Print(Uri server, string authorityPem, string token) =>
        $"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: kube-testing
          cluster:
            server: {server.GetLeftPart(UriPartial.Authority)}
            certificate-authority-data: {Convert.ToBase64String(Encoding.UTF8.GetBytes(authorityPem))}
        users:
        - name: kube-testing
          user:
            token: "{token}"
        contexts:
        - name: kube-testing
          context:
            cluster: kube-testing
            user: kube-testing
            namespace: default
        current-context: kube-testing

        """;
}
