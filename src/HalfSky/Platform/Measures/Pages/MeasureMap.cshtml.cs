using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Platform.Measures.Pages;

/// <summary>A measure as a map of cells 村图: each village a cell under its township, filled as high as its class; nought and no record are told apart.</summary>
[Needs("any.measure")]
public sealed class MeasureMapPage(Desk desk, Names names) : AskPage(desk)
{
    /// <summary>The measure.</summary>
    public Measure Measure { get; private set; } = null!;

    /// <summary>The map; null where there are not at least two villages.</summary>
    public VillageMap? Map { get; private set; }

    /// <summary>Its classes.</summary>
    public MapScale Scale { get; private set; } = null!;

    /// <summary>Conditions in words, with the address without each.</summary>
    public IReadOnlyList<(string Label, string Value, string Without)> Conditions { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string key, CancellationToken ct)
    {
        await Take(ct);
        if (Reference.Measure(key) is not { } measure || Desk.Counts(measure.Register).IsEmpty) return NotFound();
        Measure = measure;
        await Ask(measure, Period.YearOf(Desk.Today), ct);
        Map = await VillageMap.Read(Desk, Reference, measure, Query.Ask with { By = null }, ct);
        Scale = new(measure, Map?.Villages.Select(v => v.Amount ?? 0) ?? []);
        Conditions = await ConditionWords.Of(Query, measure, Reference, names, Desk.Counts(measure.Register), ct);
        return Page();
    }

    /// <summary>Class of a cell: how high it is filled; “none” where nothing is recorded, “mid” where a share has no whole.</summary>
    public string ToneOf(VillageFigure figure) => !figure.Recorded ? "none" : figure.Amount is { } amount ? Tone(Scale.ClassOf(amount)) : "mid";

    /// <summary>Class of the cells of a class.</summary>
    public static string Tone(int number) => "v" + number;

    /// <summary>What stands in a cell.</summary>
    public string Shown(VillageFigure figure) => figure.Amount is { } amount ? new Figure(amount, Measure.Unit).Number : "—";

    /// <summary>What is said of a cell to who cannot see it.</summary>
    public string Said(VillageFigure figure) => $"{figure.Village.Name}：{(figure.Amount is { } amount ? new Figure(amount, Measure.Unit) : figure.Recorded ? "没有分母" : "没有记录")}";

    /// <summary>How many villages a class holds.</summary>
    public int CountOf(string tone) => Map?.Villages.Count(v => ToneOf(v) == tone) ?? 0;
}
