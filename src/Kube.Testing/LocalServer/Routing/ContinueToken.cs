using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Where a list goes on: after which object, and as of which revision.</summary>
internal sealed record ContinueToken(long Revision, string After)
{
    public static ContinueToken Read(string text)
    {
        try
        {
            var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
            var token = JsonNode.Parse(Convert.FromBase64String(padded))!;
            return new((long)token["rv"]!, (string)token["start"]!);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or NullReferenceException)
        {
            throw ApiFailure.BadRequest("invalid continue token: continue key is not valid");
        }
    }

    public override string ToString()
    {
        var token = new JsonObject { ["v"] = "meta.k8s.io/v1", ["rv"] = Revision, ["start"] = After };
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(token.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Cuts one page out of a list.</summary>
    /// <param name="items">The objects that are chosen, in order.</param>
    /// <param name="limit">How many; null or 0 for all.</param>
    /// <param name="revision">As of when they are so.</param>
    /// <param name="countsRest">Whether it is known how many are left; it is not where a selector chooses.</param>
    public static (IReadOnlyList<JsonObject> Page, JsonObject Metadata) Cut(IReadOnlyList<JsonObject> items, long? limit, long revision, bool countsRest)
    {
        var metadata = new JsonObject { ["resourceVersion"] = revision.ToString(CultureInfo.InvariantCulture) };
        if (limit is null or 0 || items.Count <= limit)
        {
            return (items, metadata);
        }

        IReadOnlyList<JsonObject> page = [.. items.Take((int)limit.Value)];
        metadata["continue"] = new ContinueToken(revision, OrderOf(page[^1])).ToString();
        if (countsRest)
        {
            metadata["remainingItemCount"] = items.Count - page.Count;
        }

        return (page, metadata);
    }

    public static string OrderOf(JsonObject item) => new StoreKey("", ObjectMeta.Namespace(item), ObjectMeta.Name(item)).Order;
}
