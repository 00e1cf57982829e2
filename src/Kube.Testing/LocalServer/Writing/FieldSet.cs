using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>
/// A set of fields, as a tree. Steps are written as in <c>managedFields</c>: <c>f:name</c> for a member, <c>k:{"name":"a"}</c> for an item by its keys,
/// <c>v:"a"</c> for an item of a set.
/// </summary>
internal sealed class FieldSet
{
    private readonly SortedDictionary<string, FieldSet> _parts = new(StringComparer.Ordinal);

    /// <summary>Whether the place itself belongs to the set, not only parts of it.</summary>
    public bool IsMember { get; set; }

    public IReadOnlyDictionary<string, FieldSet> Parts => _parts;

    public bool IsEmpty => !IsMember && _parts.Count == 0;

    public FieldSet this[string step] => _parts.TryGetValue(step, out var part) ? part : _parts[step] = new();

    public FieldSet? Find(string step) => _parts.GetValueOrDefault(step);

    /// <summary>Reads <c>fieldsV1</c>.</summary>
    public static FieldSet Read(JsonNode? fields)
    {
        var set = new FieldSet();
        foreach (var (step, part) in fields as JsonObject ?? [])
        {
            if (step == ".")
            {
                set.IsMember = true;
                continue;
            }

            var child = Read(part);
            child.IsMember |= child._parts.Count == 0;
            set._parts[step] = child;
        }

        return set;
    }

    /// <summary>Writes <c>fieldsV1</c>.</summary>
    public JsonObject Write()
    {
        var fields = new JsonObject();
        if (IsMember && _parts.Count > 0)
        {
            fields["."] = new JsonObject();
        }

        foreach (var (step, part) in _parts)
        {
            fields[step] = part.Write();
        }

        return fields;
    }

    public FieldSet Union(FieldSet other) => Combine(this, other, (a, b) => a || b);

    public FieldSet Intersect(FieldSet other) => Combine(this, other, (a, b) => a && b);

    public FieldSet Except(FieldSet other) => Combine(this, other, (a, b) => a && !b);

    /// <summary>The fields, and everything that holds one.</summary>
    public FieldSet WithParents()
    {
        var all = new FieldSet { IsMember = !IsEmpty };
        foreach (var (step, part) in _parts)
        {
            all._parts[step] = part.WithParents();
        }

        return all;
    }

    public bool SetEquals(FieldSet other) => JsonNode.DeepEquals(Write(), other.Write());

    /// <summary>The members, each as its steps.</summary>
    public IEnumerable<IReadOnlyList<string>> Members() => Walk([]);

    // The members of a level come before those below them.
    private IEnumerable<IReadOnlyList<string>> Walk(IReadOnlyList<string> way)
    {
        foreach (var (step, part) in _parts)
        {
            if (part.IsMember)
            {
                yield return [.. way, step];
            }
        }

        foreach (var member in _parts.SelectMany(part => part.Value.Walk([.. way, part.Key])))
        {
            yield return member;
        }
    }

    private static FieldSet Combine(FieldSet? a, FieldSet? b, Func<bool, bool, bool> decide)
    {
        var set = new FieldSet { IsMember = decide(a?.IsMember ?? false, b?.IsMember ?? false) };
        foreach (var step in (a?._parts.Keys ?? Enumerable.Empty<string>()).Union(b?._parts.Keys ?? Enumerable.Empty<string>()))
        {
            var part = Combine(a?.Find(step), b?.Find(step), decide);
            if (!part.IsEmpty)
            {
                set._parts[step] = part;
            }
        }

        return set;
    }
}
