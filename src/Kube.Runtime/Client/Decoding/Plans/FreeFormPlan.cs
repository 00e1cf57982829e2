namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>Values of any shape, as JSON. Equal ones are one object.</summary>
internal sealed class FreeFormPlan : ValuePlan
{
    public override object? Read(ref JsonCursor cursor)
    {
        var start = (int)cursor.Json.TokenStartIndex;
        return cursor.Json.TrySkip() ? SharedJson.Of(cursor.Text[start..(int)cursor.Json.BytesConsumed]) : Undone;
    }
}
