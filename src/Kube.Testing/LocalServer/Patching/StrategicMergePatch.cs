using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// Strategic merge patches: as merge patches, but items of keyed lists are merged, and directives say otherwise: <c>$patch</c> (replace, delete, merge),
/// <c>$deleteFromPrimitiveList/x</c>, <c>$setElementOrder/x</c> and <c>$retainKeys</c>.
/// </summary>
internal sealed class StrategicMergePatch(ListTopology topology)
{
    private const string Directive = "$patch";
    private const string DeleteItems = "$deleteFromPrimitiveList/";
    private const string Order = "$setElementOrder/";
    private const string RetainKeys = "$retainKeys";

    public JsonObject Apply(JsonObject value, JsonObject patch) => Merge((JsonObject)value.DeepClone(), patch, []);

    private JsonObject Merge(JsonObject target, JsonObject patch, List<string> way)
    {
        if ((string?)patch[Directive] == "replace")
        {
            return WithoutDirectives(patch);
        }

        var before = (JsonObject)target.DeepClone();
        if (patch[RetainKeys] is JsonArray retained)
        {
            foreach (var name in target.Select(member => member.Key).Except(retained.Select(item => item!.ToString())).ToList())
            {
                target.Remove(name);
            }
        }

        foreach (var (name, change) in patch)
        {
            if (name.StartsWith(DeleteItems, StringComparison.Ordinal))
            {
                Delete(target[name[DeleteItems.Length..]] as JsonArray, change as JsonArray ?? []);
            }
            else if (!name.StartsWith('$'))
            {
                MergeMember(target, name, change, [.. way, name]);
            }
        }

        foreach (var (name, change) in patch.ToList())
        {
            var isOrder = name.StartsWith(Order, StringComparison.Ordinal);
            var list = isOrder ? name[Order.Length..] : name;
            if ((isOrder || !patch.ContainsKey(Order + name)) && change is JsonArray order && target[list] is JsonArray items)
            {
                List<string> place = [.. way, list];
                if (topology.PatchKeyOf(place) is { } key)
                {
                    target[list] = StrategicOrder.Sort(items, order, before[list] as JsonArray ?? [], item => (item as JsonObject)?[key]);
                }
                else if (topology.ShapeOf(place, items).Type == "set")
                {
                    target[list] = StrategicOrder.Sort(items, order, before[list] as JsonArray ?? [], item => item);
                }
            }
        }

        return target;
    }

    private void MergeMember(JsonObject target, string name, JsonNode? change, List<string> way)
    {
        switch (change)
        {
            case null:
                target.Remove(name);
                break;
            case JsonObject members when (string?)members[Directive] == "delete":
                target.Remove(name);
                break;
            case JsonObject members:
                target[name] = Merge(target[name] is JsonObject old ? (JsonObject)old.DeepClone() : [], members, way);
                break;
            case JsonArray items when topology.PatchKeyOf(way) is { } key:
                target[name] = MergeItems(target[name] as JsonArray ?? [], items, key, way);
                break;
            case JsonArray items when topology.ShapeOf(way, items).Type == "set":
                target[name] = new JsonArray([.. (target[name] as JsonArray ?? []).Concat(items).Select(item => item!.ToString()).Distinct().Select(item => JsonValue.Create(item))]);
                break;
            default:
                target[name] = change.DeepClone();
                break;
        }
    }

    private JsonArray MergeItems(JsonArray target, JsonArray patch, string key, List<string> way)
    {
        var items = target.OfType<JsonObject>().Select(item => (JsonObject)item.DeepClone()).ToList();
        if (patch.OfType<JsonObject>().Any(item => (string?)item[Directive] == "replace"))
        {
            return [.. patch.OfType<JsonObject>().Where(item => !item.ContainsKey(Directive)).Select(item => item.DeepClone())];
        }

        foreach (var change in patch.OfType<JsonObject>())
        {
            if (change[key] is not { } name)
            {
                throw ApiFailure.BadRequest($"map: {change.ToJsonString()} does not contain declared merge key: {key}");
            }

            var place = items.FindIndex(item => JsonNode.DeepEquals(item[key], name));
            if ((string?)change[Directive] == "delete")
            {
                items.RemoveAll(item => JsonNode.DeepEquals(item[key], name));
            }
            else if (place < 0)
            {
                items.Add(WithoutDirectives(change));
            }
            else
            {
                items[place] = Merge(items[place], change, [.. way, "[]"]);
            }
        }

        return new JsonArray([.. items]);
    }

    private static void Delete(JsonArray? target, JsonArray gone)
    {
        foreach (var item in gone)
        {
            for (var i = (target?.Count ?? 0) - 1; i >= 0; i--)
            {
                if (JsonNode.DeepEquals(target![i], item))
                {
                    target.RemoveAt(i);
                }
            }
        }
    }

    private static JsonObject WithoutDirectives(JsonObject value)
    {
        var plain = new JsonObject();
        foreach (var (name, member) in value.Where(member => !member.Key.StartsWith('$')))
        {
            plain[name] = member is JsonObject members ? WithoutDirectives(members) : member?.DeepClone();
        }

        return plain;
    }
}
