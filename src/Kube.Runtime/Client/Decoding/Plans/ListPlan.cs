using System.Collections;
using System.Text.Json;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>Lists of one type of item.</summary>
/// <param name="create">Makes an empty list.</param>
/// <param name="item">Type of the items.</param>
/// <param name="plans">Has their plan.</param>
internal sealed class ListPlan(Func<object> create, Type item, PlanCatalog plans) : ValuePlan
{
    private ValuePlan Items => field ??= plans.PlanOf(item);

    public override object? Read(ref JsonCursor cursor)
    {
        if (!IsAt(JsonTokenType.StartArray, ref cursor))
        {
            return Undone;
        }

        var list = (IList)create();
        while (cursor.Json.Read())
        {
            if (cursor.Json.TokenType == JsonTokenType.EndArray)
            {
                return list;
            }

            var value = Items.ReadOrNull(ref cursor);
            if (ReferenceEquals(value, Undone))
            {
                return Undone;
            }

            list.Add(value);
        }

        return Undone;
    }
}
