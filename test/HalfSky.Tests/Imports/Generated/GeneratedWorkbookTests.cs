using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>Workbooks drawn from seeds, whose meaning is known, for every register.</summary>
public sealed class GeneratedWorkbookTests(CountyFixture fixture, ITestOutputHelper output) : IClassFixture<CountyFixture>
{
    private static readonly SemaphoreSlim Making = new(1);
    private static ImportWorld? world;

    private static bool Soak => Environment.GetEnvironmentVariable("HALFSKY_SOAK") == "1";

    [Fact]
    public async Task Every_workbook_of_a_seed_is_read_as_it_is_meant()
    {
        var world = await World();
        var audit = new ReadingAudit();
        // One seed by itself shows its sheet and all that is found in it.
        var one = int.TryParse(Environment.GetEnvironmentVariable("HALFSKY_SEED"), out var wanted);
        var from = int.TryParse(Environment.GetEnvironmentVariable("HALFSKY_FROM"), out var first) ? first : 1;
        foreach (var (register, seed) in one ? Seeds(world, 1, wanted) : Seeds(world, Soak ? 5_000 : 300, from))
        {
            var truth = LayoutMutator.Draw(world, register, seed);
            audit.Compare(truth, await ImportedBook.Read(fixture.County, world, truth));
            if (one) output.WriteLine(Shown(truth) + "\n" + string.Join('\n', audit.Faults.Concat(audit.Asked).Select(f => $"{f.Fault} {f.Where}: {f.Words}")));
        }
        output.WriteLine(audit.Summary);
        Assert.True(audit.Faults.Count == 0, audit.Faults.Count == 0 ? "" : $"{audit.Summary}\nseed {audit.Faults[0].Seed}, {audit.Faults[0].Fault} {audit.Faults[0].Where}: {audit.Faults[0].Words}\n"
            + Shown(LayoutMutator.Draw(world, Seeds(world, 1, audit.Faults[0].Seed).Single().Register, audit.Faults[0].Seed)));
        Assert.True(one || audit.Bound >= audit.Columns * 0.95, audit.Summary);
        Assert.True(one || audit.Doubted <= audit.Cells * 0.02, audit.Summary);
    }

    [Fact]
    public async Task Workbooks_saved_in_the_old_format_are_read_alike()
    {
        Assert.SkipWhen(!Soak || !OfficeSuite.IsHere, "takes an office suite and minutes: HALFSKY_SOAK=1");
        var world = await World();
        var audit = new ReadingAudit();
        foreach (var some in Seeds(world, 600, 10_000).Select(s => LayoutMutator.Draw(world, s.Register, s.Seed)).Where(t => t.Kind is Written.Xlsx).Chunk(60))
            foreach (var (truth, bytes) in some.Zip(await OfficeSuite.Convert([.. some.Select(t => t.Bytes)], "xls")))
                audit.Compare(truth, await ImportedBook.Read(fixture.County, world, truth with { Bytes = bytes }));
        Assert.True(audit.Faults.Count == 0, audit.Summary);
    }

    [Fact]
    public async Task A_seed_draws_the_same_workbook_again()
    {
        var world = await World();
        foreach (var (register, seed) in Seeds(world, 60))
            Assert.Equal(LayoutMutator.Draw(world, register, seed).Book.Sheets.Select(s => s.AsText()), LayoutMutator.Draw(world, register, seed).Book.Sheets.Select(s => s.AsText()));
    }

    [Fact]
    public async Task Every_drawn_workbook_is_one_that_a_spreadsheet_program_opens()
    {
        var world = await World();
        foreach (var (register, seed) in Seeds(world, 300))
        {
            var truth = LayoutMutator.Draw(world, register, seed);
            if (truth.Kind is not Written.Xlsx) continue;
            using var document = SpreadsheetDocument.Open(new MemoryStream(truth.Bytes), false);
            var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).ToList();
            Assert.True(errors.Count == 0, $"seed {seed}: {errors.FirstOrDefault()?.Description} {errors.FirstOrDefault()?.Path?.XPath}");
            var areas = truth.Drawn.Merged;
            Assert.DoesNotContain(areas, a => areas.Exists(b => a != b && a.Top <= b.Bottom && b.Top <= a.Bottom && a.Left <= b.Right && b.Left <= a.Right));
        }
    }

    [Fact]
    public async Task Every_value_of_the_truth_is_one_its_field_takes()
    {
        var world = await World();
        foreach (var (register, seed) in Seeds(world, 300))
        {
            var truth = LayoutMutator.Draw(world, register, seed);
            Assert.Equal(truth.Rows.Count, truth.Rows.Select(r => r.Row).Count(r => r > truth.Head.Bottom && r <= truth.Drawn.LastRow));
            foreach (var (key, value) in truth.Rows.SelectMany(r => r.Values).Where(v => v.Value is not null && !v.Key.Contains('.', StringComparison.Ordinal) && register[v.Key].Type is not FieldType.LookUp))
                Assert.True(FieldValue.TryParse(register[key], FieldValue.FromJson(register[key], value), world.Reference, world.Today, out _, out var problem), $"seed {seed} {register.Key}.{key} {value}: {problem}");
        }
    }

    [Fact]
    public async Task Whatever_is_met_in_the_field_is_met_among_the_seeds()
    {
        var world = await World();
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var truth in Seeds(world, 300).Select(s => LayoutMutator.Draw(world, s.Register, s.Seed)))
            foreach (var what in Met(truth).Distinct()) met[what] = met.GetValueOrDefault(what) + 1;
        output.WriteLine(string.Join(' ', met.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key} {m.Value}")));
        string[] wanted = [.. Enum.GetNames<Written>(), "head 1", "head 2", "head 3", "other sheet first", "hidden sheet", "hidden column", "merged down", "two blocks", "ticks", "name and phone", "digits lost", "unreadable",
            "from 1904", "total", "subtotal", "numbered in advance", "head again", "formula", "wide digits", "of no width", "ten thousands", "notes below"];
        Assert.Equal("", string.Join("、", wanted.Where(w => met.GetValueOrDefault(w) < 2)));
    }

    private static IEnumerable<string> Met(WorkbookTruth truth)
    {
        var (sheet, last) = (truth.Drawn, truth.Rows.Max(r => r.Row));
        var cells = Enumerable.Range(1, sheet.LastRow).SelectMany(r => Enumerable.Range(1, sheet.LastColumn).Select(c => (Row: r, Column: c, Cell: sheet[r, c]))).Where(c => c.Cell.Text.Length > 0).ToList();
        var keys = truth.Columns.Values.OfType<string[]>().ToList();
        yield return truth.Kind.ToString();
        yield return $"head {truth.Head.Bottom - truth.Head.Top + 1}";
        if (truth.Book.Sheets[0] != sheet) yield return truth.Book.Sheets[0].Hidden ? "hidden sheet" : "other sheet first";
        if (sheet.HiddenColumns.Count > 0) yield return "hidden column";
        if (sheet.Merged.Exists(m => m.Top > truth.Head.Bottom && m.Bottom > m.Top && m.Left == m.Right && truth.Rows.Any(r => r.Row == m.Bottom))) yield return "merged down";
        if (truth.Rows.GroupBy(r => r.Row).Any(g => g.Count() > 1)) yield return "two blocks";
        if (keys.GroupBy(k => k[0]).Any(g => g.Count() > 2)) yield return "ticks";
        if (keys.Exists(k => k.Length > 1)) yield return "name and phone";
        if (truth.Rows.Any(r => r.Refused is not null)) yield return "digits lost";
        if (truth.Rows.Any(r => r.Doubtful.Count > 0)) yield return "unreadable";
        if (truth.Book.From1904 && cells.Exists(c => c.Cell.Day is not null)) yield return "from 1904";
        if (cells.Exists(c => c.Row > truth.Head.Bottom && Labels.Bare(c.Cell.Text) is "合计" or "总计" or "共计")) yield return "total";
        if (cells.Exists(c => Labels.Bare(c.Cell.Text) is "小计")) yield return "subtotal";
        if (cells.Exists(c => c is { Column: 1, Cell.Number: not null } && c.Row > last && cells.TrueForAll(o => o.Row != c.Row || o == c))) yield return "numbered in advance";
        if (cells.Exists(c => c.Row > truth.Head.Bottom && c.Cell.Text.Length > 1 && c.Cell == sheet[truth.Head.Bottom, c.Column])) yield return "head again";
        if (cells.Exists(c => c.Cell.Formula is not null)) yield return "formula";
        if (cells.Exists(c => c.Cell.Text.Any(x => x is >= '０' and <= '９'))) yield return "wide digits";
        if (cells.Exists(c => c.Cell.Text.Contains('\u200b', StringComparison.Ordinal))) yield return "of no width";
        if (cells.Exists(c => c.Cell.Text.Contains("万元", StringComparison.Ordinal))) yield return "ten thousands";
        if (cells.Exists(c => c.Row > last && c.Cell.Text.Contains("填表人", StringComparison.Ordinal))) yield return "notes below";
    }

    [Fact]
    public async Task An_office_suite_shows_the_same_texts_as_were_drawn()
    {
        Assert.SkipWhen(!OfficeSuite.IsHere, "needs an office suite on the path");
        var world = await World();
        var drawn = Seeds(world, 120).Select(s => LayoutMutator.Draw(world, s.Register, s.Seed)).Where(t => t.Kind is Written.Xlsx && t.Book.Sheets[0] == t.Drawn).Take(12).ToList();
        var converted = await OfficeSuite.Convert([.. drawn.Select(t => t.Bytes)], "csv");
        foreach (var (truth, bytes) in drawn.Zip(converted))
        {
            var rows = HalfSky.Kernel.Csv.Read(new StringReader(Encoding.UTF8.GetString(bytes))).ToList();
            for (var r = 1; r <= truth.Drawn.LastRow; r++)
                for (var c = 1; c <= truth.Drawn.LastColumn; c++)
                    // It computes formulas anew; ours need not say what they show.
                    if (truth.Drawn[r, c] is { Formula: null } cell && !truth.Drawn.HiddenColumns.Contains(c))
                        Assert.Equal(cell.Text, r <= rows.Count && c <= rows[r - 1].Count ? rows[r - 1][c - 1] : "");
        }
    }

    private async Task<ImportWorld> World()
    {
        await Making.WaitAsync();
        try
        {
            return world ??= await ImportWorld.In(fixture.County);
        }
        finally
        {
            Making.Release();
        }
    }

    private static string Shown(WorkbookTruth truth) => $"seed {truth.Seed} {truth.Register} {truth.Kind}\n{string.Join('\n', truth.Book.Sheets.Select(s => s.AsText()))}";

    /// <summary>Registers in turn, so that each gets its share.</summary>
    private static IEnumerable<(Register Register, int Seed)> Seeds(ImportWorld world, int count, int from = 1)
    {
        var registers = world.Reference.Registers;
        return Enumerable.Range(from, count).Select(s => (registers[s % registers.Count], s));
    }
}
