using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using HalfSky.Host;
using HalfSky.Kernel;
using HalfSky.Platform.Imports;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.RoundTrips;

/// <summary>What goes out as a file comes back as what it was, of every register, shipped or defined.</summary>
public sealed class RoundTripTests(FilledCounty filled, ITestOutputHelper output) : IClassFixture<FilledCounty>
{
    private static readonly (string Format, bool Masked)[] Files = [("xlsx", false), ("csv", false), ("csv", true), ("xlsx", true)];

    /// <summary>Made by the program as a form is sent out; the demonstration has them.</summary>
    private static readonly string[] MadeOtherwise = ["collection-return"];

    [Fact]
    public async Task Every_field_of_every_register_stands_filled_in_some_entry()
    {
        var reference = await filled.County.Reference();
        var left = reference.Registers.SelectMany(r => EntryFiller.Fillable(r).Where(_ => EntryFiller.Fillable(r).Any(f => !f.Common)).Select(f => $"{r.Key}.{f.Key}")).Where(k => !filled.Filler.Filled.Contains(k) && !MadeOtherwise.Contains(k.Split('.')[0])).ToList();
        Assert.True(left.Count == 0, string.Join('\n', left.Select(k => $"{k}: {filled.Filler.Failures.GetValueOrDefault(k) ?? filled.Filler.Failures.GetValueOrDefault(k.Split('.')[0])}")));
    }

    [Fact]
    public async Task Every_ledger_comes_back_from_its_export_masked_or_not_and_nothing_is_touched()
    {
        var faults = new List<string>();
        var ledgers = 0;
        foreach (var register in (await filled.County.Reference()).Registers)
            foreach (var (format, masked) in Files)
            {
                var (file, rows) = await FilledCounty.Export(filled.County, register.Key, format, masked);
                if (rows == 0 || !Imports(register)) continue;
                ledgers++;
                try
                {
                    var read = await FilledCounty.Import(filled.County, register.Key, file, format);
                    if (read.Count != rows) faults.Add($"{register.Key} {format} {masked}: {read.Count} rows of {rows}");
                    faults.AddRange(read.Where(r => r.Outcome is not ImportOutcome.Already).Select(r => $"{register.Key} {format} {(masked ? "masked" : "whole")}: {Said(r)}"));
                }
                catch (Refusal refusal)
                {
                    faults.Add($"{register.Key} {format} {masked}: {refusal.Problems[0].Code}");
                }
                var again = await FilledCounty.Export(filled.County, register.Key, format, masked);
                faults.AddRange(Differences(FilledCounty.Rows(file, format), FilledCounty.Rows(again.File, format)).Select(d => $"{register.Key} {format} {masked}: {d}"));
            }
        output.WriteLine($"{ledgers} files");
        Assert.True(faults.Count == 0, Told(faults));
        Assert.InRange(ledgers, 4 * 75, 4 * 200);
    }

    [Fact]
    public async Task Into_a_county_that_has_none_of_it_every_ledger_goes_as_it_came_out()
    {
        await using var other = await FilledCounty.Another();
        var registers = (await filled.County.Reference()).Registers.Where(Imports).ToList();
        var files = new Dictionary<string, (byte[] File, long Rows)>();
        foreach (var register in registers) files[register.Key] = await FilledCounty.Export(filled.County, register.Key, "xlsx", false);
        var left = registers.Where(r => files[r.Key].Rows > 0).Select(r => r.Key).ToList();
        var refused = new Dictionary<string, string>();
        // What a ledger points at may stand in one that comes later: it is handed in again until nothing more goes in.
        for (var (round, before) = (0, int.MaxValue); round < 8 && left.Count > 0; round++)
        {
            refused.Clear();
            foreach (var key in left.ToList())
            {
                // That two alike are two was said when they were recorded. A score needs its evidence, which no workbook carries.
                var no = (await FilledCounty.Import(other, key, files[key].File, "xlsx", meant: true)).Where(r => r.Outcome is ImportOutcome.Refused && !r.Problems.TrueForAll(p => p.Code == "assessment-score.evidence")).ToList();
                if (no.Count == 0) left.Remove(key);
                else refused[key] = $"{no.Count} refused, first {Said(no[0])}";
            }
            var now = refused.Values.Sum(w => int.Parse(w.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
            if (now == before) break;
            before = now;
        }
        var faults = refused.Select(r => $"{r.Key}: {r.Value}").ToList();
        foreach (var register in registers.Where(r => !refused.ContainsKey(r.Key) && r.Key != "assessment-score"))
        {
            var again = await FilledCounty.Export(other, register.Key, "xlsx", false);
            faults.AddRange(Differences(Sorted(FilledCounty.Rows(files[register.Key].File, "xlsx")), Sorted(FilledCounty.Rows(again.File, "xlsx"))).Select(d => $"{register.Key}: {d}"));
        }
        Assert.True(faults.Count == 0, Told(faults));

        static List<List<string>> Sorted(List<List<string>> rows) => [rows[0], .. rows.Skip(1).OrderBy(r => r[^1], StringComparer.Ordinal)];
    }

    [Fact]
    public async Task One_cell_changed_in_an_export_is_one_field_of_one_entry_changed_and_nothing_else()
    {
        var faults = new List<string>();
        var (cells, reference) = (0, await filled.County.Reference());
        foreach (var register in reference.Registers.Where(Imports))
        {
            var masked = register.Key.Length % 2 == 0;
            var (file, count) = await FilledCounty.Export(filled.County, register.Key, "xlsx", masked);
            if (count == 0) continue;
            var rows = FilledCounty.Rows(file, "xlsx");
            foreach (var field in EntryFiller.Fillable(register).Where(f => f.Type is not FieldType.LookUp && (f.Sealed is null || !masked)))
            {
                var column = rows[0].IndexOf(field.Label);
                var row = rows.FindLastIndex(r => r[column].Length > 0);
                if (row < 1) continue;
                var id = Guid.Parse(rows[row][^1]);
                for (var nth = 0; nth < 12; nth++)
                {
                    var typed = (await filled.Filler.Value(register, field, nth))!;
                    if (!FieldValue.TryParse(field, typed, reference, filled.County.Clock.Today, out var value, out _)) continue;
                    var shown = field.Sealed is null ? FieldValue.Show(field, value, reference) : typed;
                    if (shown == rows[row][column] || (field.Type is FieldType.Place && rows[row][column].EndsWith(shown, StringComparison.Ordinal)) || shown.Replace(",", "", StringComparison.Ordinal) == rows[row][column].Replace(",", "", StringComparison.Ordinal)) continue;
                    cells++;
                    var judged = await FilledCounty.Import(filled.County, register.Key, Edited(file, row, column, shown), "xlsx", dry: true);
                    var touched = judged.Where(r => r.Outcome is not ImportOutcome.Already).ToList();
                    if (touched is not [{ Outcome: ImportOutcome.Ready, Version: > 0, Input: { } input } one] || one.Entry != id || input.Values.Keys.Single() != field.Key)
                        faults.Add($"{register.Key}.{field.Key} “{rows[row][column]}” to “{shown}”: {(touched.Count == 0 ? "nothing changed" : string.Join(" | ", touched.Select(Said)))}");
                    break;
                }
            }
        }
        output.WriteLine($"{cells} cells");
        Assert.True(faults.Count == 0, Told(faults));
        Assert.InRange(cells, 400, 4000);
    }

    [Fact]
    public async Task A_number_that_was_changed_or_stands_twice_is_refused_and_a_row_without_one_is_another_entry()
    {
        var (file, _) = await FilledCounty.Export(filled.County, "team", "xlsx", false);
        var rows = FilledCounty.Rows(file, "xlsx");
        var (number, name) = (rows[0].IndexOf("编号"), rows[0].IndexOf("队名"));
        var judged = await FilledCounty.Import(filled.County, "team", Edited(file, 2, number, rows[2][number][..30]), "xlsx", dry: true);
        Assert.Equal("cell.number", Assert.Single(judged, r => r.Outcome is ImportOutcome.Refused).Problems[0].Code);
        judged = await FilledCounty.Import(filled.County, "team", Edited(file, 2, number, rows[1][number]), "xlsx", dry: true);
        Assert.Equal((3, "cell.number-twice"), (Assert.Single(judged, r => r.Outcome is ImportOutcome.Refused).Row.Number, judged[1].Problems[0].Code));
        judged = await FilledCounty.Import(filled.County, "team", Edited(Edited(file, 2, number, ""), 2, name, "新的一队"), "xlsx", dry: true);
        Assert.Equal((3, 0), (Assert.Single(judged, r => r.Outcome is not ImportOutcome.Already).Row.Number, judged[1].Version));
    }

    [Fact]
    public async Task The_demonstration_county_goes_out_and_comes_back_by_the_command_line()
    {
        await using var database = await CountyDatabase.Make();
        await HalfSky.Host.Demo.DemoCounty.Make(database.Folder, database.Connection, new(Scale: 0.03, Today: new DateOnly(2026, 11, 22)));
        string[] at = database.Connection is { } connection ? ["--data", database.Folder.Path, "--database", connection] : ["--data", database.Folder.Path];
        var work = Directory.CreateTempSubdirectory("halfsky-round-").FullName;
        var faults = new List<string>();
        var ledgers = new HashSet<string>();
        foreach (var register in JsonNode.Parse((await Run(["registers", "--json", .. at])).Text)!.AsArray().Select(r => (string)r!["key"]!))
        {
            foreach (var masked in new[] { false, true })
            {
                var file = Path.Combine(work, $"{register}-{masked}.{(masked ? "csv" : "xlsx")}");
                var (code, text) = await Run(["export", register, file, .. masked ? Array.Empty<string>() : ["--unmasked"], "--json", .. at]);
                if (code != 0 || (long)JsonNode.Parse(text)!["rows"]! == 0) continue;
                ledgers.Add(register);
                (code, text) = await Run(["import", register, file, "--json", .. at]);
                if (code != 0)
                {
                    faults.Add($"{register} {(masked ? "masked" : "whole")}: exit {code} {text[..Math.Min(200, text.Length)]}");
                    continue;
                }
                var read = JsonNode.Parse(text)!;
                var touched = read["imported"]!.AsArray().Where(r => (bool?)r!["already"] != true).ToList();
                var refused = read["refused"]!.AsArray();
                if (touched.Count + refused.Count > 0) faults.Add($"{register} {(masked ? "masked" : "whole")}: {touched.Count} touched, {refused.Count} refused, first {(touched.FirstOrDefault() ?? refused[0])!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}");
            }
        }
        Directory.Delete(work, recursive: true);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(MadeOtherwise, MadeOtherwise.Where(ledgers.Contains));
        Assert.InRange(ledgers.Count, 15, 500);
    }

    private static bool Imports(Register register) => register.Fields.Any(f => !f.Derived && !f.Common);

    private static string Said(JudgedRow row) => $"row {row.Row.Number} {row.Outcome} {string.Join(' ', row.Problems.Select(p => $"{p.Code} {p.Field} {p.Text}"))} {(row.Input is null ? "" : string.Join(' ', row.Input.Values.Select(v => $"{v.Key}={v.Value}")))}";

    private static string Told(List<string> faults) => $"{faults.Count} faults\n" + string.Join('\n', faults.Take(120));

    private static IEnumerable<string> Differences(List<List<string>> before, List<List<string>> after)
    {
        if (before.Count != after.Count) yield return $"{before.Count - 1} rows, then {after.Count - 1}";
        foreach (var (was, now) in before.Zip(after))
            for (var c = 0; c < was.Count; c++)
                if (c >= now.Count || was[c] != now[c]) yield return $"{was[^1]} {before[0][c]}: “{was[c]}”, then “{(c < now.Count ? now[c] : "")}”";
    }

    /// <summary>Types over one cell of a workbook, as an officer would.</summary>
    private static byte[] Edited(byte[] file, int row, int column, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var document = SpreadsheetDocument.Open(stream, true))
        {
            var cell = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ElementAt(row).Elements<Cell>().ElementAt(column);
            cell.RemoveAllChildren();
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
        }
        return stream.ToArray();
    }

    private static async Task<(int Code, string Text)> Run(params string[] args)
    {
        using var text = new StringWriter();
        return (await Commands.Run(args, text, TextWriter.Null), text.ToString());
    }
}
