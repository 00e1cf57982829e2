using k8s.Models;
using Kube;

namespace Ray.Operator.RayClusters.Applying;

/// <summary>What a failed write says in events and conditions.</summary>
internal static class FailureText
{
    private const int SuffixLength = 5;

    /// <summary>
    /// The message of a failed creation. The server invents a new name for each try and repeats it in the message; without that name the
    /// same
    /// failure reads the same every time, and is written once.
    /// </summary>
    public static string OfCreation(V1Pod pod, ApiException exception)
    {
        var message = exception.Message;
        var prefix = pod.Metadata.GenerateName;
        if (string.IsNullOrEmpty(prefix))
        {
            return message;
        }

        for (var at = Find(0); at >= 0; at = Find(at + prefix.Length))
        {
            var suffix = at + prefix.Length;
            if (suffix + SuffixLength <= message.Length && message.AsSpan(suffix, SuffixLength).IndexOfAnyExcept(s_suffixLetters) < 0)
            {
                message = message.Remove(suffix, SuffixLength).Insert(suffix, "*");
            }
        }

        return message;

        int Find(int from) => message.IndexOf(prefix, from, StringComparison.Ordinal);
    }

    private static readonly System.Buffers.SearchValues<char> s_suffixLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
}
