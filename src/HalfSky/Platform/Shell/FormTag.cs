using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HalfSky.Platform.Shell;

/// <summary>
/// Puts the proof of origin into every form that posts to one of our own addresses. The framework leaves it out where a form names its
/// action, because it cannot know whose address that is.
/// </summary>
[HtmlTargetElement("form", Attributes = "action")]
public sealed class FormTag(IHtmlGenerator html) : TagHelper
{
    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var method = context.AllAttributes["method"]?.Value?.ToString();
        var action = context.AllAttributes["action"]?.Value?.ToString();
        if (!string.Equals(method, "post", StringComparison.OrdinalIgnoreCase) || action?.StartsWith('/') != true || action.StartsWith("//", StringComparison.Ordinal)) return;
        // What stands within comes first: it may carry the proof already, and then none is added.
        await output.GetChildContentAsync();
        if (html.GenerateAntiforgery(View) is { } proof) output.PostContent.AppendHtml(proof);
    }
}
