using HalfSky.Platform.Registers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HalfSky.Platform.Shell;

/// <summary><c>&lt;state of="@entry.State"/&gt;</c>: a verification state as shape, word and colour.</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CueTag : TagHelper
{
    /// <summary>The state.</summary>
    public EntryState Of { get; set; }

    /// <summary>Chinese word of a state.</summary>
    public static string Word(EntryState state) => state switch
    {
        EntryState.Draft => "草稿",
        EntryState.Submitted => "待核",
        EntryState.Verified => "已核",
        EntryState.Returned => "退回",
        _ => "撤销",
    };

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, icon) = Of switch
        {
            EntryState.Verified => ("good", "circle-check"),
            EntryState.Submitted => ("soon", "clock"),
            EntryState.Returned => ("late", "arrow-back-up"),
            EntryState.Draft => ("calm", "pencil"),
            _ => ("calm", "x"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cue " + tone);
        output.Content.SetHtmlContent($"<svg class=\"i\" aria-hidden=\"true\"><use href=\"/dist/icons.svg?v={Assets.Version}#i-{icon}\"/></svg>{Word(Of)}");
    }
}
