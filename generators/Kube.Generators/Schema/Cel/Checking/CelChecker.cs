using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Checking;

/// <summary>
/// Works out the types of a rule, as the checker of cel-go does. Strict where the API server is strict; whatever has no known type fits
/// everywhere.
/// </summary>
internal sealed class CelChecker
{
    public const string Self = "self";
    public const string OldSelf = "oldSelf";

    private readonly CelChecked _result = new();
    private readonly CelScope _scope = new();
    private readonly CelSubstitution _substitution = new();

    private CelChecker()
    {
    }

    /// <summary>Checks a rule.</summary>
    /// <param name="rule">Its text.</param>
    /// <param name="self">The type of the value; null when rules see nothing of it.</param>
    /// <param name="hasOptionalOldSelf">Whether <c>oldSelf</c> is an optional value.</param>
    public static CelChecked Check(string rule, CelType? self, bool hasOptionalOldSelf = false)
    {
        var checker = new CelChecker();
        var type = self ?? CelType.Unknown;
        checker._scope.Enter(OldSelf, hasOptionalOldSelf ? CelType.Optional(type) : type);
        checker._scope.Enter(Self, type);
        var (tree, problem) = CelParser.Parse(rule);
        if (tree is null)
        {
            checker._result.Report(problem!);
            return checker._result;
        }

        checker._result.Tree = tree;
        checker.TypeOf(tree);
        checker._result.Finish(checker._substitution);
        foreach (var bad in CelConstants.Check(checker._result))
        {
            checker._result.Report(bad);
        }

        return checker._result;
    }

    private CelType TypeOf(CelNode node)
    {
        var type = node switch
        {
            CelLiteral literal => literal.Type,
            CelIdentifier identifier => OfIdentifier(identifier),
            CelSelect select => OfSelect(select),
            CelCall call => OfCall(call),
            CelListLiteral list => OfList(list),
            CelMapLiteral map => OfMap(map),
            CelFold fold => OfFold(fold),
            _ => CelType.Unknown,
        };
        _result.Set(node, type);
        return type;
    }

    private CelType OfIdentifier(CelIdentifier identifier)
    {
        _result.UsesOldSelf |= identifier.Name == OldSelf;
        return _scope.Find(identifier.Name)
            ?? Report(CelMessages.UnknownVariable(identifier, _scope.Names));
    }

    private CelType OfSelect(CelSelect select)
    {
        if (!select.IsTest && QualifiedName(select) is { } name && _scope.Find(name) is { } qualified)
        {
            return qualified;
        }

        var operand = _substitution.Apply(TypeOf(select.Operand));
        var target = operand.IsOptional ? operand.Parameters[0] : operand;
        var field = OfField(select, target);
        return select.IsTest ? CelType.Bool
            : operand.IsOptional || select.IsOptional ? CelType.Optional(field)
            : field;
    }

    private CelType OfField(CelSelect select, CelType target)
    {
        switch (target.Kind)
        {
            case CelKind.Map:
                return target.Parameters[1];
            case CelKind.Object when target.Declaration!.Fields.TryGetValue(select.Field, out var field):
                return field.Type;
            case CelKind.Object:
                return Report(CelMessages.UnknownField(select, target.Declaration!));
            case CelKind.Parameter:
                _substitution.Unify(CelType.Dyn, target);
                return CelType.Dyn;
            case CelKind.Dyn or CelKind.Unknown:
                return target;
            default:
                return Report(CelMessages.NoFields(select, target));
        }
    }

    private CelType OfCall(CelCall call)
    {
        foreach (var argument in call.Arguments)
        {
            TypeOf(argument);
        }

        // Before a namespaced function stands no value, but the first part of its name.
        if (call.Target is not null && QualifiedName(call.Target) is { } prefix && CelFunctions.Exists($"{prefix}.{call.Function}"))
        {
            return Resolve(call, $"{prefix}.{call.Function}", call.Arguments, isMember: false);
        }

        if (call.Target is null)
        {
            return Resolve(call, call.Function.TrimStart('.'), call.Arguments, isMember: false);
        }

        TypeOf(call.Target);
        return Resolve(call, call.Function, [call.Target, .. call.Arguments], isMember: true);
    }

    private CelType Resolve(CelCall call, string name, IReadOnlyList<CelNode> operands, bool isMember)
    {
        if (!CelFunctions.Exists(name))
        {
            return Report(CelMessages.UnknownFunction(call, name));
        }

        CelType? result = null;
        var found = new List<CelSignature>();
        CelType[] types = [.. operands.Select(_result.TypeOf)];
        foreach (var signature in CelFunctions.Of(name).Where(s => s.IsMember == isMember))
        {
            var (parameters, own) = Instantiate(signature);
            if (_substitution.UnifyAll(types, parameters))
            {
                found.Add(signature);
                own = _substitution.Apply(own);
                result = result is null ? own : result.Kind == CelKind.Dyn || result.Equals(own) ? result : CelType.Dyn;
            }
        }

        if (result is null)
        {
            return Report(CelMessages.NoOverload(call, name, types.Select(t => _substitution.Apply(t, isFinal: true)), isMember));
        }

        // What is not known here may still be known to the server: nothing is derived from one of several forms.
        _result.Set(call, found);
        return found.Count > 1 && types.Any(t => t.Kind == CelKind.Unknown) && result.Kind == CelKind.Dyn ? CelType.Unknown : result;
    }

    private (IReadOnlyList<CelType> Parameters, CelType Result) Instantiate(CelSignature signature)
    {
        var fresh = new Dictionary<string, CelType>(StringComparer.Ordinal);
        return ([.. signature.Parameters.Select(Rename)], Rename(signature.Result));

        CelType Rename(CelType type)
        {
            if (type.Kind != CelKind.Parameter)
            {
                return type.Parameters.Count == 0 ? type : type.With(type.Parameters.Select(Rename));
            }

            return fresh.TryGetValue(type.Name, out var known) ? known : fresh[type.Name] = _substitution.Fresh();
        }
    }

    private CelType OfList(CelListLiteral list)
    {
        CelType? items = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            items = Join(list.Items[i], items, Value(list.Items[i], list.Optional[i]));
        }

        return CelType.List(items ?? _substitution.Fresh());
    }

    private CelType OfMap(CelMapLiteral map)
    {
        if (map.TypeName is not null)
        {
            return OfMessage(map);
        }

        CelType? keys = null;
        CelType? values = null;
        foreach (var entry in map.Entries)
        {
            keys = Join(entry.Key, keys, TypeOf(entry.Key));
            values = Join(entry.Value, values, Value(entry.Value, entry.IsOptional));
        }

        return CelType.Map(keys ?? _substitution.Fresh(), values ?? _substitution.Fresh());
    }

    private CelType OfMessage(CelMapLiteral message)
    {
        foreach (var entry in message.Entries)
        {
            TypeOf(entry.Value);
        }

        return _scope.Find(message.TypeName!) is null ? Report(CelMessages.UnknownType(message)) : CelType.Unknown;
    }

    private CelType Value(CelNode node, bool isOptional)
    {
        var type = TypeOf(node);
        if (!isOptional || type.IsLoose)
        {
            return type;
        }

        return type.IsOptional ? type.Parameters[0] : Report(CelMessages.NotOptional(node, type));
    }

    private CelType Join(CelNode node, CelType? before, CelType type) =>
        before is null ? type
        : _substitution.Unify(before, type) ? CelSubstitution.MostGeneral(before, type)
        : Report(CelMessages.MixedTypes(node, _substitution.Apply(before, isFinal: true), _substitution.Apply(type, isFinal: true)));

    private CelType OfFold(CelFold fold)
    {
        var range = _substitution.Apply(TypeOf(fold.Range));
        var accumulator = TypeOf(fold.Initial);
        var (first, second) = Variables(fold, range);
        _scope.Enter(fold.Accumulator, accumulator);
        _scope.Enter(fold.Variable, fold.Variable2 is null ? (range.Kind == CelKind.List ? second : first) : first);
        _scope.Enter(fold.Variable2 ?? "#", second);
        Expect(fold.Condition, CelType.Bool);
        Expect(fold.Step, accumulator);
        _scope.Leave(2);
        var result = TypeOf(fold.Result);
        _scope.Leave(1);
        return _substitution.Apply(result);
    }

    /// <summary>Index or key, and item or value.</summary>
    private (CelType First, CelType Second) Variables(CelFold fold, CelType range)
    {
        switch (range.Kind)
        {
            case CelKind.List:
                return (CelType.Int, range.Parameters[0]);
            case CelKind.Map:
                return (range.Parameters[0], range.Parameters[1]);
            case CelKind.Dyn or CelKind.Parameter:
                _substitution.Unify(CelType.Dyn, range);
                return (CelType.Dyn, CelType.Dyn);
            case CelKind.Unknown:
                return (CelType.Unknown, CelType.Unknown);
            default:
                var unknown = Report(CelMessages.NoRange(fold, range));
                return (unknown, unknown);
        }
    }

    private void Expect(CelNode node, CelType expected)
    {
        var type = TypeOf(node);
        if (!_substitution.Unify(expected, type))
        {
            Report(CelMessages.Expected(node, expected, _substitution.Apply(type, isFinal: true)));
        }
    }

    private CelType Report(CelProblem problem)
    {
        _result.Report(problem);
        return CelType.Unknown;
    }

    /// <summary><c>a.b.c</c> when the node is nothing but names; null when it is something else.</summary>
    private static string? QualifiedName(CelNode node) => node switch
    {
        CelIdentifier identifier => identifier.Name,
        CelSelect { IsTest: false, IsOptional: false } select when QualifiedName(select.Operand) is { } name => $"{name}.{select.Field}",
        _ => null,
    };
}
