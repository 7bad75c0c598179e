using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>Workbooks drawn from seeds, whose meaning is known, for every register.</summary>
public sealed class GeneratedWorkbookTests(CountyFixture fixture) : IClassFixture<CountyFixture>
{
    private static readonly SemaphoreSlim Making = new(1);
    private static ImportWorld? world;

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

    /// <summary>Registers in turn, so that each gets its share.</summary>
    private static IEnumerable<(Register Register, int Seed)> Seeds(ImportWorld world, int count, int from = 1)
    {
        var registers = world.Reference.Registers;
        return Enumerable.Range(from, count).Select(s => (registers[s % registers.Count], s));
    }
}
