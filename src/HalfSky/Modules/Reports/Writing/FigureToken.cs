using System.Text.RegularExpressions;
using HalfSky.Kernel;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.WebUtilities;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>
/// A bound figure in a text: “{visit.times}”, “{visit.times?kind=quarterly}”, “{patrol.times?kind=fire|over}”, “{visit.times@last}”. It follows
/// the place and the days of the document it stands in.
/// </summary>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Conditions">Conditions as in a figure's address.</param>
/// <param name="Form">How it is worded: nothing for the true number, over 余, nearly 近, about 约, least 以上, unit for number and unit, numeral for 十一.</param>
/// <param name="Shift">“last”: the same days a year before.</param>
public sealed partial record FigureToken(string Measure, string Conditions = "", string Form = "", string Shift = "")
{
    /// <summary>Words that stand for facts of the document, not figures.</summary>
    public static readonly string[] Words = ["place", "federation", "period", "year", "next", "villages"];

    /// <summary>Ways a figure can be worded, with their Chinese names.</summary>
    public static readonly (string Key, string Label)[] Forms = [("", "照实写"), ("over", "…余"), ("nearly", "近…"), ("about", "约…"), ("least", "…以上"), ("unit", "数字带单位"), ("numeral", "汉字数字")];

    /// <summary>As written.</summary>
    public override string ToString() => "{" + Measure + (Conditions.Length > 0 ? "?" + Conditions : "") + (Form.Length > 0 ? "|" + Form : "") + (Shift.Length > 0 ? "@" + Shift : "") + "}";

    /// <summary>The tokens of a text, in order, with where they stand.</summary>
    public static IEnumerable<(int Start, int Length, FigureToken Token)> In(string text) => Pattern().Matches(text)
        .Select(m => (m.Index, m.Length, new FigureToken(m.Groups["key"].Value, m.Groups["where"].Value, m.Groups["form"].Value, m.Groups["shift"].Value)));

    /// <summary>The question it asks in a document of that place and those days.</summary>
    public AskQuery Query(Measure measure, Reference reference, Branch place, Period days, DateOnly today, bool published = false) =>
        AskQuery.Read(QueryHelpers.ParseQuery(Conditions + (published ? "&published=1" : "")), measure, reference, place, Shift == "last" ? days.SamePeriodLastYear() : days, today);

    /// <summary>Measure and kinds in words, “走访（季走访）”.</summary>
    public string Named(Measure measure, Reference reference)
    {
        var kinds = QueryHelpers.ParseQuery(Conditions).SelectMany(c => Split.Declared(measure, reference).FirstOrDefault(s => s.Key == c.Key) is { Field: { KindList: not null } field }
            ? c.Value.ToString().Split(',').Select(v => reference.KindsOf(field).LabelOf(v)) : [c.Value.ToString()]).ToList();
        return measure.Label + (kinds.Count > 0 ? $"（{string.Join("、", kinds)}）" : "") + (Shift == "last" ? "（上年同期）" : "");
    }

    /// <summary>The figure as it reads in a sentence; units but those of money, share and “以上” are the sentence's own words.</summary>
    public string Show(Figure figure)
    {
        string Bare(string text) => text.EndsWith(figure.Unit.Label, StringComparison.Ordinal) && figure.Unit.Kind != "ratio" ? text[..^figure.Unit.Label.Length] : text;
        return Form switch
        {
            "over" => Bare(ChineseNumbers.Over(figure)),
            "nearly" => Bare(ChineseNumbers.Nearly(figure)),
            "about" => Bare(ChineseNumbers.About(figure)),
            "least" => ChineseNumbers.AtLeast(figure),
            "unit" => ChineseNumbers.Exact(figure),
            "numeral" when figure.Amount is >= 1 and <= 9999 && figure.Unit.Digits == 0 => ChineseNumbers.Numeral((int)figure.Amount),
            _ => Bare(ChineseNumbers.Exact(figure)),
        };
    }

    [GeneratedRegex(@"\{(?<key>[a-z0-9.\-]+)(\?(?<where>[^{}|@]+))?(\|(?<form>[a-z]+))?(@(?<shift>[a-z]+))?\}")]
    private static partial Regex Pattern();
}
