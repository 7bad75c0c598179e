using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using HalfSky.Modules;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HalfSky.Tests.Shape;

/// <summary>The vocabulary under review: any change of registers, fields, measures, duties, permissions or pages shows in a diff.</summary>
public sealed partial class VocabularyTests
{
    private static readonly Catalog Catalog = Shipped.Catalog();

    [Fact]
    public void The_catalog_is_the_one_reviewed()
    {
        var path = Path.Combine(Source.Root, "Catalog.verified.txt");
        var now = Print();
        if (!File.Exists(path) || Environment.GetEnvironmentVariable("HALFSKY_ACCEPT") == "1") File.WriteAllText(path, now);
        Assert.True(File.ReadAllText(path).ReplaceLineEndings("\n") == now,
            "The vocabulary changed. Look at the difference; if it is meant, run this test with HALFSKY_ACCEPT=1 and commit Catalog.verified.txt.");
    }

    [Fact]
    public void The_glossary_joins_every_term_with_its_code()
    {
        var rows = File.ReadAllLines(Path.Combine(Source.Root, "GLOSSARY.md")).Select(l => GlossaryRow().Match(l)).Where(m => m.Success).Select(m => (Term: m.Groups[1].Value.Trim(), Code: m.Groups[2].Value.Trim())).ToList();
        var terms = Terms().ToList();
        var missing = terms.Where(t => !rows.Contains(t)).Select(t => $"| {t.Item1} | `{t.Item2}` | | |");
        Assert.True(!missing.Any(), "not in GLOSSARY.md:\n" + string.Join("\n", missing));
        var codes = terms.Select(t => t.Item2).ToHashSet(StringComparer.Ordinal);
        var types = typeof(Entry).Assembly.GetTypes().Concat(typeof(Kernel.Clock).Assembly.GetTypes()).Select(t => t.Name.Split('`')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(rows.Where(r => !codes.Contains(r.Code) && !types.Contains(r.Code)).Select(r => r.Code + " names nothing"));
        Assert.Empty(rows.GroupBy(r => r.Term).Where(g => g.Select(r => r.Code).Distinct().Count() > 1).Select(g => g.Key + " means two things"));
    }

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var pages = typeof(Entry).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract);
        Assert.Empty(pages.Where(p => p.GetCustomAttribute<NeedsAttribute>() is null && p.GetCustomAttribute<SignedInAttribute>() is null
            && p.GetCustomAttribute<Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute>() is null).Select(p => p.FullName));
    }

    /// <summary>Words people read, with the code that means them.</summary>
    private static IEnumerable<(string, string)> Terms()
    {
        foreach (var r in Catalog.Registers) yield return (r.Label, r.Key);
        foreach (var m in Catalog.Measures) yield return (m.Label + "（口径）", m.Key);
        foreach (var (_, d) in Catalog.Duties) yield return (d.Label + "（待办）", d.Key);
        foreach (var p in Catalog.Permissions) yield return (p.Label + "（权限）", p.Key);
        foreach (var r in Catalog.Roles.All) yield return (r.Label + "（角色）", r.Key);
        foreach (var s in Enum.GetValues<EntryState>()) yield return (CueTag.Word(s), s.ToString());
    }

    private static string Print()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        foreach (var module in Catalog.Modules)
        {
            Line($"module {module.Name}");
            foreach (var p in module.Permissions) Line($"  permission {p.Key} {p.Label}");
            foreach (var r in module.Roles) Line($"  role {r.Key} {r.Label}: {string.Join(' ', r.Grants)}");
        }
        foreach (var r in Catalog.Registers)
        {
            Line($"register {r.Key} {r.Label} -> {r.Table}{(r.Reviewed ? " reviewed" : "")}{(r.IsOrganizationTree ? " tree" : "")}{(r.Rights is null ? "" : " gives-rights")}");
            foreach (var f in r.Fields)
            {
                Line($"  field {f.Key} {f.Label} {f.Type}{(f.Target is null ? "" : ":" + f.Target)}{(f.Required ? " required" : "")}{(f.Listed ? " listed" : "")}{(f.Filterable ? " filter" : "")}{(f.Searchable ? " search" : "")}{(f.Derived ? " derived" : "")}{(f.Sealed is null ? "" : " sealed:" + f.Sealed)}");
                if (r.KindLists.FirstOrDefault(k => k.Key == f.KindList) is { } list && list.Key != "programme") Line($"    kinds {string.Join(' ', list.Items.Select(k => k.Code + "=" + k.Label))}");
            }
            foreach (var m in r.Measures)
            {
                var count = m.Kind is MeasureKind.Ratio ? $"{m.Part} / {m.Whole}" : m.DistinctKey is { } d ? $"distinct {d}" : m.Count.GetType().Name.ToLowerInvariant();
                Line($"  measure {m.Key} {m.Label} {m.Unit.Label} {m.Kind} {count} by {string.Join(' ', m.Dimensions)}{(m.WhereText is null ? "" : " where " + m.WhereText)}{(m.Reached is null ? "" : " reached-by " + m.Reached.Register)}{(m.Additive ? "" : " not-additive")} v{m.Version}");
            }
            foreach (var d in r.Duties) Line($"  duty {d.Key} {d.Label} {d.Cycle} by {string.Join(", ", d.Acts.Select(a => a.Register))}");
        }
        var pages = from f in Source.Files(".cshtml")
                    let route = PageRoute().Match(f.Text)
                    where route.Success
                    let code = File.Exists(Path.Combine(Source.Root, f.Path + ".cs")) ? File.ReadAllText(Path.Combine(Source.Root, f.Path + ".cs")) : ""
                    let need = NeedOf().Match(code)
                    orderby route.Groups[1].Value
                    select $"page {route.Groups[1].Value} {(need.Success ? need.Value : "")}".TrimEnd();
        foreach (var page in pages) Line(page);
        return text.ToString();
    }

    [GeneratedRegex(@"^\| ([^|]+) \| `([^`]+)` \|")]
    private static partial Regex GlossaryRow();

    [GeneratedRegex(@"^\uFEFF?@page ""([^""]+)""")]
    private static partial Regex PageRoute();

    [GeneratedRegex(@"\[(Needs\([^)]*\)|SignedIn[^\]]*|AllowAnonymous)\]")]
    private static partial Regex NeedOf();
}
