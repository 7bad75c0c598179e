using System.Globalization;
using HalfSky.Platform.Access.Phones;
using HalfSky.Platform.Access.Web;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Access.Pages;

/// <summary>Invitations to be printed, one A4 page each.</summary>
/// <param name="Sheets">The invitations.</param>
/// <param name="Address">Address of the site as a phone reaches it.</param>
public sealed record SheetPile(IReadOnlyList<PrintedInvitation> Sheets, string Address)
{
    /// <summary>The day on the wall, as printed.</summary>
    public static string Day(DateTime utc) => utc.AddHours(8).ToString("M月d日HH点", CultureInfo.InvariantCulture);
}

/// <summary>The address people reach the site at.</summary>
public static class SiteAddress
{
    /// <summary>That of the settings, else that of the request.</summary>
    public static string Of(HttpContext http, AccessOptions options) =>
        options.PublicAddress?.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";

    /// <summary>Does it lead nowhere but to the machine itself?</summary>
    public static bool IsLocalOnly(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
