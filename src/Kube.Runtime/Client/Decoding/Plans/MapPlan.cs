using System.Collections;
using System.Text.Json;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>Dictionaries from text to one type of value.</summary>
/// <param name="create">Makes an empty dictionary.</param>
/// <param name="value">Type of the values.</param>
/// <param name="plans">Has their plan.</param>
internal sealed class MapPlan(Func<object> create, Type value, PlanCatalog plans) : ValuePlan
{
    private ValuePlan Values => field ??= plans.PlanOf(value);

    public override object? Read(ref JsonCursor cursor)
    {
        if (!IsAt(JsonTokenType.StartObject, ref cursor))
        {
            return Undone;
        }

        var map = (IDictionary)create();
        while (cursor.Json.Read())
        {
            if (cursor.Json.TokenType == JsonTokenType.EndObject)
            {
                return map;
            }

            var key = SharedTexts.Read(ref cursor.Json);
            var read = cursor.Json.Read() ? Values.ReadOrNull(ref cursor) : Undone;
            if (ReferenceEquals(read, Undone))
            {
                return Undone;
            }

            map[key] = read;
        }

        return Undone;
    }
}
