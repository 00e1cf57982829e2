using Kube.Runtime.Client;
using Kube.Runtime.Client.Http;

namespace Kube.Runtime.Tests.Client;

/// <summary>Proxies of the environment, as Go programs read them.</summary>
public sealed class EnvironmentProxyTests
{
    [Theory]
    [InlineData("https://api.example.com:6443", "http://secure:1/")]
    [InlineData("http://api.example.com", "http://plain:2/")]
    [InlineData("https://localhost:6443", null)]
    [InlineData("https://127.0.0.1:6443", null)]
    [InlineData("https://10.1.2.3", null)]
    [InlineData("https://11.1.2.3", "http://secure:1/")]
    [InlineData("https://192.168.0.9", null)]
    [InlineData("https://inner.org", null)]
    [InlineData("https://a.inner.org", null)]
    [InlineData("https://winner.org", "http://secure:1/")]
    [InlineData("https://below.org", "http://secure:1/")]
    [InlineData("https://a.below.org", null)]
    [InlineData("https://ported.org:8443", null)]
    [InlineData("https://ported.org:8444", "http://secure:1/")]
    [InlineData("https://[fd00::1]", null)]
    public void Exceptions_are_read_as_kubectl_reads_them(string target, string? expected)
    {
        var proxy = new EnvironmentProxy(new("http://secure:1", "plain:2", "10.0.0.0/8, 192.168.0.9,inner.org,.below.org,ported.org:8443,fd00::/8"));
        Assert.Equal(expected, proxy.GetProxy(new Uri(target))?.AbsoluteUri);
    }

    [Fact]
    public void A_star_excepts_everything_and_without_variables_there_is_no_proxy()
    {
        Assert.Null(new EnvironmentProxy(new("http://p", null, "*")).GetProxy(new("https://x")));
        Assert.Null(new EnvironmentProxy(new(null, null, null)).GetProxy(new("https://x")));
        Assert.Contains("HTTPS_PROXY", Assert.Throws<KubeConfigException>(() => new EnvironmentProxy(new("http://:::", null, null))).Message, StringComparison.Ordinal);
    }
}
