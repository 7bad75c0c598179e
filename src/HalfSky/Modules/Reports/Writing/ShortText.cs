using HalfSky.Kernel;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>A short text for the group, from the same figures: headings and the sentences that carry them, no names.</summary>
public static class ShortText
{
    /// <summary>Most sentences.</summary>
    private const int Most = 12;

    /// <summary>The text.</summary>
    public static string Of(Composed document, string title)
    {
        var told = document.Shown.Where(b => b.Block.Kind is BlockKind.Paragraph).SelectMany(b => b.Sentences).Where(s => !s.IsSilent && s.Pieces.Any(p => p.Reading?.Value > 0))
            .Select(s => s.Text.Trim().TrimEnd('；', '。')).Take(Most).ToList();
        return told.Count == 0 ? $"【{title}】还没有带数字的句子。" : $"【{title}】\n" + string.Join('\n', told.Select((t, i) => $"{i + 1}. {t}。"));
    }
}
