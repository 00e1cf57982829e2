using System.Text.Json;
using Kube;
using Ray.Api;
using Ray.Api.V1;
using Ray.Operator.RayClusters.Desired;

namespace Ray.Operator.Tests.Desired;

/// <summary>Whole objects, as they go to the API server, from a manifest as users write it.</summary>
public class GoldenTests
{
    private const string Manifest =
        """
        {
          "apiVersion": "ray.io/v1",
          "kind": "RayCluster",
          "metadata": { "name": "demo", "namespace": "default", "uid": "0b9d6e0c-0000-4000-8000-000000000001" },
          "spec": {
            "rayVersion": "2.46.0",
            "headServiceAnnotations": { "example.org/team": "a" },
            "headGroupSpec": {
              "rayStartParams": { "dashboard-host": "0.0.0.0", "num-cpus": "0" },
              "template": {
                "metadata": { "labels": { "app.kubernetes.io/name": "demo-app" } },
                "spec": {
                  "containers": [
                    {
                      "name": "ray-head",
                      "image": "rayproject/ray:2.46.0",
                      "resources": { "limits": { "cpu": "1", "memory": "2Gi" }, "requests": { "cpu": "1", "memory": "2Gi" } },
                      "ports": [
                        { "containerPort": 6379, "name": "gcs-server", "protocol": "TCP" },
                        { "containerPort": 8265, "name": "dashboard", "protocol": "TCP" },
                        { "containerPort": 10001, "name": "client", "protocol": "TCP" }
                      ]
                    }
                  ]
                }
              }
            },
            "workerGroupSpecs": [
              {
                "groupName": "gpu",
                "replicas": 1,
                "minReplicas": 0,
                "maxReplicas": 3,
                "numOfHosts": 1,
                "labels": { "example.org/zone": "b" },
                "rayStartParams": { "log-color": "false" },
                "template": {
                  "spec": {
                    "containers": [
                      {
                        "name": "ray-worker",
                        "image": "rayproject/ray:2.46.0-gpu",
                        "command": ["echo"],
                        "args": ["hello"],
                        "env": [{ "name": "RAY_IP", "value": "mine" }, { "name": "MINE", "value": "1" }],
                        "resources": { "limits": { "cpu": "1500m", "memory": "4Gi", "nvidia.com/gpu": "2" } },
                        "lifecycle": { "preStop": { "exec": { "command": ["/bin/sh", "-c", "ray stop"] } } },
                        "volumeMounts": [{ "mountPath": "/data", "name": "data" }]
                      }
                    ],
                    "volumes": [{ "name": "data", "emptyDir": {} }]
                  }
                }
              }
            ]
          }
        }
        """;

    private static readonly RayCluster s_cluster = JsonSerializer.Deserialize(Manifest, RayJsonContext.Default.RayCluster)!;

    [Fact]
    public void Head_pod() => Golden.Matches("head-pod", HeadPod.Build(s_cluster, Sample.Settings), KubeJsonContext.Default.V1Pod);

    [Fact]
    public void Worker_pod() =>
        Golden.Matches(
            "worker-pod",
            WorkerPod.Build(s_cluster, s_cluster.Group(), Sample.Settings, new WorkerReplica(0)),
            KubeJsonContext.Default.V1Pod);

    [Fact]
    public void Head_service() =>
        Golden.Matches("head-service", HeadService.Build(s_cluster, Sample.Settings), KubeJsonContext.Default.V1Service);

    [Fact]
    public void Head_service_of_the_user()
    {
        var cluster = JsonSerializer.Deserialize(Manifest, RayJsonContext.Default.RayCluster)!;
        cluster.Spec!.HeadGroupSpec!.HeadService = JsonSerializer.Deserialize(
            """
            {
              "metadata": { "name": "front", "labels": { "a": "1" } },
              "spec": { "type": "LoadBalancer", "ports": [{ "name": "web", "port": 80, "targetPort": "dashboard" }] }
            }
            """,
            KubeJsonContext.Default.V1Service);

        Golden.Matches("head-service-of-the-user", HeadService.Build(cluster, Sample.Settings), KubeJsonContext.Default.V1Service);
    }
}
