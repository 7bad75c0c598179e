using System.Text.Json;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Registers.Api;

/// <summary>One entry as handed in: {"id", "values": {…}, "draft", "confirmed"}.</summary>
/// <param name="Id">Identifier; empty when none was given or it is none.</param>
/// <param name="Input">Typed text by field key.</param>
/// <param name="Problems">What could not be read.</param>
internal sealed record EntryBody(Guid Id, Input Input, IReadOnlyList<Problem> Problems)
{
    /// <summary>The body of a request as JSON.</summary>
    /// <exception cref="Refusal">It is no JSON.</exception>
    public static async Task<JsonNode?> Json(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = 8 }, cancellationToken: ct);
        }
        catch (JsonException)
        {
            throw new Refusal(ApiProblems.NotJson);
        }
    }

    /// <summary>Reads one object. What is wrong is collected, not thrown: many are judged at once.</summary>
    public static EntryBody Read(Register register, JsonNode? node)
    {
        var problems = new List<Problem>();
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (node is not JsonObject body) return new(Guid.Empty, new(values), [ApiProblems.NotEntries]);
        var (id, draft, confirmed) = (Guid.Empty, false, false);
        try
        {
            foreach (var (name, value) in body)
            {
                switch (name)
                {
                    case "id": id = Guid.TryParse(Text(value), out var given) ? given : Guid.Empty; break;
                    case "draft": draft = Flag(name, value, problems); break;
                    case "confirmed": confirmed = Flag(name, value, problems); break;
                    case "values" when value is JsonObject fields: Take(register, fields, values, problems); break;
                    case "values": problems.Add(ApiProblems.WrongType(name)); break;
                    default: problems.Add(ApiProblems.Unknown(name)); break;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // Half a character, “\ud83d” alone, passes as JSON but is no text.
            problems.Add(ApiProblems.NotJson);
        }
        return new(id, new(values, draft, confirmed), problems);
    }

    /// <summary>The reason in {"reason": "…"}; empty when there is none.</summary>
    public static string Reason(JsonNode? node) => node is JsonObject body && body.TryGetPropertyValue("reason", out var reason) ? Text(reason) ?? "" : "";

    private static void Take(Register register, JsonObject given, Dictionary<string, string?> values, List<Problem> problems)
    {
        foreach (var (key, value) in given)
        {
            // The engine says that it does not know the key.
            var field = register.Find(key);
            if (field is not null && !Fits(field, value)) problems.Add(ApiProblems.WrongType(key));
            else values[key] = field is null ? "" : FieldValue.FromJson(field, value);
        }
    }

    private static bool Fits(Field field, JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => field.Type is FieldType.Kinds or FieldType.Phone && list.All(i => i is JsonValue),
        // A broken number would be read as yuan: fen are whole.
        JsonValue v when field.Type is FieldType.Money && v.GetValueKind() is JsonValueKind.Number => v.TryGetValue<long>(out _),
        JsonValue => true,
        _ => false,
    };

    private static string? Text(JsonNode? node) => node is JsonValue v && v.GetValueKind() is JsonValueKind.String ? v.GetValue<string>() : null;

    private static bool Flag(string name, JsonNode? value, List<Problem> problems)
    {
        if (value is JsonValue v && v.TryGetValue<bool>(out var flag)) return flag;
        problems.Add(ApiProblems.WrongType(name));
        return false;
    }
}
