using System.Text.Json.Nodes;
using HalfSky.Platform.Access;

namespace HalfSky.Platform.Registers.Api;

/// <summary>Declarations on the wire; the command line prints the same.</summary>
public static class RegisterJson
{
    private static readonly string[] Acts = ["read", "record", "verify", "export", "unseal"];

    /// <summary>One line of the list of registers.</summary>
    public static JsonObject Line(Register register, Reference reference) => new()
    {
        ["key"] = register.Key,
        ["label"] = register.Label,
        ["title"] = register.Title,
        ["about"] = register.About,
        ["own"] = register is DefinedRegister,
        ["closed"] = register is DefinedRegister { Closed: true },
        ["reviewed"] = reference.Reviewed(register),
        ["measures"] = new JsonArray([.. register.Measures.Select(m => (JsonNode)m.Key)]),
    };

    /// <summary>The whole declaration, with what the caller may do.</summary>
    /// <param name="register">The register.</param>
    /// <param name="reference">Kinds with the county's own.</param>
    /// <param name="user">Who asks; absent on the command line, where permissions mean nothing.</param>
    public static JsonObject Whole(Register register, Reference reference, CurrentUser? user = null)
    {
        var body = Line(register, reference);
        body["titleField"] = register.TitleField?.Key;
        body["held"] = register.Held is { } held ? new JsonObject { ["from"] = held.From.Key, ["to"] = held.To.Key } : null;
        body["fields"] = new JsonArray([.. register.Fields.Select(f => Field(f, reference))]);
        if (user is not null) body["permissions"] = new JsonObject(Acts.Select(a => KeyValuePair.Create<string, JsonNode?>(a, user.May(register.Permission(a)))));
        return body;
    }

    private static JsonObject Field(Field field, Reference reference)
    {
        var body = new JsonObject
        {
            ["key"] = field.Key,
            ["label"] = field.Label,
            ["type"] = field.Type.ToString().ToLowerInvariant(),
            ["required"] = field.Required,
            ["derived"] = field.Derived,
            ["sealed"] = field.Sealed is not null,
            ["listed"] = field.Listed,
            ["filter"] = field.Type is FieldType.LongText ? null : ListQuery.NameOf(field),
            ["section"] = field.Section,
            ["hint"] = field.Hint,
            ["default"] = field.Default,
        };
        if (field.Type is FieldType.Text or FieldType.LongText) body["maxLength"] = field.MaxLength;
        if (field.Type is FieldType.Number) (body["least"], body["greatest"]) = (field.Least, field.Greatest);
        if (field.Target is not null) body["target"] = field.Target;
        if (field.Type is FieldType.Kind or FieldType.Kinds)
        {
            body["kinds"] = new JsonArray([.. reference.KindsOf(field).Items.Select(k => new JsonObject
            {
                ["code"] = k.Code, ["label"] = k.Label, ["own"] = k.Own, ["hidden"] = k.Hidden,
            })]);
        }
        return body;
    }
}
