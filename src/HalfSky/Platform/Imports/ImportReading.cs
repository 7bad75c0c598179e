using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Imports;

/// <summary>What was read of a file, as the command prints it: columns, rows with their values, what was refused and what is doubtful.</summary>
public static class ImportReading
{
    /// <summary>A file that was refused as a whole.</summary>
    public static JsonObject Refused(IReadOnlyList<Problem> problems) => new()
    {
        ["verdict"] = "refused", ["code"] = problems[0].Code, ["reason"] = string.Join(" ", problems.Select(p => p.Text)), ["sheet"] = null, ["headRow"] = null, ["columns"] = new JsonObject(),
        ["imported"] = new JsonArray(), ["refused"] = new JsonArray(), ["problems"] = new JsonArray(),
    };

    /// <summary>A file that was read.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows with what became of them; without a database, as <see cref="Unjudged"/> says.</param>
    public static JsonObject Print(ImportTable table, IReadOnlyList<JudgedRow> rows) => new()
    {
        ["verdict"] = "read", ["reason"] = null, ["register"] = table.Register.Key, ["sheet"] = table.Sheet, ["headRow"] = table.Head,
        ["columns"] = ImportBinding.Print(table.Columns, ticks: false),
        ["imported"] = new JsonArray([.. rows.Where(r => r.Outcome is not ImportOutcome.Refused).Select(r => Row(r, j =>
        {
            if (r.Outcome is ImportOutcome.Already) j["already"] = true;
            if (r.Outcome is ImportOutcome.Changed) j["changed"] = true;
            if (r.Missing.Count > 0) j["creates"] = new JsonArray([.. r.Missing.Select(m => (JsonNode)$"{m.Register.Key} {m.Title}")]);
        }))]),
        ["refused"] = new JsonArray([.. rows.Where(r => r.Outcome is ImportOutcome.Refused).Select(r => Row(r, j =>
        {
            j["code"] = r.Problems[0].Code;
            j["reason"] = string.Join(" ", r.Problems.Select(p => p.Text).Distinct());
            j["field"] = r.Problems[0].Field;
        }))]),
        ["problems"] = new JsonArray([.. rows.SelectMany(r => r.Row.Problems.Select(p => (r.Row.Number, p.Path, p.Code, p.Words, p.Doubtful))
            .Concat(r.Problems.Where(p => r.Row.Problems.TrueForAll(o => o.Code != p.Code || o.Path != p.Field)).Select(p => (r.Row.Number, Path: p.Field ?? "", p.Code, Words: p.Text, Doubtful: false))))
            .Select(p => new JsonObject { ["row"] = p.Number, ["field"] = p.Path, ["code"] = p.Code, ["text"] = p.Words, ["doubtful"] = p.Doubtful })]),
        ["passed"] = new JsonArray([.. table.Passed.Select(p => new JsonObject { ["row"] = p.Row, ["why"] = p.Why })]),
        ["otherSheets"] = new JsonArray([.. table.OtherSheets.Select(s => (JsonNode)s)]),
        ["rows"] = rows.Count,
    };

    /// <summary>Rows as far as their cells go: what must be filled is filled, nothing is asked of the database.</summary>
    public static IReadOnlyList<JudgedRow> Unjudged(ImportTable table)
    {
        var rows = new List<JudgedRow>();
        foreach (var read in table.Rows)
        {
            var row = new JudgedRow(read);
            foreach (var problem in read.Problems.Where(p => !p.Doubtful)) row.Refuse(new(problem.Code, problem.Words, problem.Path));
            if (row.Outcome is not ImportOutcome.Refused)
                foreach (var field in table.Register.Fields.Where(f => f is { Required: true, Derived: false, Default: null } && f.Key is not ("place" or "org") && string.IsNullOrEmpty(read.Cells.GetValueOrDefault(f.Key).Typed))) row.Refuse(EntryProblems.Missing(field));
            rows.Add(row);
        }
        return rows;
    }

    private static JsonObject Row(JudgedRow row, Action<JsonObject> more)
    {
        var printed = new JsonObject { ["row"] = row.Row.Number };
        if (row.Row.Block > 0) printed["block"] = row.Row.Block.ToString(CultureInfo.InvariantCulture);
        printed["values"] = new JsonObject(row.Row.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => KeyValuePair.Create(c.Key, c.Value.Wire)));
        more(printed);
        return printed;
    }
}
