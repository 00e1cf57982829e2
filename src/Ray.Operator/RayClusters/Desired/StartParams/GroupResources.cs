using Ray.Operator.RayClusters.Desired.Resources;

namespace Ray.Operator.RayClusters.Desired.StartParams;

/// <summary>Turns the <c>resources</c> of a group, which are logical and no pod resources, into flags.</summary>
internal static class GroupResources
{
    public static void AddTo(SortedDictionary<string, string> parameters, IDictionary<string, string>? resources)
    {
        var custom = new SortedDictionary<string, double>(StringComparer.Ordinal);
        decimal? gpus = null;
        foreach (var (name, text) in (resources ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // A quantity that cannot be read is left out, as if it were not there: Ray would not start with it.
            if (QuantityText.Read(text) is not { } quantity)
            {
                continue;
            }

            switch (name.ToLowerInvariant())
            {
                case "cpu":
                    parameters["num-cpus"] = QuantityText.WholeUp(quantity);
                    break;
                case "memory":
                    parameters["memory"] = QuantityText.WholeUp(quantity);
                    break;
                case var key when ResourceNames.IsGpu(key):
                    gpus = (gpus ?? 0) + quantity;
                    break;
                default:
                    custom[name] = (double)quantity;
                    break;
            }
        }

        if (gpus is { } count)
        {
            parameters["num-gpus"] = QuantityText.WholeUp(count);
        }

        if (custom.Count > 0)
        {
            parameters[ResourcesFlag.Name] = ResourcesFlag.Write(custom);
        }
    }
}
