using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>Objects of one class.</summary>
internal sealed class ObjectPlan : ValuePlan
{
    private const int MostRequired = 64;

    private readonly Func<object> _create;
    private readonly MemberPlan[] _members;
    private readonly ulong _required;

    private ObjectPlan(Func<object> create, MemberPlan[] members)
    {
        _create = create;
        _members = members;
        _required = members.Aggregate(0UL, (all, member) => all | member.Required);
    }

    /// <summary>
    /// The plan of a class; null when the serializer must read it: it is made by a constructor with parameters (as are those with <c>required</c>
    /// and <c>init</c> members), has derived types, members with converters of their own, or rules of its own.
    /// </summary>
    public static ObjectPlan? Of(JsonTypeInfo type, PlanCatalog plans)
    {
        if (type.CreateObject is null || type.Type.IsValueType || !IsOrdinary(type) || !type.Properties.All(IsOrdinary)
            || type.Properties.Count(property => property.IsRequired) > MostRequired)
        {
            return null;
        }

        var required = type.Properties.Where(property => property.IsRequired).ToList();
        return new(
            type.CreateObject,
            [.. type.Properties.Select(p => new MemberPlan(p, p.IsRequired ? 1UL << required.IndexOf(p) : 0, plans))]);
    }

    public override object? Read(ref JsonCursor cursor)
    {
        if (!IsAt(JsonTokenType.StartObject, ref cursor))
        {
            return Undone;
        }

        var result = _create();
        var missing = _required;
        var next = 0;
        while (cursor.Json.Read())
        {
            if (cursor.Json.TokenType == JsonTokenType.EndObject)
            {
                return missing == 0 ? result : Undone;
            }

            var index = cursor.Json.ValueIsEscaped ? -1 : Find(cursor.Json.ValueSpan, next);
            if (cursor.Json.ValueIsEscaped || !cursor.Json.Read() || !ReadMember(ref cursor, index, result))
            {
                return Undone;
            }

            if (index >= 0)
            {
                missing &= ~_members[index].Required;
                next = index + 1;
            }
        }

        return Undone;
    }

    private bool ReadMember(ref JsonCursor cursor, int index, object target)
    {
        if (index < 0 || _members[index].Set is not { } set || (cursor.OmitsManagedFields && _members[index].IsManagedFields))
        {
            return cursor.Json.TrySkip();
        }

        var value = _members[index].Value.ReadOrNull(ref cursor);
        if (ReferenceEquals(value, Undone))
        {
            return false;
        }

        set(target, value);
        return true;
    }

    /// <summary>The member of a name, or -1. Servers write members in the order of types, or of the alphabet: the search begins behind the last one.</summary>
    private int Find(ReadOnlySpan<byte> name, int start)
    {
        var members = _members;
        for (var index = start; index < members.Length; index++)
        {
            if (name.SequenceEqual(members[index].Name))
            {
                return index;
            }
        }

        for (var index = 0; index < start; index++)
        {
            if (name.SequenceEqual(members[index].Name))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsOrdinary(JsonTypeInfo type) => type is
    {
        PolymorphismOptions: null,
        OnDeserializing: null,
        OnDeserialized: null,
        NumberHandling: null,
        UnmappedMemberHandling: null,
        PreferredPropertyObjectCreationHandling: null,
    };

    private static bool IsOrdinary(JsonPropertyInfo property) => property is
    {
        CustomConverter: null,
        IsExtensionData: false,
        NumberHandling: null,
        ObjectCreationHandling: null,
        AssociatedParameter: null,
    };
}
