using System.Text.RegularExpressions;
using HalfSky.Platform.Access;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Measures.Pages;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.Reports.Pages;

/// <summary>A piece of a sentence: words, or a figure that opens.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Address">Where the figure opens; null for words.</param>
/// <param name="Pending">其中待核.</param>
public sealed record SummaryPiece(string Text, string? Address = null, long Pending = 0);

/// <summary>The summary of a place and period: sentences bound to measures, each figure opening to its entries.</summary>
[Needs("any.summary")]
public sealed partial class SummaryPage(Desk desk) : AskPage(desk)
{
    /// <summary>Headings with their sentences.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<IReadOnlyList<SummaryPiece>> Sentences)> Sections { get; private set; } = [];

    /// <summary>Sentences left out because nothing is recorded behind them.</summary>
    public int Silent { get; private set; }

    /// <summary>The whole text, to be copied.</summary>
    public string Plain => string.Join("\n", Sections.SelectMany(s => s.Sentences.Select(t => string.Concat(t.Select(p => p.Text)))));

    /// <summary>Writes the summary.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await Take(ct);
        await Ask(null, HalfSky.Kernel.Period.YearOf(Desk.Today), ct);
        var evaluator = await Desk.Evaluator(ct);
        var read = new Dictionary<string, Reading>(StringComparer.Ordinal);
        var sections = new List<(string, IReadOnlyList<IReadOnlyList<SummaryPiece>>)>();
        foreach (var section in SummarySentences.All.GroupBy(s => s.Section))
        {
            var sentences = new List<IReadOnlyList<SummaryPiece>>();
            foreach (var sentence in section)
            {
                if (await Write(sentence, evaluator, read, ct) is { } pieces) sentences.Add(pieces); else Silent++;
            }
            if (sentences.Count > 0) sections.Add((section.Key, sentences));
        }
        Sections = sections;
        return Page();
    }

    private async Task<IReadOnlyList<SummaryPiece>?> Write(SummarySentence sentence, Evaluator evaluator, Dictionary<string, Reading> read, CancellationToken ct)
    {
        var pieces = new List<SummaryPiece>();
        var figures = 0;
        var at = 0;
        foreach (Match token in Token().Matches(sentence.Text))
        {
            if (token.Index > at) pieces.Add(new(sentence.Text[at..token.Index]));
            at = token.Index + token.Length;
            var key = token.Groups["key"].Value;
            if (key == "place") pieces.Add(new(Place.Name));
            else if (key == "period") pieces.Add(new(Query.Period.Label));
            else if (key == "villages") pieces.Add(new(Reference.Places.AtDepth(Query.Place, 3).Count(n => !n.Ended).ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture), "/r/organization?level=village&place=" + Query.Place));
            else
            {
                var (field, value) = (token.Groups["field"].Value, token.Groups["value"].Value);
                if (Reference.Measure(key) is not { } measure || Desk.Counts(measure.Register).IsEmpty) return null;
                if (!read.TryGetValue(token.Value, out var reading))
                {
                    var where = field.Length == 0 ? null : new Platform.Data.Filter.Is(field, value);
                    reading = read[token.Value] = await evaluator.Read(measure, new Ask(Query.Place, Query.Period, Where: where), Desk.Counts(measure.Register), ct);
                }
                if (figures++ == 0 && reading.IsSilent) return null;
                var address = $"/measures/{key}{AskQuery.Address(Query.Place, Query.Period)}" + (field.Length == 0 ? "" : $"&{field}={value}");
                pieces.Add(new(reading.Figure is { } f ? (measure.Unit.Kind == "ratio" ? f.ToString() : f.Number) : "—", address, reading.Pending));
            }
        }
        if (at < sentence.Text.Length) pieces.Add(new(sentence.Text[at..]));
        return pieces;
    }

    [GeneratedRegex(@"\{(?<key>[a-z.\-]+)(:(?<field>[a-zA-Z]+)=(?<value>[a-z\-]+))?\}")]
    private static partial Regex Token();
}
