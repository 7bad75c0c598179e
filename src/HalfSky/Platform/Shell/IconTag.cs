using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HalfSky.Platform.Shell;

/// <summary><c>&lt;icon name="clock"/&gt;</c>: an icon of the sprite, silent for screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag : TagHelper
{
    /// <summary>Name in the sprite; a leading “f-” is a filled one.</summary>
    public string Name { get; set; } = "";

    /// <summary>28 px instead of text size.</summary>
    public bool Big { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "i" + (Big ? " big" : "") + (Name.StartsWith("f-", StringComparison.Ordinal) ? " solid" : ""));
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/dist/icons.svg?v={Assets.Version}#i-{Name}\"/>");
    }
}
