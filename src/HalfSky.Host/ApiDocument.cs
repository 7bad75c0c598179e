using System.Text.Json.Nodes;
using HalfSky.Platform.Registers.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HalfSky.Host;

/// <summary>The OpenAPI document at /openapi/v1.json, from what the endpoints say of themselves.</summary>
internal static class ApiDocument
{
    private const string Token = "token";

    public static void Set(OpenApiOptions options)
    {
        options.ShouldInclude = d => d.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new() { Title = "半边天 HalfSky", Version = "v1", Description = "台账、口径与数字。令牌在“我的”里自己生成，权限与本人相同；不归本人看的一律 404。各台账的字段见 /api/v1/registers/{key}。" };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" } };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            foreach (var parameter in metadata.OfType<ApiParameter>()) (operation.Parameters ??= []).Add(Parameter(parameter));
            if (metadata.OfType<ApiBody>().FirstOrDefault() is { } body) operation.RequestBody = Body(body);
            return Task.CompletedTask;
        });
    }

    private static OpenApiParameter Parameter(ApiParameter parameter)
    {
        var free = parameter.Name.StartsWith('{');
        return new()
        {
            Name = parameter.Name.Trim('{', '}'),
            In = parameter.In == "header" ? ParameterLocation.Header : ParameterLocation.Query,
            Description = parameter.Text,
            Required = parameter.Required,
            // Any name of a field: an object written out as one parameter for each member.
            Style = free ? ParameterStyle.Form : null,
            Explode = free,
            Schema = free
                ? new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String } }
                : new OpenApiSchema { Type = parameter.Type switch { "integer" => JsonSchemaType.Integer, "boolean" => JsonSchemaType.Boolean, _ => JsonSchemaType.String } },
        };
    }

    private static OpenApiRequestBody Body(ApiBody body) => new()
    {
        Description = body.Text,
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object }, Example = JsonNode.Parse(body.Json) },
        },
    };
}
