using HalfSky.Kernel;
using HalfSky.Platform.Imports;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Sheets.Reading;
using HalfSky.Platform.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>Reads a drawn workbook as the import does, up to where the database would be asked.</summary>
internal static class ImportedBook
{
    public static Task<ReadOut> Read(County county, ImportWorld world, WorkbookTruth truth) => county.As(Persona.CountyStaff, services =>
    {
        try
        {
            var book = SourceBook.Read(truth.Bytes, truth.FileName);
            var named = new NamedThings(services.GetRequiredService<Desk>(), world.Reference, Branch.Root);
            return Task.FromResult(Of(new ImportReader(truth.Register, world.Reference, named, world.Today).Read(book, truth.FileName)));
        }
        catch (Exception crash) when (crash is not Refusal)
        {
            return Task.FromResult(Nothing($"crash {crash.GetType().Name} {crash.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}"));
        }
        catch (Refusal refusal)
        {
            return Task.FromResult(Nothing(string.Join(' ', refusal.Problems.Select(p => p.Code))));
        }
    });

    private static ReadOut Nothing(string why) => new(why, "", 0, new Dictionary<int, string[]>(), []);

    private static ReadOut Of(ImportTable table) => new(null, table.Sheet, table.Head, table.Columns.ToDictionary(c => c.At, c => c.Targets.Select(t => t.Path).ToArray()),
        [.. table.Rows.Select(r => new ReadRow(r.Number, r.Cells.ToDictionary(c => c.Key, c => c.Value.Wire), [.. r.Problems.Select(p => (p.Path, p.Code))]))]);
}
