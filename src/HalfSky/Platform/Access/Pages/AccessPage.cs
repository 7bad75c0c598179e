using HalfSky.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HalfSky.Platform.Access.Pages;

/// <summary>What the pages of access share: a refusal comes back as the same page, status 422, each sentence beside its field.</summary>
public abstract class AccessPage : PageModel
{
    /// <summary>A word that stays on screen after the redirect.</summary>
    [TempData(Key = "toast")]
    public string? Toast { get; set; }

    /// <summary>What was refused and belongs to no field.</summary>
    public IReadOnlyList<string> Loose => ErrorsOf("");

    /// <summary>The sentence beside a field, if any.</summary>
    public string? ErrorOf(string field) => ErrorsOf(field).FirstOrDefault();

    /// <summary>A field as the form shows it.</summary>
    public FormField Field(string name, string label, string? value = null) => new(name, label, value, ErrorOf(name));

    /// <summary>Shows the page again with what is wrong.</summary>
    protected IActionResult Refused(params IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems) ModelState.AddModelError(problem.Field ?? "", problem.Text);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private IReadOnlyList<string> ErrorsOf(string field) =>
        ModelState.TryGetValue(field, out var entry) ? [.. entry.Errors.Select(e => e.ErrorMessage)] : [];
}

/// <summary>A labelled input with its error beside it.</summary>
/// <param name="Name">Name in the form.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Value">What was typed; never given for passwords.</param>
/// <param name="Error">What is wrong with it.</param>
public sealed record FormField(string Name, string Label, string? Value, string? Error)
{
    /// <summary>HTML type.</summary>
    public string Type { get; init; } = "text";

    /// <summary>A word below it.</summary>
    public string? Hint { get; init; }

    /// <summary>What the browser may fill in.</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>Keyboard of a phone.</summary>
    public string? Keyboard { get; init; }

    /// <summary>Longest text.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>Where typing begins.</summary>
    public bool First { get; init; }

    /// <summary>Large digits, spaced.</summary>
    public bool Digits { get; init; }

    /// <summary>A password: hidden, never sent back.</summary>
    public static FormField Secret(AccessPage page, string name, string label, string autocomplete) =>
        page.Field(name, label) with { Type = "password", Autocomplete = autocomplete };
}
