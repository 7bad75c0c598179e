using System.Text.RegularExpressions;
using HalfSky.Kernel;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>Formulas that fetch from elsewhere. Their last value would be read only, but the file would be opened again by someone.</summary>
internal static partial class CalledFormula
{
    /// <summary>Refuses a formula that calls out; columns of a table, “名册[姓名]”, and HYPERLINK do not.</summary>
    public static void Refuse(string formula)
    {
        if (formula.Length > 0 && formula.AsSpan().IndexOfAny("[|(") >= 0 && Calling().IsMatch(Quoted().Replace(formula, "\"\""))) throw new Refusal(SourceProblems.CallsOut);
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    // Functions that call; a workbook by its number ([0] is this one) or by its file name; app|topic, which is DDE.
    [GeneratedRegex(@"\b(WEBSERVICE|DDE|RTD|CALL|REGISTER|REGISTER\.ID|SQL\.REQUEST|EXEC|IMAGE|STOCKHISTORY)\s*\(|(?<![\w\]])\[[1-9]\d*\]|\[[^\[\]]+\.(xl\w+|csv|ods|et|dbf|mdb)\]|\|",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Calling();
}
