using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HalfSky.Modules.Reports.Writing;

/// <summary>What a block of a report is.</summary>
public enum BlockKind
{
    /// <summary>Heading 一、.</summary>
    Heading1,

    /// <summary>Heading （一）.</summary>
    Heading2,

    /// <summary>Heading 1.</summary>
    Heading3,

    /// <summary>Heading （1）.</summary>
    Heading4,

    /// <summary>Sentences, with bound figures in braces.</summary>
    Paragraph,

    /// <summary>A table by place, month or kind (<see cref="TableText"/>).</summary>
    Table,

    /// <summary>A chart of one figure (<see cref="TableText"/>).</summary>
    Chart,

    /// <summary>The problems that are not solved, from the list of problems.</summary>
    Problems,

    /// <summary>What is planned for the next period, from the plan's tasks.</summary>
    Tasks,
}

/// <summary>A block of a report: what an office edits as one piece.</summary>
/// <param name="Id">Stays with the block while its text changes, so that comments stay with it too.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, figures in braces (<see cref="FigureToken"/>).</param>
public sealed record ReportBlock(string Id, BlockKind Kind, string Text)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Level of a heading, 1 to 4; 0 for everything else.</summary>
    public int Level => Kind <= BlockKind.Heading4 ? (int)Kind + 1 : 0;

    /// <summary>A new block.</summary>
    public static ReportBlock New(BlockKind kind, string text) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), kind, text);

    /// <summary>Blocks as stored.</summary>
    public static string Write(IEnumerable<ReportBlock> blocks) => JsonSerializer.Serialize(blocks, Json);

    /// <summary>Stored blocks.</summary>
    public static IReadOnlyList<ReportBlock> Read(string text) => JsonSerializer.Deserialize<List<ReportBlock>>(text, Json) ?? [];

    /// <summary>
    /// Blocks of a text as templates are written: a line each, “# ” to “#### ” for headings, “[problems]”, “[tasks]”, and “[table]” or
    /// “[chart]” with its lines up to an empty line.
    /// </summary>
    public static IReadOnlyList<ReportBlock> Parse(string text)
    {
        var blocks = new List<ReportBlock>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var level = line.TakeWhile(c => c == '#').Count();
            if (line.Length == 0) continue;
            if (level is >= 1 and <= 4) blocks.Add(New((BlockKind)(level - 1), line[level..].Trim()));
            else if (line is "[problems]" or "[tasks]") blocks.Add(New(line == "[tasks]" ? BlockKind.Tasks : BlockKind.Problems, ""));
            else if (line is "[table]" or "[chart]")
            {
                var inner = lines[(i + 1)..].TakeWhile(l => l.Trim().Length > 0).ToList();
                blocks.Add(New(line == "[table]" ? BlockKind.Table : BlockKind.Chart, string.Join('\n', inner.Select(l => l.Trim()))));
                i += inner.Count;
            }
            else blocks.Add(New(BlockKind.Paragraph, line));
        }
        return blocks;
    }
}
