using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What the body and the query of a deletion ask for.</summary>
internal sealed record DeletionRequest(string Policy, long? GracePeriodSeconds, string Uid, string Version, bool IsDryRun)
{
    public static DeletionRequest Of(JsonObject? body, ApiQuery query)
    {
        var options = body ?? [];
        var orphans = query.OrphansDependents || options["orphanDependents"]?.ToString() == "true";
        var policy = options["propagationPolicy"]?.ToString() ?? (query.PropagationPolicy.Length > 0 ? query.PropagationPolicy : orphans ? "Orphan" : "");
        if (policy is not ("" or "Background" or "Foreground" or "Orphan"))
        {
            throw new ApiFailure(422, "Invalid", $"DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Invalid value: \"{policy}\": must be one of: Background, Foreground, Orphan", []);
        }

        var grace = options["gracePeriodSeconds"] is JsonValue number && number.TryGetValue<long>(out var seconds) ? seconds : query.GracePeriodSeconds;
        var conditions = options["preconditions"] as JsonObject;
        return new(policy, grace, conditions?["uid"]?.ToString() ?? "", conditions?["resourceVersion"]?.ToString() ?? "", query.IsDryRun || options["dryRun"] is JsonArray { Count: > 0 });
    }
}

/// <summary>Deletes objects: at once, after a grace period, or when their finalizers are gone.</summary>
internal sealed class ObjectDeleter(ObjectStore store, TimeProvider time)
{
    private const string Foreground = "foregroundDeletion";
    private const string Orphan = "orphan";
    private const long DefaultGrace = 30;

    /// <summary>Deletes one object. Returns its last state, and whether it is gone.</summary>
    public (JsonObject Last, bool IsGone) Delete(ApiResource resource, StoreKey key, DeletionRequest request)
    {
        lock (store.Gate)
        {
            var before = store.Get(key) ?? throw ApiFailure.NotFound(resource, key.Name);
            CheckPreconditions(resource, before, request);
            var value = (JsonObject)before.DeepClone();
            SetFinalizers(value, request.Policy);
            var grace = GraceOf(resource, value, request);
            var waits = grace > 0 || ObjectMeta.Finalizers(value).Count > 0 || resource.StorageKey == "namespaces";
            Mark(resource, value, grace);
            if (!waits)
            {
                var last = request.IsDryRun ? before : store.Remove(key);

                // Of pods the answer shows that they were marked, however short that was.
                return (resource.StorageKey == "pods" ? value : last, true);
            }

            if (!JsonNode.DeepEquals(before, value) && !request.IsDryRun)
            {
                store.Put(key, value);
            }

            return (value, false);
        }
    }

    private static void CheckPreconditions(ApiResource resource, JsonObject value, DeletionRequest request)
    {
        var (uid, version, name) = (ObjectMeta.Uid(value), ObjectMeta.Version(value), ObjectMeta.Name(value));
        if (request.Uid.Length > 0 && request.Uid != uid)
        {
            throw Precondition(resource, name, $"the UID in the precondition ({request.Uid}) does not match the UID in record ({uid}). The object might have been deleted and then recreated");
        }

        if (request.Version.Length > 0 && request.Version != version)
        {
            throw Precondition(resource, name, $"the ResourceVersion in the precondition ({request.Version}) does not match the ResourceVersion in record ({version}). The object might have been modified");
        }
    }

    // The message names the kind here, not the resource.
    private static ApiFailure Precondition(ApiResource resource, string name, string reason)
    {
        var details = new JsonObject { ["name"] = name };
        if (resource.Group.Length > 0)
        {
            details["group"] = resource.Group;
        }

        details["kind"] = resource.Kind;
        var kind = resource.Group.Length == 0 ? resource.Kind : $"{resource.Kind}.{resource.Group}";
        return new(409, "Conflict", $"Operation cannot be fulfilled on {kind} \"{name}\": {reason}", details);
    }

    private static void SetFinalizers(JsonObject value, string policy)
    {
        var finalizers = ObjectMeta.Finalizers(value).ToList();
        if (policy.Length > 0)
        {
            finalizers.RemoveAll(name => name is Foreground or Orphan);
        }

        if (policy is "Foreground" or "Orphan")
        {
            finalizers.Add(policy == "Foreground" ? Foreground : Orphan);
        }

        if (finalizers.Count > 0)
        {
            value["metadata"]!["finalizers"] = new JsonArray([.. finalizers.Select(name => JsonValue.Create(name))]);
        }
        else
        {
            ObjectMeta.Of(value).Remove("finalizers");
        }
    }

    // Only pods have time to end, and only on a node.
    private static long GraceOf(ApiResource resource, JsonObject value, DeletionRequest request)
    {
        if (resource.StorageKey != "pods")
        {
            return 0;
        }

        var isBound = ObjectMeta.TextAt(value, "spec.nodeName").Length > 0 && ObjectMeta.TextAt(value, "status.phase") is not ("Succeeded" or "Failed");
        var own = long.TryParse(ObjectMeta.TextAt(value, "spec.terminationGracePeriodSeconds"), CultureInfo.InvariantCulture, out var seconds) ? seconds : DefaultGrace;
        var grace = isBound ? request.GracePeriodSeconds ?? own : 0;

        // A second deletion may shorten the time, and not prolong it.
        return ObjectMeta.IsDeleting(value) && long.TryParse(ObjectMeta.TextAt(value, "metadata.deletionGracePeriodSeconds"), CultureInfo.InvariantCulture, out var left)
            ? Math.Min(left, request.GracePeriodSeconds ?? left)
            : grace;
    }

    private void Mark(ApiResource resource, JsonObject value, long grace)
    {
        var metadata = ObjectMeta.Of(value);
        var isFirst = !ObjectMeta.IsDeleting(value);
        if (isFirst || (long.TryParse(ObjectMeta.TextAt(value, "metadata.deletionGracePeriodSeconds"), CultureInfo.InvariantCulture, out var left) && grace < left))
        {
            metadata["deletionTimestamp"] = ObjectMeta.Time(time.GetUtcNow().AddSeconds(grace));
            if (resource.StorageKey == "namespaces")
            {
                value["status"] = new JsonObject { ["phase"] = "Terminating" };
                return;
            }

            metadata["deletionGracePeriodSeconds"] = grace;
        }

        // The mark is a change of what is wanted, and counted where that is.
        if (isFirst && ObjectMeta.Generation(value) > 0)
        {
            metadata["generation"] = ObjectMeta.Generation(value) + 1;
        }
    }
}
