using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Who owns which fields of an object: <c>metadata.managedFields</c>.</summary>
internal sealed class FieldManagers
{
    private readonly List<Entry> _entries;

    private FieldManagers(List<Entry> entries) => _entries = entries;

    public IReadOnlyList<Entry> Entries => _entries;

    public static FieldManagers Of(JsonObject value) => new(
        [.. (value["metadata"]?["managedFields"] as JsonArray ?? []).OfType<JsonObject>().Select(entry => new Entry(
            (string?)entry["manager"] ?? "", (string?)entry["operation"] ?? "", (string?)entry["apiVersion"] ?? "", (string?)entry["time"] ?? "", FieldSet.Read(entry["fieldsV1"])))]);

    /// <summary>Notes that a manager wrote an object in any way but by applying.</summary>
    public static void NoteUpdate(JsonObject? before, JsonObject after, ApiResource resource, string manager, string time)
    {
        // Whoever sends owners decides who they are; that is how kubectl hands its fields over to server-side apply.
        var sent = Of(after);
        var managers = before is null || sent._entries.Exists(entry => !entry.Fields.IsEmpty) ? sent : Of(before);
        var (changed, removed) = FieldSets.Compare(before, after, resource.Topology);
        var gone = changed.Union(removed);
        for (var i = 0; i < managers._entries.Count; i++)
        {
            managers._entries[i] = managers._entries[i] with { Fields = managers._entries[i].Fields.Except(gone) };
        }

        if (!changed.IsEmpty)
        {
            var own = managers.Find(manager, "Update", resource.ApiVersion);
            managers.Set(new(manager, "Update", resource.ApiVersion, time, own is null ? changed : own.Fields.Union(changed)));
        }

        managers.Store(after);
    }

    public Entry? Find(string manager, string operation, string apiVersion) =>
        _entries.Find(entry => entry.Manager == manager && entry.Operation == operation && entry.ApiVersion == apiVersion);

    public void Set(Entry entry)
    {
        _entries.RemoveAll(other => other.Manager == entry.Manager && other.Operation == entry.Operation && other.ApiVersion == entry.ApiVersion);
        _entries.Add(entry);
    }

    public void Take(FieldSet fields, Predicate<Entry> from)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            _entries[i] = from(_entries[i]) ? _entries[i] with { Fields = _entries[i].Fields.Except(fields) } : _entries[i];
        }
    }

    public void Store(JsonObject value)
    {
        var entries = _entries.Where(entry => !entry.Fields.IsEmpty)
            .OrderBy(entry => entry.Operation, StringComparer.Ordinal)
            .ThenBy(entry => entry.Time, StringComparer.Ordinal)
            .ThenBy(entry => entry.Manager, StringComparer.Ordinal)
            .Select(entry => entry.Write()).ToArray();
        if (entries.Length == 0)
        {
            ObjectMeta.Of(value).Remove("managedFields");
        }
        else
        {
            value["metadata"]!["managedFields"] = new JsonArray([.. entries]);
        }
    }

    /// <summary>What one manager owns through one way of writing.</summary>
    internal sealed record Entry(string Manager, string Operation, string ApiVersion, string Time, FieldSet Fields)
    {
        public JsonObject Write() => new()
        {
            ["manager"] = Manager,
            ["operation"] = Operation,
            ["apiVersion"] = ApiVersion,
            ["time"] = Time,
            ["fieldsType"] = "FieldsV1",
            ["fieldsV1"] = Fields.Write(),
        };
    }
}
