using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Base types, overrides, hidden members, and what attributes of a base mean for those who derive.</summary>
public class InheritanceTests
{
    [Fact]
    public void MembersOfBasesAreThereAndOverriddenOnesOnce()
    {
        var part = TypeAssert.HasProperties(
            ["part"],
            "public Last? Part { get; set; }",
            """
            public abstract class First { public string? A { get; set; } public virtual int? B { get; set; } public string? Hidden { get; set; } }
            public class Middle : First { public override int? B { get; set; } public bool? C { get; set; } }
            public class Last : Middle { public override int? B { get; set; } public new int? Hidden { get; set; } public string? D { get; set; } }
            """)["properties"]!["part"]!["properties"]!.AsObject();
        Assert.Equal(["a", "b", "c", "d", "hidden"], part.Select(p => p.Key));
        Assert.Equal("integer", part["hidden"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public void IgnoredOverrideIsGone() => TypeAssert.HasProperties(
        ["part"],
        "public Derived? Part { get; set; }",
        "public class Base { public virtual string? A { get; set; } public string? B { get; set; } } public class Derived : Base { [JsonIgnore] public override string? A { get; set; } }");

    [Fact]
    public void OverrideOfAnIgnoredPropertyIsThere()
    {
        var part = TypeAssert.HasProperties(
            ["part"],
            "public Derived? Part { get; set; }",
            "public class Base { [JsonIgnore] public virtual string? A { get; set; } } public class Derived : Base { public override string? A { get; set; } }");
        Assert.NotNull(part["properties"]!["part"]!["properties"]!["a"]);
    }

    [Theory]
    [InlineData("[JsonPropertyName(\"other\")] public virtual string? A { get; set; }", "public override string? A { get; set; }", "as 'other'")]
    [InlineData("[JsonPropertyName(\"other\")] public string? A { get; set; }", "public new string? A { get; set; }", "as 'other'")]
    [InlineData("public string? A { get; set; }", "[JsonIgnore] public new string? A { get; set; }", "as 'a'")]
    public void HiddenMemberThatJsonHasAllTheSameIsAnError(string inBase, string inDerived, string words)
    {
        var generation = Generation.Of(TestKind.WithSpec(
            "public Derived? Part { get; set; }", $"public class Base {{ {inBase} }} public class Derived : Base {{ {inDerived} }}"));
        var diagnostic = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal("KCR017", diagnostic.Id);
        Assert.Contains("'Derived.A' hides 'Base.A'", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(words, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void ValidationOfAnOverriddenPropertyIsInherited() => JsonAssert.Equal(
        """{"type":"string","maxLength":5,"pattern":"^(?:b+)$","x-kubernetes-validations":[{"rule":"self != 'x'"}]}""",
        Generation.Property(
            "public Derived? Part { get; set; }",
            """
            public class Base { [MaxLength(5), RegularExpression("a+"), CelRule("self != 'x'")] public virtual string? A { get; set; } }
            public class Derived : Base { [RegularExpression("b+")] public override string? A { get; set; } }
            """)["properties"]!["a"]);

    [Fact]
    public void RulesAndGroupsOfABaseAreInheritedButNotThatItIsAtomic()
    {
        var schema = Generation.Property(
            "public Derived? Part { get; set; }",
            """
            [CelRule("self.a != 'x'"), AtMostOneOf("A", "B"), Atomic] public class Base { public string? A { get; set; } public string? B { get; set; } }
            [CelRule("self.c != 'x'")] public class Derived : Base { public string? C { get; set; } }
            """);
        Assert.Equal(
            ["(has(self.a) ? 1 : 0) + (has(self.b) ? 1 : 0) <= 1", "self.c != 'x'", "self.a != 'x'"],
            schema["x-kubernetes-validations"]!.AsArray().Select(r => r!["rule"]!.GetValue<string>()));
        Assert.Null(schema["x-kubernetes-map-type"]);
    }

    [Fact]
    public void BrokenRuleOfABaseIsShownAtTheBase() => DiagnosticAssert.Reports(
        "KCR151",
        TestKind.WithSpec("public Derived? Part { get; set; }", "[CelRule(\"self.missing == 1\")] public class Base { public string? A { get; set; } } public class Derived : Base;"),
        "missing");

    [Fact]
    public void MembersOfGenericBases() => TypeAssert.HasProperties(
        ["part"],
        "public Numbers? Part { get; set; }",
        "public abstract class ListOf<T> { public IList<T>? Items { get; set; } public T? First { get; set; } } public class Numbers : ListOf<int> { public string? Name { get; set; } }");
}
