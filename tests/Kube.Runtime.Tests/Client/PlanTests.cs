using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using k8s.Models;
using Kube.Runtime.Client.Decoding;
using Kube.Runtime.Client.Decoding.Plans;

namespace Kube.Runtime.Tests.Client;

/// <summary>Plans against the serializer, which says what is right.</summary>
public sealed class PlanTests
{
    private static readonly ApiRequest s_request = new(HttpMethod.Get, "/");
    private static readonly JsonTypeInfo<V1Pod> s_pod = BuiltInResources.Pods.Json;
    private static readonly JsonTypeInfo<Assortment> s_assortment = AssortmentJson.Default.Assortment;

    [Fact]
    public void A_plan_reads_a_pod_as_the_serializer_does() => AssertSame(PlanSamples.Pod, s_pod, mustRead: true);

    [Fact]
    public void A_plan_reads_members_of_every_sort_as_the_serializer_does() => AssertSame(PlanSamples.Assortment, s_assortment, mustRead: true);

    [Fact]
    public void Whatever_becomes_of_a_pod_a_plan_reads_it_as_the_serializer_does_or_not_at_all() =>
        PlanSamples.Mutated(PlanSamples.Pod).Sample(json => { AssertSame(json, s_pod, mustRead: false); }, iter: 3000);

    [Fact]
    public void Whatever_becomes_of_members_of_every_sort_a_plan_reads_them_as_the_serializer_does_or_not_at_all() =>
        PlanSamples.Mutated(PlanSamples.Assortment).Sample(json => { AssertSame(json, s_assortment, mustRead: false); }, iter: 3000);

    [Theory]
    [InlineData("""{"map":{"k":"v","k":"w"},"text":"a","text":"b","branch":{"name":"x"},"branch":{"twigs":[]}}""", true)] // the last one counts
    [InlineData("""{"te\u0078t":"escaped"}""", false)]
    [InlineData("""{"TEXT":"another member"}""", true)]
    [InlineData("""{"strict":{"needed":"one is missing"}}""", false)]
    [InlineData("""{"number":5.0}""", false)]
    [InlineData("""{"number":"5"}""", false)]
    [InlineData("""{"number":99999999999}""", false)]
    [InlineData("""{"number":null}""", false)]
    [InlineData("""{"numbers":[1,null]}""", false)]
    [InlineData("""{"time":"yesterday"}""", false)]
    [InlineData("""{"bytes":"?"}""", false)]
    [InlineData("""{"text":"\ud800"}""", false)]
    [InlineData("""{"animal":{"name":"d","$type":"dog"}}""", false)]
    [InlineData("7", false)]
    [InlineData("null", false)]
    [InlineData("[]", false)]
    public void Oddities_are_read_as_the_serializer_does(string json, bool isRead) => Assert.Equal(isRead, AssertSame(json, s_assortment, mustRead: isRead));

    [Fact]
    public void Types_that_contain_themselves_end_where_the_serializer_ends()
    {
        AssertSame("{\"branch\":" + Deep(25) + "}", s_assortment, mustRead: true);
        Assert.False(AssertSame("{\"branch\":" + Deep(40) + "}", s_assortment, mustRead: false));
        Assert.False(AssertSame("{\"branch\":" + Deep(4000) + "}", s_assortment, mustRead: false));

        static string Deep(int levels) => string.Concat(Enumerable.Repeat("""{"twigs":[""", levels)) + "{}" + string.Concat(Enumerable.Repeat("]}", levels));
    }

    [Fact]
    public void Values_of_any_shape_that_are_too_deep_to_be_written_are_not_read() =>
        Assert.False(AssertSame("{\"any\":" + new string('[', 70) + new string(']', 70) + "}", s_assortment, mustRead: false));

    [Fact]
    public void Options_that_change_what_JSON_means_leave_everything_to_the_serializer()
    {
        Assert.NotNull(PlanCatalog.Find(With(_ => { })));
        Assert.Null(PlanCatalog.Find(With(options => options.PropertyNameCaseInsensitive = true)));
        Assert.Null(PlanCatalog.Find(With(options => options.RespectNullableAnnotations = true)));
        Assert.Null(PlanCatalog.Find(With(options => options.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString)));
        Assert.Null(PlanCatalog.Find(With(options => options.Converters.Add(new Backwards()))));

        static JsonTypeInfo With(Action<JsonSerializerOptions> change)
        {
            var options = new JsonSerializerOptions(AssortmentJson.Default.Options);
            change(options);
            options.MakeReadOnly();
            return options.GetTypeInfo(typeof(Assortment));
        }
    }

    [Fact]
    public void Equal_short_texts_and_equal_free_form_values_are_one_object()
    {
        var (first, second) = (Decode(PlanSamples.Pod)!, Decode(PlanSamples.Pod)!);
        Assert.Same(first.Spec.Containers[0].Image, second.Spec.Containers[0].Image);
        Assert.Same(first.Metadata.Labels.Keys.First(), second.Metadata.Labels.Keys.First());
        Assert.Same(first.Metadata.ManagedFields[0].FieldsV1, second.Metadata.ManagedFields[0].FieldsV1);
    }

    [Fact]
    public void Managed_fields_are_passed_over_when_nobody_wants_them()
    {
        var request = s_request with { OmitManagedFields = true };
        var pod = new ObjectDecoder<V1Pod>(s_pod, request).TryPlan(Encoding.UTF8.GetBytes(PlanSamples.Pod))!;
        var whole = Decode(PlanSamples.Pod)!;

        Assert.NotNull(whole.Metadata.ManagedFields);
        Assert.Null(pod.Metadata.ManagedFields);
        whole.Metadata.ManagedFields = null;
        Assert.Equal(JsonSerializer.Serialize(whole, s_pod), JsonSerializer.Serialize(pod, s_pod));
    }

    [Fact]
    public void Texts_that_share_a_slot_stay_apart() =>
        Gen.String[0, 70].Array[1, 50].Sample(texts =>
        {
            var json = JsonSerializer.Serialize(texts);
            var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json), isAll: true, default);
            cursor.Json.Read();
            var read = new List<string>();
            while (cursor.Json.Read() && cursor.Json.TokenType == JsonTokenType.String)
            {
                read.Add(SharedTexts.Read(ref cursor.Json));
            }

            return read.SequenceEqual(JsonSerializer.Deserialize<string[]>(json)!);
        });

    private static V1Pod? Decode(string json) => new ObjectDecoder<V1Pod>(s_pod, s_request).TryDecode(Encoding.UTF8.GetBytes(json), out _);

    /// <summary>Whether the plan read the object.</summary>
    private static bool AssertSame<T>(string json, JsonTypeInfo<T> type, bool mustRead)
        where T : class
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var cursor = new JsonCursor(utf8, isAll: true, UntypedReader.State);
        cursor.Json.Read();
        if (new ObjectDecoder<T>(type, s_request).TryRead(ref cursor) is not { } read)
        {
            Assert.False(mustRead, "the plan read nothing");
            return false;
        }

        Assert.Equal(utf8.Length, cursor.Json.BytesConsumed);
        Assert.Equal(JsonSerializer.Serialize(JsonSerializer.Deserialize(utf8, type)!, type), JsonSerializer.Serialize(read, type));
        return true;
    }
}
