namespace Kube.Generators.Schema.Cel.Types;

/// <summary>What the free variables of signatures stand for, as it becomes known while a rule is checked.</summary>
internal sealed class CelSubstitution
{
    private Dictionary<string, CelType> _bound = new(StringComparer.Ordinal);
    private int _fresh;

    /// <summary>A variable that nothing is known of.</summary>
    public CelType Fresh() => CelType.Parameter($"_{_fresh++}");

    /// <summary>Whether one type may stand for the other; when so, variables are bound, else nothing changes.</summary>
    public bool Unify(CelType left, CelType right) => UnifyAll([left], [right]);

    public bool UnifyAll(IReadOnlyList<CelType> left, IReadOnlyList<CelType> right)
    {
        var before = _bound;
        _bound = new(before, StringComparer.Ordinal);
        if (AreAssignable(left, right))
        {
            return true;
        }

        _bound = before;
        return false;
    }

    /// <summary>The type with its variables replaced by what they stand for; unbound ones stay, or become dyn.</summary>
    public CelType Apply(CelType type, bool isFinal = false)
    {
        if (type.Kind == CelKind.Parameter)
        {
            return _bound.TryGetValue(type.Name, out var bound) ? Apply(bound, isFinal) : isFinal ? CelType.Dyn : type;
        }

        return type.Parameters.Count == 0 ? type : type.With(type.Parameters.Select(p => Apply(p, isFinal)));
    }

    /// <summary>The more general of two types that unify.</summary>
    public static CelType MostGeneral(CelType left, CelType right) => IsAtLeastAsGeneral(left, right) ? left : right;

    private bool AreAssignable(IReadOnlyList<CelType> left, IReadOnlyList<CelType> right)
    {
        for (var i = 0; i < left.Count && left.Count == right.Count; i++)
        {
            if (!IsAssignable(left[i], right[i]))
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }

    private bool IsAssignable(CelType left, CelType right)
    {
        if (right.Kind == CelKind.Parameter)
        {
            // What a variable stands for is settled by the right side first; only an unbound one is tried the other way round.
            var isBound = _bound.ContainsKey(right.Name);
            if (Bind(right, left))
            {
                return true;
            }

            if (isBound)
            {
                return false;
            }
        }

        return left.Kind == CelKind.Parameter ? Bind(left, right)
            : left.IsLoose || right.IsLoose
            || (left.Kind == CelKind.Null ? IsNullable(right)
                : right.Kind == CelKind.Null ? IsNullable(left)
                : left.Kind == right.Kind && HaveAssignableParts(left, right));
    }

    private bool HaveAssignableParts(CelType left, CelType right) => left.Kind switch
    {
        CelKind.Type => true,
        CelKind.List or CelKind.Map or CelKind.Opaque => left.Name == right.Name && AreAssignable(left.Parameters, right.Parameters),
        CelKind.Object => left.Name == right.Name,
        _ => true,
    };

    private bool Bind(CelType variable, CelType type)
    {
        if (variable.Equals(type))
        {
            return true;
        }

        if (_bound.TryGetValue(variable.Name, out var bound))
        {
            if (bound.Equals(type))
            {
                return true;
            }

            if (!IsAssignable(type, bound))
            {
                return false;
            }

            var general = MostGeneral(type, bound);
            if (!Occurs(variable, general))
            {
                _bound[variable.Name] = general;
            }

            return true;
        }

        if (Occurs(variable, type))
        {
            return false;
        }

        _bound[variable.Name] = type;
        return true;
    }

    private bool Occurs(CelType variable, CelType type) =>
        variable.Equals(type)
        || (type.Kind == CelKind.Parameter && _bound.TryGetValue(type.Name, out var bound) && Occurs(variable, bound))
        || type.Parameters.Any(p => Occurs(variable, p));

    private static bool IsNullable(CelType type) =>
        type.Kind is CelKind.Null or CelKind.Object or CelKind.Opaque or CelKind.Timestamp or CelKind.Duration;

    private static bool IsAtLeastAsGeneral(CelType left, CelType right)
    {
        if (left.IsLoose || left.Kind == CelKind.Parameter)
        {
            return true;
        }

        return left.Kind == right.Kind && left.Name == right.Name && left.Parameters.Count == right.Parameters.Count
            && left.Parameters.Zip(right.Parameters, IsAtLeastAsGeneral).All(b => b);
    }
}
