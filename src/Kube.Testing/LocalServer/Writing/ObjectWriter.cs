using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Creates and changes objects by the rules that hold for all kinds.</summary>
internal sealed class ObjectWriter(ObjectStore store, ResourceRegistry registry)
{
    private const int GeneratedLength = 5;
    private const string GeneratedLetters = "bcdfghjklmnpqrstvwxz2456789";
    private static readonly string[] s_fixed = ["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "namespace"];

    /// <summary>Stores a new object.</summary>
    public JsonObject Create(ApiResource resource, string? ns, JsonObject body, WriteContext context, JsonArray? managedFields = null)
    {
        var value = (JsonObject)body.DeepClone();
        BodyRules.Identify(resource, ns, value);
        lock (store.Gate)
        {
            CheckNamespace(resource, value);
            var metadata = ObjectMeta.Of(value);
            if (ObjectMeta.Version(value).Length > 0)
            {
                throw new ApiFailure(500, "", "resourceVersion should not be set on objects to be created");
            }

            if (ObjectMeta.Name(value).Length == 0 && (string?)metadata["generateName"] is { Length: > 0 } prefix)
            {
                metadata["name"] = prefix + System.Security.Cryptography.RandomNumberGenerator.GetString(GeneratedLetters, GeneratedLength);
            }

            Begin(resource, metadata, context);
            KindRules.PrepareForCreate(resource, value, store);
            BuiltInShape.Apply(resource, value);
            Judge(resource, value, null, context);
            var key = StoreKey.Of(resource, value);
            if (store.Get(key) is not null)
            {
                throw ApiFailure.AlreadyExists(resource, key.Name);
            }

            metadata.Remove("managedFields");
            if (managedFields is null)
            {
                FieldManagers.NoteUpdate(null, value, resource, context.Manager, context.Time);
            }
            else
            {
                metadata["managedFields"] = managedFields;
            }

            if (!context.IsDryRun)
            {
                store.Put(key, value);
            }

            return value;
        }
    }

    /// <summary>Replaces an object, or one of its subresources, by what is made of its present state.</summary>
    /// <param name="resource">The kind.</param>
    /// <param name="key">The object.</param>
    /// <param name="subresource">Null, or <c>status</c>.</param>
    /// <param name="change">Makes the new state; the present one is not to be changed.</param>
    /// <param name="context">Who writes.</param>
    /// <param name="isApplied">Whether the new state has its managed fields.</param>
    public JsonObject Update(ApiResource resource, StoreKey key, string? subresource, Func<JsonObject, JsonObject> change, WriteContext context, bool isApplied = false)
    {
        lock (store.Gate)
        {
            var before = store.Get(key) ?? throw ApiFailure.NotFound(resource, key.Name);
            var shown = resource.Present(before);
            var value = (JsonObject)change(shown).DeepClone();
            BodyRules.Identify(resource, resource.IsNamespaced ? key.Namespace : null, value);
            BodyRules.CheckName(value, key.Name);
            CheckPreconditions(resource, before, value);
            CheckMark(resource, before, value);
            Keep(before, value);
            KindRules.PrepareForUpdate(resource, shown, value, subresource);
            BuiltInShape.Apply(resource, value);
            CheckFinalizers(resource, before, value);
            Judge(resource, value, shown, context);
            Count(resource, shown, value);
            if (!isApplied)
            {
                FieldManagers.NoteUpdate(shown, value, resource, context.Manager, context.Time);
            }

            if (SameContent.Of(shown, value))
            {
                return shown;
            }

            if (context.IsDryRun)
            {
                return value;
            }

            if (ObjectMeta.IsDeleting(value) && ObjectMeta.Finalizers(value).Count == 0 && KindRules.IsOver(resource, value))
            {
                store.Remove(key);
                return value;
            }

            store.Put(key, value);
            return value;
        }
    }

    private static void Begin(ApiResource resource, JsonObject metadata, WriteContext context)
    {
        foreach (var name in new[] { "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds", "resourceVersion" })
        {
            metadata.Remove(name);
        }

        metadata["uid"] = Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = context.Time;
        if (resource.HasGeneration)
        {
            metadata["generation"] = 1;
        }
    }

    private void CheckNamespace(ApiResource resource, JsonObject value)
    {
        if (!resource.IsNamespaced)
        {
            return;
        }

        var name = ObjectMeta.Namespace(value);
        var namespaces = registry.Find("", "v1", "namespaces")!;
        var found = store.Get(new(namespaces.StorageKey, "", name)) ?? throw ApiFailure.NotFound(namespaces, name);
        if (ObjectMeta.IsDeleting(found))
        {
            throw ApiFailure.Forbidden(
                resource,
                ObjectMeta.Name(value),
                $"unable to create new content in namespace {name} because it is being terminated",
                new JsonArray(new JsonObject { ["reason"] = "NamespaceTerminating", ["message"] = $"namespace {name} is being terminated", ["field"] = "metadata.namespace" }));
        }
    }

    // The schema completes, prunes and judges; of built-in kinds the rules are in KindRules.
    private static void Judge(ApiResource resource, JsonObject value, JsonObject? before, WriteContext context)
    {
        List<SchemaProblem> problems = before is null && NameRules.Check(resource, ObjectMeta.Name(value)) is { } problem ? [problem] : [];
        problems.AddRange(MetadataRules.Check(value));
        problems.AddRange(KindRules.Check(resource, before, value));
        if (resource.Schema is { } schema)
        {
            schema.ApplyDefaults(value);
            context.Report(resource, schema.Prune(value));
            problems.AddRange(schema.Validate(value));
        }

        context.Warnings.AddRange(Limits.Of(resource, value));
        if (problems.Count > 0)
        {
            throw ApiFailure.Invalid(resource, ObjectMeta.Name(value), problems);
        }
    }

    private static void CheckPreconditions(ApiResource resource, JsonObject before, JsonObject value)
    {
        var name = ObjectMeta.Name(before);
        if (ObjectMeta.Version(value) is { Length: > 0 } version && version != ObjectMeta.Version(before))
        {
            throw ApiFailure.Modified(resource, name);
        }

        if (ObjectMeta.Version(value).Length == 0 && KindRules.NeedsVersion(resource))
        {
            // Here the resource stands for the kind.
            throw ApiFailure.Invalid(resource with { Kind = resource.Plural }, name, new SchemaProblem(
                "metadata.resourceVersion", SchemaProblemKind.InvalidValue, "Invalid value: 0x0: must be specified for an update"));
        }

        if (ObjectMeta.Uid(value) is { Length: > 0 } uid && uid != ObjectMeta.Uid(before))
        {
            throw ApiFailure.Conflict(
                resource, name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {ObjectMeta.Uid(before)}");
        }
    }

    private static void CheckMark(ApiResource resource, JsonObject before, JsonObject value)
    {
        if (value["metadata"]?["deletionTimestamp"] is { } mark && mark.ToString() != before["metadata"]?["deletionTimestamp"]?.ToString())
        {
            throw ApiFailure.Invalid(resource, ObjectMeta.Name(before), new SchemaProblem(
                "metadata.deletionTimestamp", SchemaProblemKind.InvalidValue, $"Invalid value: {mark}: field is immutable"));
        }
    }

    private static void Keep(JsonObject before, JsonObject value)
    {
        var (old, now) = (ObjectMeta.Of(before), ObjectMeta.Of(value));
        now.Remove("selfLink");
        now["resourceVersion"] = old["resourceVersion"]!.DeepClone();
        foreach (var name in s_fixed)
        {
            if (old.TryGetPropertyValue(name, out var kept))
            {
                now[name] = kept?.DeepClone();
            }
            else
            {
                now.Remove(name);
            }
        }
    }

    private static void CheckFinalizers(ApiResource resource, JsonObject before, JsonObject value)
    {
        var added = ObjectMeta.IsDeleting(before) ? ObjectMeta.Finalizers(value).Except(ObjectMeta.Finalizers(before)).ToList() : [];
        if (added.Count > 0)
        {
            var list = string.Join(", ", added.Select(name => $"\"{name}\""));
            throw ApiFailure.Invalid(resource, ObjectMeta.Name(value), new SchemaProblem(
                "metadata.finalizers",
                SchemaProblemKind.InvalidValue,
                $"Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{{{list}}}"));
        }
    }

    private static void Count(ApiResource resource, JsonObject before, JsonObject value)
    {
        if (resource.HasGeneration && KindRules.ChangesGeneration(resource, before, value))
        {
            value["metadata"]!["generation"] = ObjectMeta.Generation(before) + 1;
        }
    }
}
