using System.Reflection;
using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Shape;

/// <summary>The walls of the house. An exception stands in the list of its rule, so that growth is a visible diff.</summary>
public sealed partial class ArchitectureTests
{
    [Fact]
    public void The_kernel_stands_on_nothing_but_the_framework()
    {
        var references = typeof(Clock).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n != "netstandard");
        Assert.Empty(references);
    }

    [Fact]
    public void The_platform_knows_no_module()
    {
        // The composition alone names the list of modules.
        var allowed = new[] { "src/HalfSky/Platform/Shell/Application.cs" };
        Assert.Empty(Source.Files(".cs", ".cshtml").Where(f => f.Path.StartsWith("src/HalfSky/Platform/", StringComparison.Ordinal) && Source.Code(f.Text).Contains("HalfSky.Modules", StringComparison.Ordinal))
            .Select(f => f.Path).Except(allowed));
    }

    [Fact]
    public void A_module_reaches_into_no_other()
    {
        var bad = from f in Source.Files(".cs", ".cshtml")
                  let module = ModulePath().Match(f.Path).Groups[1].Value
                  where module.Length > 0
                  from Match m in ModuleName().Matches(Source.Code(f.Text))
                  where m.Groups[1].Value != module
                  select $"{f.Path} uses {m.Groups[1].Value}";
        Assert.Empty(bad);
    }

    [Fact]
    public void Only_the_data_folder_speaks_to_the_database_by_itself()
    {
        // The log names the driver as a category to keep quiet.
        var allowed = new[] { "src/HalfSky/Platform/Data/", "src/HalfSky/Platform/Search/SearchIndex.cs", "src/HalfSky/Platform/Jobs/LogFile.cs", "src/HalfSky.Host/" };
        var bad = Source.Files(".cs").Where(f => !allowed.Any(a => f.Path.StartsWith(a, StringComparison.Ordinal)) && RawAccess().IsMatch(Source.Code(f.Text))).Select(f => f.Path + ": " + RawAccess().Match(Source.Code(f.Text)).Value);
        Assert.Empty(bad);
    }

    [Fact]
    public void Entries_are_read_by_the_builder_alone_which_cannot_be_made_without_a_scope()
    {
        var entries = typeof(Entry).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Entry))).Select(t => t.Name).ToList();
        var bad = from f in Source.Files(".cs")
                  from Match m in DbSetOf().Matches(Source.Code(f.Text))
                  where entries.Contains(m.Groups[1].Value)
                  select $"{f.Path}: Set<{m.Groups[1].Value}>";
        Assert.Empty(bad);
    }

    [Fact]
    public void Time_and_identifiers_come_from_the_kernel()
    {
        var allowed = new[] { "src/HalfSky.Kernel/Time/Clock.cs", "src/HalfSky.Kernel/Uuid.cs" };
        Assert.Empty(Source.Files(".cs").Where(f => !allowed.Contains(f.Path) && AmbientTime().IsMatch(Source.Code(f.Text))).Select(f => f.Path + ": " + AmbientTime().Match(Source.Code(f.Text)).Value));
    }

    [Fact]
    public void Files_are_short_and_names_say_something()
    {
        Assert.Empty(Source.Files(".cs", ".cshtml").Where(f => f.Text.Count(c => c == '\n') > 400).Select(f => f.Path));
        Assert.Empty(Source.Files(".cs").Where(f => EmptyName().IsMatch(f.Path)).Select(f => f.Path));
    }

    [Fact]
    public void Pages_carry_no_inline_script_or_style()
    {
        Assert.Empty(Source.Files(".cshtml").Where(f => Inline().IsMatch(f.Text)).Select(f => f.Path + ": " + Inline().Match(f.Text).Value));
    }

    [Fact]
    public void A_constructor_asks_for_five_things_at_most()
    {
        // Values (records, declarations) may list more; these are what the container builds.
        var allowed = new HashSet<string> { "CurrentUser", "Measure", "Loading", "Upgrade" };
        var bad = typeof(Entry).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && !t.Name.StartsWith('<') && t.GetMethod("<Clone>$") is null && !allowed.Contains(t.Name))
            .Where(t => t.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Any(c => c.GetParameters().Length > 5)).Select(t => t.FullName);
        Assert.Empty(bad);
    }

    [GeneratedRegex("^src/HalfSky/Modules/([A-Za-z]+)/")]
    private static partial Regex ModulePath();

    [GeneratedRegex(@"HalfSky\.Modules\.([A-Za-z]+)")]
    private static partial Regex ModuleName();

    [GeneratedRegex(@"\b(FromSql\w*|ExecuteSql\w*|SqlQuery\w*|IgnoreQueryFilters|Npgsql\w*|SqliteConnection|SqliteCommand|CreateCommand)\b")]
    private static partial Regex RawAccess();

    [GeneratedRegex(@"Set<(\w+)>\(\)")]
    private static partial Regex DbSetOf();

    [GeneratedRegex(@"\b(DateTime\.(Now|UtcNow|Today)|DateTimeOffset\.(Now|UtcNow)|Guid\.NewGuid)\b")]
    private static partial Regex AmbientTime();

    [GeneratedRegex(@"(Manager|Helper|Utils?|Service|Impl|Dto|Info)\.cs$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\s(style|on(click|load|submit|change|input))=""|<style|<script(?![^>]*(src=|type=""application/json""))")]
    private static partial Regex Inline();
}
