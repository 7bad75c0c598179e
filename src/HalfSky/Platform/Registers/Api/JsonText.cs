using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HalfSky.Platform.Registers.Api;

/// <summary>JSON as text with Chinese as it is, for the wire and for the command line.</summary>
public static class JsonText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Relaxed) { WriteIndented = true };

    /// <summary>The text of a node.</summary>
    public static string Of(JsonNode node, bool indented = false) => node.ToJsonString(indented ? Indented : Relaxed);
}
