using Ray.Operator.Options;

namespace Ray.Operator.Tests.Options;

/// <summary>A value that cannot be used is told with option, source and allowed values, and no other is lost for it.</summary>
public sealed class BadOptionTests
{
    [Theory]
    [InlineData("--reconcile-concurrency", "0", "'0' is no whole number of 1 or more; use a whole number of 1 or more")]
    [InlineData("--reconcile-concurrency", "many", "'many' is no whole number of 1 or more; use a whole number of 1 or more")]
    [InlineData("--watch-namespace", "a,B", "'B' is no name of a namespace; use names of namespaces, separated by commas")]
    [InlineData("--leader-election-namespace", "a,b", "'a,b' is no name of a namespace; use the name of a namespace")]
    [InlineData("--webhook-bind-address", "0", "webhooks need an address; use [address]:port with an IP address, such as :9443")]
    [InlineData("--webhook-names", "a,b c", "'b c' is neither a DNS name nor an IP address; use DNS names and IP addresses, separated by commas")]
    [InlineData("--log-stdout-encoder", "xml", "'xml' is not known; use json or console")]
    [InlineData("--log-level", "loud", "'loud' is no severity; use trace, debug, info, warning, error or critical")]
    [InlineData("--batch-scheduler", "slurm", "'slurm' is not known; use volcano or yunikorn or kai-scheduler or scheduler-plugins")]
    [InlineData("--cluster-domain", "not a domain", "'not a domain' is no DNS domain; use a DNS domain")]
    [InlineData("--enable-login-shell", "1", "'1' is neither true nor false; use true or false")]
    [InlineData("--default-requeue-seconds", "soon", "use a whole number of seconds, 0 for never")]
    public void By_a_flag(string flag, string text, string message)
    {
        var error = Assert.Single(OptionsReaderTests.Read(flags: [(flag, text)]).Errors);

        Assert.StartsWith(flag + ": ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData(":70000")]
    [InlineData("localhost:80")]
    [InlineData("8080")]
    public void An_address_needs_an_IP_address_and_a_port(string text) =>
        Assert.Equal(
            $"--metrics-addr: '{text}' is no [address]:port with an IP address; "
            + "use [address]:port with an IP address, such as :8082 or 127.0.0.1:8082, or 0 for nowhere",
            Assert.Single(OptionsReaderTests.Read(flags: [("--metrics-addr", text)]).Errors));

    [Fact]
    public void By_a_variable() =>
        Assert.Equal(
            "variable ENABLE_PROBES_INJECTION: 'no' is neither true nor false; use true or false",
            Assert.Single(OptionsReaderTests.Read(variables: [("ENABLE_PROBES_INJECTION", "no")]).Errors));

    [Fact]
    public void By_a_line_of_the_file() =>
        Assert.Equal(
            "reconcileConcurrency in config.yaml, line 4: 'many' is no whole number of 1 or more; use a whole number of 1 or more",
            Assert.Single(OptionsReaderTests.Read(file: "enableMetrics: true\nreconcileConcurrency: many").Errors));

    [Theory]
    [InlineData("RayClusterFoo=true", "'RayClusterFoo' is no feature gate")]
    [InlineData("RayMultiHostIndexing", "'RayMultiHostIndexing' has no value")]
    [InlineData("RayMultiHostIndexing=on", "'on' is neither true nor false")]
    [InlineData("RayClusterMTLS=true", "'RayClusterMTLS' is not available in this operator")]
    [InlineData("KubernetesWAS=true", "'KubernetesWAS' is not available in this operator")]
    public void A_feature_gate(string text, string message) =>
        Assert.StartsWith(
            $"--feature-gates: {message}; use name=true or name=false, separated by commas; names are RayClusterStatusConditions, ",
            Assert.Single(OptionsReaderTests.Read(flags: [("--feature-gates", text)]).Errors),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("RayClusterMTLS=false, KubernetesWAS=false")]
    [InlineData("RayCronJob=true,SidecarSubmitterRestart=true,RayServiceIncrementalUpgrade=false")]
    public void Gates_that_change_nothing_here_are_taken(string text) =>
        Assert.Empty(OptionsReaderTests.Read(flags: [("--feature-gates", text)]).Errors);

    [Fact]
    public void Two_ways_to_name_the_batch_scheduler() =>
        Assert.StartsWith(
            "--batch-scheduler: --enable-batch-scheduler is set too: keep one of the two; use ",
            Assert.Single(OptionsReaderTests.Read([("--batch-scheduler", "volcano"), ("--enable-batch-scheduler", "true")]).Errors),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("watchNamespaces: a", "watchNamespaces in config.yaml, line 3: there is no such field; did you mean watchNamespace?")]
    [InlineData("zzz: a", "zzz in config.yaml, line 3: there is no such field; use one of batchScheduler, clusterDomain, ")]
    [InlineData(
        "watchNamespace: [a]", "watchNamespace in config.yaml, line 3: is no single value; use names of namespaces, separated by commas")]
    [InlineData("headSidecarContainers: a", "headSidecarContainers in config.yaml, line 3: is no list")]
    [InlineData("headSidecarContainers:\n- image: a", "headSidecarContainers in config.yaml, line 4: has an item without a name")]
    [InlineData(
        "headSidecarContainers:\n- name: a\n- name: a", "headSidecarContainers in config.yaml, line 4: has several items named 'a'")]
    [InlineData(
        "workerSidecarContainers:\n- name: a\n  imagee: b",
        "workerSidecarContainers in config.yaml, line 4: has an item with the unknown member imagee")]
    [InlineData(
        "workerSidecarContainers:\n- name: a\n  env:\n  - name: b\n    valu: c",
        "workerSidecarContainers in config.yaml, line 4: has an item with the unknown member env.0.valu")]
    [InlineData(
        "defaultContainerEnvs:\n- name: A\n  value: 1",
        "defaultContainerEnvs in config.yaml, line 4: has an item that cannot be read at $.value")]
    [InlineData("defaultPodLabels: [a]", "defaultPodLabels in config.yaml, line 3: is no map of texts")]
    [InlineData(
        "defaultPodLabels:\n  a: 1", "defaultPodLabels in config.yaml, line 4: has a value for 'a' that is no text; put it in quotes")]
    [InlineData(
        "headSidecarContainers:\n- name: Upper", "headSidecarContainers in config.yaml, line 4: has an item whose name 'Upper' Kubernetes")]
    [InlineData(
        "defaultContainerEnvs:\n- name: A=B", "defaultContainerEnvs in config.yaml, line 4: has an item whose name 'A=B' Kubernetes")]
    [InlineData(
        "defaultPodLabels:\n  a/b/c: d", "defaultPodLabels in config.yaml, line 4: has the key 'a/b/c' that Kubernetes would refuse")]
    [InlineData(
        "defaultPodLabels:\n  a: not a value", "defaultPodLabels in config.yaml, line 4: has a value for 'a' that is no label value")]
    [InlineData("burst: 1\nburst: 2", "config.yaml, line 4, is no YAML that can be read: 'burst' stands here a second time")]
    public void A_file(string text, string message) =>
        Assert.StartsWith(message, Assert.Single(OptionsReaderTests.Read(file: text).Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "config.yaml holds no fields; begin it with 'apiVersion: config.ray.io/v1alpha1' and 'kind: Configuration'")]
    [InlineData("kind: Configuration", "config.yaml has no apiVersion; use apiVersion: config.ray.io/v1alpha1")]
    [InlineData(
        "apiVersion: config.ray.io/v1alpha1\nkind: Config", "kind in config.yaml, line 2, is another one; use kind: Configuration")]
    public void A_file_of_another_kind(string text, string message) =>
        Assert.Equal(
            message,
            Assert.Single(new OptionsReader(
                "1", new Dictionary<string, string>(), new Dictionary<string, string?>(), ConfigurationFile.Parse("config.yaml", text))
                .Read().Errors));

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => Assert.Equal(3, OptionsReaderTests.Read(
        [("--reconcile-concurrency", "0")], [("ENABLE_LOGIN_SHELL", "yes")], "probeAddr: nowhere").Errors.Length);
}
