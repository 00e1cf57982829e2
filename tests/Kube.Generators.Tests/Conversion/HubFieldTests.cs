using System.Globalization;
using Kube.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Tests.Conversion;

/// <summary>Every field of a spoke is in the hub, or says what becomes of it.</summary>
public class HubFieldTests
{
    private const string HubTypes = """
        public class Part { public string? Name { get; set; } public long? Weight { get; set; } public Depth? Depth { get; set; } }
        public class Depth { public int? Level { get; set; } }
        public class Shared { public int? A { get; set; } }
        public class Wide { public int? Left { get; set; } public string? OnlyHere { get; set; } }
        """;

    private const string Hub = """
        public int? Size { get; set; }
        public IList<Part>? Parts { get; set; }
        public IDictionary<string, Part>? ByName { get; set; }
        public Shared? Shared { get; set; }
        public V1PodTemplateSpec? Template { get; set; }
        public JsonObject? Free { get; set; }
        public Wide? Wide { get; set; }
        public ResourceQuantity? Memory { get; set; }
        public IDictionary<string, string>? Labels { get; set; }
        public DateTime? Since { get; set; }
        """;

    /// <summary>Members of the spoke's spec, and types; all is well.</summary>
    public static TheoryData<string, string> Sound => new()
    {
        { "public int? Size { get; set; }", "" },
        { "public double? Size { get; set; } public string? Memory { get; set; } public string? Since { get; set; }", "" },
        { "[JsonPropertyName(\"size\")] public int? Other { get; set; }", "" },
        { "public List<OldPart>? Parts { get; set; }", "public class OldPart { public string? Name { get; set; } }" },
        { "public List<OldPart>? Parts { get; set; }", "public class OldPart { [NotInHub] public string? Color { get; set; } }" },
        { "public List<OldPart>? Parts { get; set; }", "public class OldPart { [HubField(\".name\")] public string? Title { get; set; } }" },
        { "public List<OldPart>? Parts { get; set; }", "public class OldPart { [HubField(\"spec.parts[*].name\")] public string? Title { get; set; } }" },
        { "public Shared? Shared { get; set; } public V1PodSpec? Template { get; set; }", "" },
        { "public JsonObject? Template { get; set; } public JsonObject? Labels { get; set; } public OldPart? Free { get; set; }", "public class OldPart { }" },
        { "public OldWide? Wide { get; set; }", "public class OldWide { public int? Left { get; set; } }" },
        { "[NotInHub] public Unknown? Unknown { get; set; }", "public class Unknown { public Unknown2? More { get; set; } } public class Unknown2 { }" },
        { "[HubField(\"spec.size\")] public string? Extent { get; set; }", "" },
        { "[HubField(\"spec.size\")] public Unknown? Extent { get; set; }", "public class Unknown { public int? A { get; set; } }" },
        { "[HubField(\"spec.wide\")] public OldWide? Broad { get; set; }", "public class OldWide { public int? Left { get; set; } }" },
        { "[HubField(\"spec.byName[*]\")] public List<OldPart>? Pieces { get; set; }", "public class OldPart { public int? Unseen { get; set; } }" },
        { "[HubField(\"spec.free.anything.below\")] public string? Any { get; set; }", "" },
        { "[HubField(\"metadata.annotations['example.com/x']\")] public string? Note { get; set; }", "" },
        { "[HubField(\"spec.template.spec.containers[*].image\")] public string? Image { get; set; }", "" },
    };

    /// <summary>Members of the spoke's spec, types, the id, the place and the message.</summary>
    public static TheoryData<string, string, string, string, string> Broken => new()
    {
        { "public int? Sizes { get; set; }", "", "KCR143", "Sizes", "'spec.sizes' of version v1alpha1 is not in the hub v1; it has 'spec.size': put" },
        { "public int? Level { get; set; }", "", "KCR143", "Level", "'spec.level' of version v1alpha1 is not in the hub v1; it has 'spec.parts[*].depth.level': put" },
        { "public int? Unlike { get; set; }", "", "KCR143", "Unlike", "'spec.unlike' of version v1alpha1 is not in the hub v1: put" },
        { "public List<OldPart>? Parts { get; set; }", "public class OldPart { public string? Nam { get; set; } }", "KCR143", "Nam", "'spec.parts[*].nam' of version v1alpha1 is not in the hub v1; it has 'spec.parts[*].name'" },
        { "public Dictionary<string, OldPart>? ByName { get; set; }", "public class OldPart { public OldDepth? Depth { get; set; } } public class OldDepth { public int? Levels { get; set; } }", "KCR143", "Levels", "'spec.byName[*].depth.levels' of version v1alpha1 is not in the hub v1; it has 'spec.byName[*].depth.level'" },
        { "[HubField(\"spec.wide\")] public OldWide? Broad { get; set; }", "public class OldWide { public int? Lift { get; set; } }", "KCR143", "Lift", "'spec.broad.lift' of version v1alpha1 is not in the hub v1; it has 'spec.wide.left'" },
        { "public string? Size { get; set; }", "", "KCR144", "Size", "'spec.size' is a text in version v1alpha1 and a number in the hub v1" },
        { "public bool? Memory { get; set; }", "", "KCR144", "Memory", "'spec.memory' is true or false in version v1alpha1 and a number or a text in the hub v1" },
        { "public Shared? Parts { get; set; }", "", "KCR144", "Parts", "'spec.parts' is an object in version v1alpha1 and a list in the hub v1" },
        { "public List<int>? Parts { get; set; }", "", "KCR144", "Parts", "'spec.parts[*]' is a number in version v1alpha1 and an object in the hub v1" },
        { "public Shared? Labels { get; set; }", "", "KCR144", "Labels", "'spec.labels' is an object in version v1alpha1 and a map in the hub v1" },
        { "[HubField(\"spec.sizes\")] public int? Extent { get; set; }", "", "KCR145", "Extent", "'spec.sizes' on 'Extent' leads nowhere in the hub v1: ExampleSpec has no 'sizes' in JSON; it has 'spec.size'" },
        { "[HubField(\"spec.parts.name\")] public int? Extent { get; set; }", "", "KCR145", "Extent", "'name' follows a list: say which item in brackets; it has 'spec.parts[*].name'" },
        { "[HubField(\"\")] public int? Extent { get; set; }", "", "KCR145", "Extent", "'' on 'Extent' leads nowhere in the hub v1" },
        { "[HubField(\"spec..size\")] public int? Extent { get; set; }", "", "KCR145", "Extent", "leads nowhere" },
        { "[HubField(\"spec.size[0\")] public int? Extent { get; set; }", "", "KCR145", "Extent", "not closed" },
        { "[HubField(\".sizes\")] public int? Extent { get; set; }", "", "KCR145", "Extent", "'.sizes' on 'Extent' leads nowhere in the hub v1: ExampleSpec has no 'sizes' in JSON; it has 'spec.size'" },
        { "[HubField(\"spec.size\"), NotInHub] public int? Extent { get; set; }", "", "KCR146", "Extent", "[HubField] on 'Extent' has no effect: [NotInHub] says" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void SoundFields(string spec, string types) => DiagnosticAssert.IsSilent([TestHub.Spoke(spec, types), .. TestHub.Around(Hub, HubTypes)]);

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenFields(string spec, string types, string id, string place, string message)
    {
        var problem = DiagnosticAssert.Reports(id, TestHub.Spoke(spec, types), place, TestHub.Around(Hub, HubTypes));
        Assert.Contains(message, problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void OneTypeInTwoPlacesIsToldOncePerPath()
    {
        var spoke = TestHub.Spoke("public OldPart? One { get; set; } public List<OldPart>? Parts { get; set; }", "public class OldPart { public int? Lost { get; set; } }");
        var hub = TestHub.Around("public Part? One { get; set; } public IList<Part>? Parts { get; set; }", HubTypes);
        Assert.Equal(
            ["'spec.one.lost'", "'spec.parts[*].lost'"],
            Generation.Of([spoke, .. hub]).Result.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture).Split(' ')[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ConversionHub<Example>")]
    public void FieldsOfVersionsWithoutMappingSayNothing(string attribute)
    {
        var generation = Generation.Of(
            TestHub.Spoke("[NotInHub] public int? A { get; set; }", attribute: attribute), TestKind.WithSpec("[HubField(\"spec.a\")] public int? B { get; set; }"));
        Assert.Equal(
            ["[HubField] on 'B'", "[NotInHub] on 'A'"],
            generation.Result.Diagnostics.Where(d => d.Id == "KCR146").Select(d => string.Join(' ', d.GetMessage(CultureInfo.InvariantCulture).Split(' ')[..3])).Order());
    }

    [Fact]
    public void AttributesInATypeThatASpokeReachesAreItsOwn() => DiagnosticAssert.IsSilent(
        [TestHub.Spoke("public Part? Part { get; set; }", "public class Part { [NotInHub] public int? A { get; set; } }"), .. TestHub.Around("public Part? Part { get; set; }")]);

    [Theory]
    [InlineData("public OldStatus? Status { get; set; }", "public class OldStatus { public int? A { get; set; } public List<OldItem>? Items { get; set; } } public class OldItem { public int? B { get; set; } public int? C { get; set; } }", null, "")]
    [InlineData("public ExampleStatus? Status { get; set; }", "", null, "")]
    [InlineData("public OldStatus? Status { get; set; }", "public class OldStatus { [HubField(\"status.a\")] public int? X { get; set; } [HubField(\"status.items\")] public List<Item>? Items { get; set; } }", null, "")]
    [InlineData("public OldStatus? Status { get; set; }", "public class OldStatus { public int? A { get; set; } }", "status.items", "Status")]
    [InlineData("public OldStatus? Status { get; set; }", "public class OldStatus { public int? A { get; set; } public List<OldItem>? Items { get; set; } } public class OldItem { public int? B { get; set; } }", "status.items[*].c", "Status")]
    [InlineData("", "", "status", "Old")]
    public void StatusOfTheHubIsWhole(string members, string types, string? lost, string place)
    {
        const string HubStatus = """
            public class ExampleStatus { public int? A { get; set; } public IList<Item>? Items { get; set; } }
            public class Item { public int? B { get; set; } public int? C { get; set; } }
            """;
        string[] hub = TestHub.Around(types: HubStatus, members: "public ExampleStatus? Status { get; set; }");
        if (lost is null)
        {
            DiagnosticAssert.IsSilent([TestHub.Spoke(types: types, members: members), .. hub]);
            return;
        }

        var problem = DiagnosticAssert.Reports("KCR147", TestHub.Spoke(types: types, members: members), place, hub);
        Assert.StartsWith($"'{lost}' of the hub v1 is not in version v1alpha1", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorsOfFieldsLeaveTheConversion()
    {
        var generation = Generation.Of([TestHub.Spoke("public int? Unlike { get; set; }"), .. TestHub.Around()]);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(generation.Result.Diagnostics).Severity);
        Assert.Contains("Demo.Old.Conversion.g.cs", generation.Files.Keys);
    }
}
