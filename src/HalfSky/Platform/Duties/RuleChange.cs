using System.Text.Json;
using HalfSky.Platform.Registers;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Duties;

/// <summary>A version of a duty rule as a county set it (D23): a shipped rule changed, or one of its own. Versions are added, never edited.</summary>
public sealed class RuleChange
{
    /// <summary>Key of the rule; a county's own begin “own.”.</summary>
    public string Key { get; set; } = "";

    /// <summary>In effect from.</summary>
    public DateOnly From { get; set; }

    /// <summary>Register whose entries make the duties.</summary>
    public string Register { get; set; } = "";

    /// <summary>The rule.</summary>
    public string Json { get; set; } = "{}";

    /// <summary>Who set it.</summary>
    public Guid SetBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime SetAt { get; set; }

    /// <summary>The rule read.</summary>
    public DutyRule Read() => JsonSerializer.Deserialize<DutyRule>(Json, Definition.Options)! with { From = From };

    /// <summary>The rule written.</summary>
    public static string Write(DutyRule rule) => JsonSerializer.Serialize(rule, Definition.Options);

    /// <summary>Shipped rules with the county's versions, then its own rules.</summary>
    public static IReadOnlyList<RuleHistory> Histories(Catalog catalog, IReadOnlyList<RuleChange> changes, Func<string, Register?> registers)
    {
        var own = changes.ToLookup(c => c.Key);
        var shipped = catalog.Duties.Select(d => new RuleHistory(d.Register, own[d.Rule.Key].Select(c => c.Read()).Prepend(d.Rule)));
        var known = catalog.Duties.Select(d => d.Rule.Key).ToHashSet(StringComparer.Ordinal);
        return [.. shipped, .. own.Where(g => !known.Contains(g.Key)).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Where(g => registers(g.Last().Register) is not null).Select(g => new RuleHistory(registers(g.Last().Register)!, g.Select(c => c.Read())))];
    }

    internal static void Map(ModelBuilder b) => b.Entity<RuleChange>(e =>
    {
        e.ToTable("duty_rule");
        e.HasKey(x => new { x.Key, x.From });
    });
}
