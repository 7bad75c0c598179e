namespace HalfSky.Platform.Registers.Api;

/// <summary>A parameter of an endpoint that reads its query string or header itself; the OpenAPI document is made from it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Text">What it means.</param>
/// <param name="Type">JSON type: string, integer, boolean.</param>
/// <param name="In">“query” or “header”.</param>
/// <param name="Required">Refused without it.</param>
public sealed record ApiParameter(string Name, string Text, string Type = "string", string In = "query", bool Required = false);

/// <summary>An example of the body an endpoint takes.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Json">The example.</param>
public sealed record ApiBody(string Text, string Json);
