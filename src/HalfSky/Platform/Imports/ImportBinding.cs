using System.Text.Json;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Imports.Tables;

namespace HalfSky.Platform.Imports;

/// <summary>What somebody confirmed of a form once: its sheet, its head, where each column goes. Read and written as the command prints it.</summary>
/// <param name="Sheet">Name of the sheet; empty when it is to be found.</param>
/// <param name="Head">Last row of the head; 0 when it is to be found.</param>
/// <param name="Columns">Paths of each column by its number; an empty list for a column not used, “kind=quarterly” for one to be ticked.</param>
public sealed record ImportBinding(string Sheet, int Head, IReadOnlyDictionary<int, IReadOnlyList<string>> Columns)
{
    private static readonly Problem Unreadable = new("binding.unreadable", "对应关系文件看不懂。请用 --json 打出来的那种格式，至少要有 columns。", "binding");

    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">It is no binding.</exception>
    public static ImportBinding Read(string json)
    {
        try
        {
            var told = JsonNode.Parse(json)?.AsObject() ?? throw new Refusal(Unreadable);
            var columns = told["columns"]?.AsObject() ?? throw new Refusal(Unreadable);
            return new((string?)told["sheet"] ?? "", (int?)told["headRow"] ?? 0, columns.ToDictionary(c => int.Parse(c.Key, System.Globalization.CultureInfo.InvariantCulture), c => (IReadOnlyList<string>)(c.Value switch
            {
                null => [],
                JsonArray several => [.. several.Select(s => (string)s!)],
                var one => [(string)one!],
            })));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new Refusal(Unreadable);
        }
    }

    /// <summary>What stands in a table.</summary>
    public static ImportBinding Of(ImportTable table) => new(table.Sheet, table.Head, table.Columns.ToDictionary(c => c.At, c => (IReadOnlyList<string>)[.. c.Targets.Select(t => c.Kind is null ? t.Path : $"{t.Path}={c.Kind}")]));

    /// <summary>As it is kept, and read again.</summary>
    public string Text => new JsonObject
    {
        ["sheet"] = Sheet, ["headRow"] = Head,
        ["columns"] = new JsonObject(Columns.OrderBy(c => c.Key).Select(c => KeyValuePair.Create(c.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), c.Value switch { [] => null, [var one] => (JsonNode?)one, var several => new JsonArray([.. several.Select(x => (JsonNode)x)]) }))),
    }.ToJsonString();

    /// <summary>Its columns as JSON, as the command prints them.</summary>
    public static JsonObject Print(IEnumerable<ImportColumn> columns, bool ticks) => new(columns.OrderBy(c => c.At).Select(c => KeyValuePair.Create(c.At.ToString(System.Globalization.CultureInfo.InvariantCulture), c.Targets switch
    {
        [] => null,
        [var one] => (JsonNode?)(ticks && c.Kind is not null ? $"{one.Path}={c.Kind}" : one.Path),
        var several => new JsonArray([.. several.Select(t => (JsonNode)t.Path)]),
    })));
}
