using System.Reflection;
using Mono.Cecil;
using NetArchTest.Rules;

namespace Broadsheet.Tests.Architecture;

/// <summary>Arrows only point left, and no folder of a project needs one that needs it.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, Assembly> Projects = new()
    {
        ["Broadsheet.Domain"] = typeof(Domain.Refusal).Assembly, ["Broadsheet.Data"] = typeof(Data.NewsDb).Assembly,
        ["Broadsheet.Import"] = typeof(Import.Manuscripts.Manuscript).Assembly, ["Broadsheet.Web"] = typeof(Web.Layout.Site).Assembly,
    };

    public static TheoryData<string> Names => [.. Projects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_knows_only_those_to_its_left(string project)
    {
        var order = Projects.Keys.ToList();
        string[] right = [.. order.Skip(order.IndexOf(project) + 1)];

        if (right.Length > 0) Holds(Types.InAssembly(Projects[project]).ShouldNot().HaveDependencyOnAny(right));
    }

    [Fact]
    public void The_domain_has_no_package_and_does_no_I_O()
    {
        Assert.All(Projects["Broadsheet.Domain"].GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));
        Holds(Types.InAssembly(Projects["Broadsheet.Domain"]).ShouldNot().HaveDependencyOnAny("System.IO.File", "System.IO.Directory", "System.Net.Http", "System.Net.Sockets", "System.Data"));
    }

    [Theory]
    [InlineData("Broadsheet.Web.Layout")]
    [InlineData("Broadsheet.Web.Hosting")]
    public void Layout_and_Hosting_know_no_feature(string room) =>
        Holds(Types.InAssembly(Projects["Broadsheet.Web"]).That().ResideInNamespace(room).ShouldNot().HaveDependencyOn("Broadsheet.Web.Features"));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_folder_stands_in_a_circle(string project)
    {
        var arrows = Arrows(project).ToHashSet();
        var circle = Circle(arrows);

        Assert.True(circle is null, $"{project}: {string.Join(" → ", circle ?? [])}");
    }

    [Fact]
    public void A_circle_would_be_seen()
    {
        Assert.Equal(["a", "b", "c", "a"], Circle([("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]));
        Assert.Contains(("Features.Articles", "Layout"), Arrows("Broadsheet.Web"));
    }

    private static void Holds(ConditionList condition)
    {
        var result = condition.GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    /// <summary>Which folder's types name which other folder's; folders by their full path below the project.</summary>
    private static IEnumerable<(string From, string To)> Arrows(string project)
    {
        using var module = ModuleDefinition.ReadModule(Projects[project].Location);
        foreach (var type in module.GetTypes())
        {
            if (FolderOf(Outermost(type).FullName, project) is not { } from) continue;
            foreach (var named in TypeUse.Of(type))
                if (FolderOf(named, project) is { } to && to != from) yield return (from, to);
        }
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    // Types at a project's root are everybody's.
    private static string? FolderOf(string type, string project)
    {
        var dot = type.LastIndexOf('.');
        return dot > project.Length && type.StartsWith(project + ".", StringComparison.Ordinal) ? type[(project.Length + 1)..dot] : null;
    }

    private static List<string>? Circle(HashSet<(string From, string To)> arrows)
    {
        var next = arrows.ToLookup(a => a.From, a => a.To);
        HashSet<string> done = [];
        foreach (var start in arrows.Select(a => a.From).Distinct().Order())
            if (Walk(start, [], next, done) is { } circle) return circle;
        return null;
    }

    private static List<string>? Walk(string at, List<string> way, ILookup<string, string> next, HashSet<string> done)
    {
        if (way.IndexOf(at) is >= 0 and var seen) return [.. way.Skip(seen), at];
        if (!done.Add(at)) return null;
        foreach (var to in next[at].Order())
            if (Walk(to, [.. way, at], next, done) is { } circle) return circle;
        return null;
    }
}
