using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Server-side apply: merges a configuration into an object, with conflicts where others own what it changes, and removes what it no longer names.</summary>
internal sealed class ServerSideApply(ApiResource resource, string manager, bool isForced, string time)
{
    /// <summary>The object that comes of it.</summary>
    public JsonObject Apply(JsonObject live, JsonObject configuration)
    {
        var managers = FieldManagers.Of(live);
        var applied = FieldSets.OfApplied(configuration, resource.Topology);
        var merged = (JsonObject)TypedMerge.Merge(live, configuration, [], resource.Topology)!;
        var former = managers.Find(manager, "Apply", resource.ApiVersion)?.Fields ?? new FieldSet();
        var others = managers.Entries.Where(entry => !IsOwn(entry)).Aggregate(new FieldSet(), (set, entry) => set.Union(entry.Fields));
        TypedMerge.Remove(merged, former.Except(applied.WithParents()).Except(others.WithParents()), [], resource.Topology);

        var (changed, removed) = FieldSets.Compare(live, merged, resource.Topology);
        var conflicts = managers.Entries.Where(entry => !IsOwn(entry))
            .Select(entry => (Entry: entry, Fields: entry.Fields.Intersect(changed.Intersect(applied))))
            .Where(conflict => !conflict.Fields.IsEmpty).ToList();
        var allowed = LastApplied.Allowed(live, manager, resource.Topology);
        conflicts = [.. conflicts.Select(conflict => (conflict.Entry, Fields: conflict.Fields.Except(allowed))).Where(conflict => !conflict.Fields.IsEmpty)];
        if (conflicts.Count > 0 && !isForced)
        {
            throw Conflict(conflicts);
        }

        managers.Take(changed.Union(removed), entry => !IsOwn(entry));
        if (!former.SetEquals(applied))
        {
            managers.Set(new(manager, "Apply", resource.ApiVersion, time, applied));
        }

        LastApplied.Renew(merged, configuration, manager);
        managers.Store(merged);
        return merged;
    }

    private bool IsOwn(FieldManagers.Entry entry) =>
        entry.Manager == manager && entry.Operation == "Apply" && entry.ApiVersion == resource.ApiVersion;

    private static ApiFailure Conflict(List<(FieldManagers.Entry Entry, FieldSet Fields)> conflicts)
    {
        var causes = new JsonArray();
        var lines = new List<(string Who, List<string> Fields)>();
        foreach (var (entry, fields) in conflicts.OrderBy(conflict => conflict.Entry.Manager, StringComparer.Ordinal))
        {
            var who = $"conflict with \"{entry.Manager}\"{(entry.Operation == "Update" ? $" using {entry.ApiVersion}" : "")}";
            var paths = fields.Members().Select(PathOf).ToList();
            lines.Add((who, paths));
            foreach (var path in paths)
            {
                causes.Add((JsonNode)new JsonObject { ["reason"] = "FieldManagerConflict", ["message"] = who, ["field"] = path });
            }
        }

        var count = causes.Count;
        var text = count == 1 ? $"{lines[0].Who}: {lines[0].Fields[0]}"
            : string.Join('\n', lines.Select(line => line.Fields.Count == 1 ? $"{line.Who}: {line.Fields[0]}" : $"{line.Who.Replace("conflict", "conflicts", StringComparison.Ordinal)}:\n- {string.Join("\n- ", line.Fields)}"));
        return new(409, "Conflict", $"Apply failed with {count} {(count == 1 ? "conflict" : "conflicts")}: {text}", new JsonObject { ["causes"] = causes });
    }

    /// <summary>A path as people read it: <c>.spec.containers[name="a"].image</c>.</summary>
    private static string PathOf(IReadOnlyList<string> steps) => string.Concat(steps.Select(step => step[..2] switch
    {
        "f:" => $".{step[2..]}",
        "v:" => $"[={step[2..]}]",
        _ => $"[{string.Join(',', JsonNode.Parse(step[2..])!.AsObject().Select(key => $"{key.Key}={key.Value!.ToJsonString()}"))}]",
    }));
}
