using System.Text.Json;
using BenchmarkDotNet.Attributes;
using k8s.Models;
using Kube;
using Kube.Runtime.Client.Decoding;
using Ray.DevEnvironment;

namespace Ray.Benchmarks.Micro;

/// <summary>The object of a watch event: a small pod with the managed fields of two managers, which are a large part of it.</summary>
public class DecodingBenchmarks
{
    private static readonly ApiRequest s_whole = new(HttpMethod.Get, "/api/v1/pods") { Resource = BuiltInResources.Pods.Definition };
    private static readonly ApiRequest s_lean = s_whole with { OmitManagedFields = true };

    private static readonly string[] s_conditions = ["Initialized", "Ready", "ContainersReady", "PodScheduled"];

    private byte[] _event = [];

    /// <summary>Writes the event.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var template = Clusters.Of("team", "demo", ("workers", 1)).Spec!.WorkerGroupSpecs![0].Template!;
        var pod = new V1Pod
        {
            Metadata = new()
            {
                Name = "demo-workers-worker-abcde",
                NamespaceProperty = "team",
                Uid = "2d5e5a3c-5b0c-4a5e-9a5e-111111111111",
                ResourceVersion = "123456",
                Labels = new Dictionary<string, string> { ["ray.io/cluster"] = "demo", ["ray.io/group"] = "workers", ["ray.io/node-type"] = "worker" },
                ManagedFields = [.. Enumerable.Range(0, 2).Select(ManagedFields)],
            },
            Spec = template.Spec,
            Status = new()
            {
                Phase = "Running",
                PodIP = "10.0.0.1",
                Conditions = [.. s_conditions.Select(type => new V1PodCondition { Type = type, Status = "True" })],
            },
        };
        _event = JsonSerializer.SerializeToUtf8Bytes(pod, KubeJsonContext.Default.V1Pod);
    }

    /// <summary>As a client that wants all of it.</summary>
    [Benchmark(Baseline = true)]
    public object? Whole() => new ObjectDecoder<V1Pod>(KubeJsonContext.Default.V1Pod, s_whole).TryDecode(_event, out _);

    /// <summary>As an informer, which keeps no managed fields.</summary>
    [Benchmark]
    public object? WithoutManagedFields() => new ObjectDecoder<V1Pod>(KubeJsonContext.Default.V1Pod, s_lean).TryDecode(_event, out _);

    /// <summary>The same by the serializer alone.</summary>
    [Benchmark]
    public object? Serializer() => JsonSerializer.Deserialize(_event, KubeJsonContext.Default.V1Pod);

    private static V1ManagedFieldsEntry ManagedFields(int number) => new()
    {
        Manager = $"manager-{number}",
        Operation = "Update",
        ApiVersion = "v1",
        FieldsType = "FieldsV1",
        FieldsV1 = JsonDocument.Parse(
            "{" + string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""
            "f:field{{number}}-{{i}}": { ".": { }, "f:x{{i}}": { } }
            """)) + "}").RootElement,
    };
}
