using System.Net;

namespace Kube.Runtime.Client.Credentials;

/// <summary>Words failures of credential plugins.</summary>
internal static class ExecFailure
{
    public static ApiException Of(ExecPlugin plugin, string what, Exception? inner = null) =>
        new(HttpStatusCode.Unauthorized, "NoCredential", $"The credential plugin '{plugin.Command}' of the kubeconfig {what}.", inner);
}
