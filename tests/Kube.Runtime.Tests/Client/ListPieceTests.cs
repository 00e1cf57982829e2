using System.Text;
using CsCheck;
using k8s.Models;
using Kube.Runtime.Client.Decoding;

namespace Kube.Runtime.Tests.Client;

/// <summary>Lists that arrive in pieces.</summary>
public sealed class ListPieceTests
{
    private static readonly ApiRequest s_request = new(HttpMethod.Get, "/api/v1/pods") { Resource = BuiltInResources.Pods.Definition };

    [Fact]
    public async Task Wherever_a_list_is_cut_it_is_read_as_a_whole() =>
        await Gen.Select(Gen.Int[0, 5], Gen.Int[1, 200_000], Gen.Int).SampleAsync(async (count, size, seed) =>
        {
            // Items from small to larger than any buffer, a few of them bad.
            var items = Enumerable.Range(0, count).Select(i => i == 3
                ? """{"metadata":{"name":"bad","namespace":"n"},"spec":[]}"""
                : "{\"metadata\":{\"name\":\"p" + i + "\",\"annotations\":{\"text\":\"" + new string('x', size * i) + "\\\"\"}}}");
            var json = "{\"kind\":\"PodList\",\"items\":[" + string.Join(" , ", items) + "],\"metadata\":{\"resourceVersion\":\"7\"}}\n";

            var list = await DecodeAsync(json, seed);

            Assert.Equal(Enumerable.Range(0, count).Where(i => i != 3).Select(i => $"p{i}"), list.Items.Select(pod => pod.Metadata.Name));
            Assert.All(list.Items, pod => Assert.EndsWith("\"", pod.Metadata.Annotations["text"], StringComparison.Ordinal));
            Assert.Equal(count > 3 ? ["bad"] : [], list.Undecodable.Select(bad => bad.Key.Name));
            Assert.Equal("7", list.ResourceVersion);
        }, iter: 100);

    [Fact]
    public async Task A_list_that_breaks_off_is_an_error()
    {
        const string Json = """{"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}],"metadata":{}}""";
        for (var length = 0; length < Json.Length; length++)
        {
            var error = await Assert.ThrowsAsync<ApiException>(() => DecodeAsync(Json[..length], seed: length));
            Assert.Equal(ApiFailureReasons.Unreadable, error.Reason);
        }
    }

    private static Task<ResourceList<V1Pod>> DecodeAsync(string json, int seed) =>
        ListDecoder.DecodeAsync(new Dripping(Encoding.UTF8.GetBytes(json), new Random(seed)), BuiltInResources.Pods.Json, s_request, TestContext.Current.CancellationToken);

    /// <summary>A stream that gives as much at a time as a network might.</summary>
    private sealed class Dripping(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, 40_000))], cancellationToken);
    }
}
