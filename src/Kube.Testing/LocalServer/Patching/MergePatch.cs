using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>JSON merge patches (RFC 7386): null removes, lists are replaced.</summary>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject value, JsonObject patch)
    {
        var result = (JsonObject)value.DeepClone();
        Merge(result, patch);
        return result;
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, change) in patch)
        {
            if (change is null)
            {
                target.Remove(name);
            }
            else if (change is not JsonObject members)
            {
                target[name] = change.DeepClone();
            }
            else
            {
                if (target[name] is not JsonObject)
                {
                    target[name] = new JsonObject();
                }

                Merge((JsonObject)target[name]!, members);
            }
        }
    }
}
