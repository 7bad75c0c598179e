using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Sheets.Forms;

/// <summary>Rows of entries for a form: fields of the entry and of what its look-ups point at, masked and sealed as in any export.</summary>
internal sealed class FormRows(Session session, Reference reference, Vault vault, Clock clock, Names names)
{
    /// <summary>Rows of a block at most.</summary>
    public const int Most = 20_000;

    private const int Piece = 200;

    /// <summary>The rows.</summary>
    /// <exception cref="Refusal">There are too many.</exception>
    public async Task<IReadOnlyList<object?[]>> Read(FormBlock block, Register register, Filter filter, ExportReach reach, bool unmasked, CancellationToken ct)
    {
        var opens = reach.Opens(register, unmasked);
        var sheet = new Sheet(register, reference, vault, opens, clock);
        var at = sheet.Keys.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        var query = new Query(session, register.Shape, reach.Of(register.Permission("export"))).Where(filter).Where(new Filter.Within("org", reach.Sees(register).Branches));
        if (await query.Count(ct) > Most) throw new Refusal(WorkbookProblems.TooManyRows);
        var entries = new List<object?[]>();
        await foreach (var row in query.Stream(sheet.Keys, [new("place"), new("date"), new("id")], ct)) entries.Add(row);
        var known = await names.Of(reference, entries.SelectMany(sheet.Pointed), reach.Sees(register), ct);
        var others = new Dictionary<string, Pointed>(StringComparer.Ordinal);
        foreach (var look in block.Columns.Select(c => Path(register, c.Fills)).Where(p => p.Inner is not null).Select(p => p.Outer!).Distinct())
            others[look.Key] = await Behind(look, entries.Select(e => e[at[look.Key]]).OfType<Guid>(), reach, unmasked, ct);
        var cells = block.Columns.Select(c => CellOf(c, register, sheet, opens, at, known, others)).ToList();
        return [.. entries.Select((row, i) => cells.Select(cell => cell(row, i)).ToArray())];
    }

    /// <summary>The field a binding names, and the one behind it when that is a look-up; none when it is gone.</summary>
    internal (Field? Outer, Field? Inner) Path(Register register, string fills)
    {
        if (!fills.StartsWith(FillWords.OfField, StringComparison.Ordinal)) return (null, null);
        var steps = fills[FillWords.OfField.Length..].Split('.');
        var outer = register.Find(steps[0]);
        return steps.Length == 1 ? (outer, null) : outer is { Type: FieldType.LookUp, Target: { } target } && reference.Register(target)?.Find(steps[1]) is { } inner ? (outer, inner) : (null, null);
    }

    private Func<object?[], int, object?> CellOf(FormColumn column, Register register, Sheet sheet, Scope opens, Dictionary<string, int> at, IReadOnlyDictionary<Guid, string> known, Dictionary<string, Pointed> others)
    {
        switch (column.Fills)
        {
            case FillWords.Serial: return (_, i) => (long)i + 1;
            case FillWords.Village: return (row, _) => reference.Places.VillageOf((long)row[at["place"]]!);
            case FillWords.Township: return (row, _) => new Branch((long)row[at["place"]]!) is { Depth: >= 2 } place ? reference.Places.NameOf(place.AtDepth(2).Value) : null;
        }
        var (outer, inner) = Path(register, column.Fills);
        if (outer is null) return (_, _) => null;
        if (inner is null)
        {
            var own = Shown(column, outer, sheet, opens);
            return (row, _) => own(row, known);
        }
        var (behind, index) = (others[outer.Key], at[outer.Key]);
        var cell = Shown(column, inner, behind.Sheet, behind.Opens);
        return (row, _) => row[index] is Guid id && behind.Rows.TryGetValue(id, out var other) ? cell(other, behind.Names) : null;
    }

    /// <summary>A field as a form shows it: what is sealed is left out of a masked one, money follows the head's 万元.</summary>
    private static Func<object?[], IReadOnlyDictionary<Guid, string>, object?> Shown(FormColumn column, Field field, Sheet sheet, Scope opens)
    {
        if (field.Sealed is not null && opens.IsEmpty) return (_, _) => null;
        var cell = sheet.CellOf(field);
        return field.Type is FieldType.Money && column.Label.Contains("万元", StringComparison.Ordinal) ? (row, known) => cell(row, known) is decimal yuan ? yuan / 10_000 : null : cell;
    }

    /// <summary>What a look-up's values point at, as far as she may read it.</summary>
    private async Task<Pointed> Behind(Field look, IEnumerable<Guid> ids, ExportReach reach, bool unmasked, CancellationToken ct)
    {
        var target = reference.Register(look.Target!)!;
        var opens = reach.Opens(target, unmasked);
        var sheet = new Sheet(target, reference, vault, opens, clock);
        var id = sheet.Keys.Index().First(k => k.Item == "id").Index;
        var rows = new Dictionary<Guid, object?[]>();
        foreach (var piece in ids.Distinct().Chunk(Piece))
            await foreach (var row in new Query(session, target.Shape, reach.Sees(target)).Where(new Filter.In("id", [.. piece.Cast<object>()])).Stream(sheet.Keys, [], ct)) rows[(Guid)row[id]!] = row;
        return new(sheet, opens, rows, await names.Of(reference, rows.Values.SelectMany(sheet.Pointed), reach.Sees(target), ct));
    }

    private sealed record Pointed(Sheet Sheet, Scope Opens, IReadOnlyDictionary<Guid, object?[]> Rows, IReadOnlyDictionary<Guid, string> Names);
}
