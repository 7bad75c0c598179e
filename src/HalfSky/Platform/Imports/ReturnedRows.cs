using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Imports.Heads;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sheets;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Imports;

/// <summary>
/// Rows of our own export that come back: what stands in one as it was exported, masked or not, is left alone; what was changed is
/// changed. An entry that is not here is made anew under its number, unless its names are masked.
/// </summary>
internal sealed class ReturnedRows(Desk desk, Recording recording, Register register, Reference reference)
{
    private readonly Scope records = desk.User.Scope(register.Permission("record"));
    private readonly Sheet full = new(register, reference, recording.Vault, desk.User.Scope(register.Permission("unseal")), recording.Clock);
    private readonly Sheet masked = new(register, reference, recording.Vault, Scope.None, recording.Clock);

    private readonly HashSet<Guid> seen = [];

    /// <summary>Judges a piece of rows, with one question for their entries and one for the names in them.</summary>
    public async Task Judge(IReadOnlyList<JudgedRow> rows, CancellationToken ct)
    {
        foreach (var row in rows) row.Entry = Guid.TryParse(row.Row.Raw.GetValueOrDefault(ImportTarget.Number), out var id) ? id : Guid.Empty;
        var standing = new Dictionary<Guid, (Entry Entry, object?[] Values)>();
        foreach (var chunk in rows.Select(r => r.Entry).Where(e => e != Guid.Empty).Distinct().Chunk(200))
            await foreach (var values in new Query(desk.Session, register.Shape, desk.Sees(register)).Where(new Filter.In("id", [.. chunk.Cast<object>()])).Along("id").Stream([.. full.Keys], [], ct))
                if (EntryColumns.Make(register, values) is var entry) standing[entry.Id] = (entry, values);
        var names = await recording.Names.Of(reference, standing.Values.SelectMany(s => full.Pointed(s.Values)), desk.Sees(register), ct);
        foreach (var row in rows.Where(r => r.Entry != Guid.Empty))
        {
            // A row copied to make another of it would write over the first.
            if (!seen.Add(row.Entry))
            {
                row.Refuse(new("cell.number-twice", "上面已经有一行是这个编号。新的一条请把编号清空，重复的请删掉。", ImportTarget.Number));
                continue;
            }
            if (standing.TryGetValue(row.Entry, out var known))
            {
                Compare(row, known.Entry, known.Values, names);
                continue;
            }
            // An organisation belongs to itself, which it is not before it is made.
            if (register.IsOrganizationTree && row.Row.Raw.GetValueOrDefault("org") == row.Row.Raw.GetValueOrDefault(register.TitleField!.Key))
            {
                row.Row.Cells.Remove("org");
                row.Row.Problems.RemoveAll(p => p.Path == "org");
            }
            if (row.Row.Raw.Values.Any(v => v.Contains('＊', StringComparison.Ordinal))) row.Refuse(new("cell.masked", "这一行打了码，台账里又没有这一条，不能导入。请用没有打码的导出。", ImportTarget.Number));
        }
    }

    private void Compare(JudgedRow row, Entry entry, object?[] values, IReadOnlyDictionary<Guid, string> names)
    {
        var changed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (path, raw) in row.Row.Raw.Where(r => register.Find(r.Key) is { Derived: false }))
        {
            if (new[] { masked, full }.Any(s => Same(register[path], Sheet.TextOf(s.CellOf(register[path])(values, names)).Trim(), raw)))
            {
                row.Row.Problems.RemoveAll(p => p.Path == path);
                continue;
            }
            var cell = row.Row.Cells.GetValueOrDefault(path);
            if (FieldValue.ToText(register[path], register[path].Read(entry)) is var before && register[path].Sealed is null && Same(register[path], before, cell.Typed)) continue;
            changed[path] = cell.Typed;
        }
        foreach (var problem in row.Row.Problems.Where(p => !p.Doubtful)) row.Refuse(new(problem.Code, problem.Words, problem.Path));
        if (row.Outcome is ImportOutcome.Refused) return;
        if (changed.Count == 0) row.Outcome = ImportOutcome.Already;
        else if (!records.Contains(entry.Org)) row.Refuse(EntryProblems.NotYourOrganization);
        else if (changed.Keys.FirstOrDefault(k => register[k].Type is FieldType.LookUp) is { } pointed) row.Refuse(new("cell.pointed", $"{register[pointed].Label}不能在表里改，请打开这一条来改。", pointed));
        else (row.Version, row.Input) = (entry.Version, new(changed));
    }

    private static bool Same(Field field, string shown, string raw) => shown == raw
        || (field.Type is FieldType.Number or FieldType.Money && decimal.TryParse(shown, NumberStyles.Number, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(raw, NumberStyles.Number, CultureInfo.InvariantCulture, out var b) && a == b);
}
