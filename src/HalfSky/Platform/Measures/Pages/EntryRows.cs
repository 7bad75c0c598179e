using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>One entry behind a figure, ready to be shown.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Date">The day it happened.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Title">What names it.</param>
/// <param name="Cells">Further listed fields.</param>
/// <param name="Recorded">The day it was written.</param>
/// <param name="State">State.</param>
public sealed record EntryRow(Guid Id, DateOnly Date, string Place, string Title, IReadOnlyList<string> Cells, DateOnly Recorded, EntryState State)
{
    /// <summary>Written more than seven days later: 补录.</summary>
    public bool Late => Recorded.DayNumber - Date.DayNumber > 7;
}

/// <summary>Entries behind a figure as a table.</summary>
public sealed class EntryRows
{
    private const int MostCells = 3;

    private EntryRows(Register register, IReadOnlyList<Field> fields, IReadOnlyList<EntryRow> rows, long total) =>
        (Register, Fields, Rows, Total) = (register, fields, rows, total);

    /// <summary>The register they stand in.</summary>
    public Register Register { get; }

    /// <summary>Fields of the cells.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<EntryRow> Rows { get; }

    /// <summary>How many there are: as many as the figure says.</summary>
    public long Total { get; }

    /// <summary>Reads a page of what stands behind a figure.</summary>
    public static async Task<EntryRows> Read(Desk desk, Names names, Measure measure, Ask ask, int skip, int take, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var register = (measure.Kind is MeasureKind.Ratio ? reference.Measure(measure.Part!)! : measure).Register;
        var scope = Scope.Of(desk.Counts(register).Branches.Where(b => desk.Sees(register).Contains(b.Value)));
        var fields = register.Fields.Where(f => f is { Listed: true, Sealed: null, Common: false } && f != register.TitleField)
            .OrderBy(f => f.Type is FieldType.Kind or FieldType.Kinds ? 0 : 1).Take(MostCells).ToList();
        List<string> columns = ["id", "date", "place", "recordedAt", "state", .. fields.Select(f => f.Key)];
        if (register.TitleField is { } title) columns.Add(title.Key);
        var page = await (await desk.Evaluator(ct)).Entries(measure, ask, scope, columns, skip, take, ct);
        var shown = fields.Select((f, i) => (f, i: i + 5)).ToList();
        if (register.TitleField is { } named) shown.Add((named, columns.Count - 1));
        var known = await names.Of(reference, page.Rows.SelectMany(r => shown.Select(x => (x.f, r[x.i]))), scope, ct);
        return new(register, fields, [.. page.Rows.Select(r => new EntryRow(
            (Guid)r[0]!, (DateOnly)r[1]!, reference.Places.NameOf((long)r[2]!), Title(register, r[^1], reference, known),
            [.. fields.Select((f, i) => FieldValue.Show(f, r[i + 5], reference, known))],
            desk.Clock.DayOf((DateTime)r[3]!), Enum.Parse<EntryState>((string)r[4]!)))], page.Total);
    }

    private static string Title(Register register, object? value, Reference reference, IReadOnlyDictionary<Guid, string> known)
    {
        var text = register.TitleField is { } field ? FieldValue.Show(field, value, reference, known) : "";
        return text.Length > 0 ? text : register.Label;
    }
}
