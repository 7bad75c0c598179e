using HalfSky.Kernel;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HalfSky.Platform.Places.Pages;

/// <summary>What the pages of places share: a refusal comes back beside its field with what was typed.</summary>
public abstract class PlacesPage(Desk desk) : AppPage(desk)
{
    /// <summary>Words for a level.</summary>
    public static string LevelOf(Branch number) => number.Depth switch { 1 => "县", 2 => "乡镇", 3 => "村", 4 => "网格", _ => "小组" };

    /// <summary>What was refused.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Form the refusal belongs to.</summary>
    public string Form { get; private set; } = "";

    /// <summary>The sentence beside a field of a form.</summary>
    public string? ErrorOf(string form, string field) => Form == form ? Problems.FirstOrDefault(p => p.Field == field)?.Text : null;

    /// <summary>Shows the page again with what is wrong.</summary>
    protected PageResult Refused(string form, Refusal refusal)
    {
        (Form, Problems) = (form, refusal.Problems);
        Response.StatusCode = 422;
        return Page();
    }
}
