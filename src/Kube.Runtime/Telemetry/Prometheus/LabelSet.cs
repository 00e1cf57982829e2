using Labels = System.ReadOnlySpan<System.Collections.Generic.KeyValuePair<string, object?>>;

namespace Kube.Runtime.Telemetry;

/// <summary>The labels of one series, in the order in which they were given.</summary>
internal sealed class LabelSet(KeyValuePair<string, object?>[] labels)
{
    public Labels Labels => labels;

    /// <summary>Compares by content, also with labels that were not made a set yet: finding a series allocates nothing.</summary>
    public static IEqualityComparer<LabelSet> Comparer { get; } = new ByContent();

    private sealed class ByContent : IEqualityComparer<LabelSet>, IAlternateEqualityComparer<Labels, LabelSet>
    {
        public LabelSet Create(Labels alternate) => new(alternate.ToArray());

        public bool Equals(LabelSet? x, LabelSet? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Equals(x.Labels, y));

        public bool Equals(Labels alternate, LabelSet other)
        {
            var labels = other.Labels;
            if (alternate.Length != labels.Length)
            {
                return false;
            }

            for (var i = 0; i < labels.Length; i++)
            {
                if (alternate[i].Key != labels[i].Key || !object.Equals(alternate[i].Value, labels[i].Value))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(LabelSet obj) => GetHashCode(obj.Labels);

        public int GetHashCode(Labels alternate)
        {
            var hash = new HashCode();
            foreach (var (key, value) in alternate)
            {
                hash.Add(key.GetHashCode(StringComparison.Ordinal));
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
