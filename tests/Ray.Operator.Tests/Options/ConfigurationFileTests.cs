namespace Ray.Operator.Tests.Options;

public sealed class ConfigurationFileTests
{
    [Fact]
    public void What_the_installation_adds_to_pods_is_read()
    {
        var settings = OptionsReaderTests.Read(file:
            """
            headSidecarContainers:
            - name: fluentbit
              image: fluent/fluent-bit:1.9.6
              env:
              - name: LEVEL
                value: "1"
              resources:
                limits: {cpu: 100m, memory: 128Mi}
              volumeMounts:
              - {name: ray-logs, mountPath: /tmp/ray, readOnly: true}
            workerSidecarContainers:
            - name: exporter
            defaultContainerEnvs:
            - name: TEAM
              value: data
            - name: NODE
              valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
            defaultPodLabels: {example.com/team: data}
            defaultPodAnnotations:
              example.com/contact: "team@example.com"
            """).Options.Settings;

        var sidecar = Assert.Single(settings.HeadSidecarContainers);
        Assert.Equal(("fluentbit", "1", "100m"), (sidecar.Name, sidecar.Env[0].Value, sidecar.Resources.Limits["cpu"].ToString()));
        Assert.True(sidecar.VolumeMounts[0].ReadOnlyProperty);
        Assert.Equal("exporter", Assert.Single(settings.WorkerSidecarContainers).Name);
        Assert.Equal("spec.nodeName", settings.DefaultContainerEnvironment[1].ValueFrom.FieldRef.FieldPath);
        Assert.Equal("data", settings.DefaultPodLabels["example.com/team"]);
        Assert.Equal("team@example.com", settings.DefaultPodAnnotations["example.com/contact"]);
    }

    [Fact]
    public void A_file_of_KubeRay_is_read_as_it_is()
    {
        var reading = OptionsReaderTests.Read(file:
            """
            metricsAddr: ":8080"
            probeAddr: ":8082"
            enableLeaderElection: true
            reconcileConcurrency: 1
            watchNamespace: ""
            logFile: ""
            logStdoutEncoder: json
            enableBatchScheduler: false
            batchScheduler: ""
            useKubernetesProxy: false
            enableMetrics: true
            qps: 100
            burst: 200
            headSidecarContainers: []
            defaultContainerEnvs:
            """);

        Assert.Empty(reading.Errors);
        Assert.Equal((1, true), (reading.Options.Concurrency, reading.Options.EnableClusterMetrics));
    }
}
