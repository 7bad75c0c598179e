using HalfSky.Kernel;
using HalfSky.Platform.Access.Sessions;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Access;

/// <summary>
/// Lets a request through to its page or endpoint, or not. What is not declared is shut: a page without <see cref="NeedsAttribute"/>,
/// <see cref="SignedInAttribute"/> or AllowAnonymous, and everything under /api without one, answers 404.
/// </summary>
internal sealed class Gate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, FirstRun firstRun)
    {
        if (http.GetEndpoint() is not { } endpoint || !IsGuarded(http, endpoint))
        {
            await next(http);
            return;
        }
        if (!http.Request.Path.StartsWithSegments(FirstRun.Path) && await firstRun.IsOpen(http.RequestServices, http.RequestAborted))
        {
            if (IsApi(http)) await Refuse(http, StatusCodes.Status503ServiceUnavailable, AccessProblems.NotSignedIn);
            else http.Response.Redirect(FirstRun.Path);
            return;
        }
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || await Admits(http, endpoint)) await next(http);
    }

    private static bool IsGuarded(HttpContext http, Endpoint endpoint) =>
        IsPage(endpoint) || IsApi(http)
        || endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null || endpoint.Metadata.GetMetadata<SignedInAttribute>() is not null;

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    /// <summary>False when the answer has been written.</summary>
    private static async Task<bool> Admits(HttpContext http, Endpoint endpoint)
    {
        var source = http.RequestServices.GetRequiredService<CurrentUserSource>();
        var (needs, signedIn) = (endpoint.Metadata.GetMetadata<NeedsAttribute>(), endpoint.Metadata.GetMetadata<SignedInAttribute>());
        if (needs is null && signedIn is null) return await NotFound(http);
        if (!source.Current.IsSignedIn) return await AskToSignIn(http);
        if (signedIn is not { BeforeDuties: true } && source.Session is not null && Owed(source.Account!) is { } path)
        {
            http.Response.Redirect(path);
            return false;
        }
        if (needs is not null && !needs.Permissions.Any(source.Current.May)) return await NotFound(http);
        return IsPage(endpoint) || await IsHerOwn(http, source);
    }

    private static string? Owed(Account account) =>
        account.MustChangePassword ? "/me/password" : account.OwesCode ? "/me/code" : null;

    // Pages check the form themselves. A token is not sent by a browser on its own, so it needs no such proof.
    private static async Task<bool> IsHerOwn(HttpContext http, CurrentUserSource source)
    {
        if (source.Session is null || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method)
            || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return true;
        await Refuse(http, StatusCodes.Status400BadRequest, AccessProblems.Forged);
        return false;
    }

    private static async Task<bool> NotFound(HttpContext http)
    {
        if (IsApi(http)) await Refuse(http, StatusCodes.Status404NotFound, AccessProblems.NotFound);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
        return false;
    }

    private static async Task<bool> AskToSignIn(HttpContext http)
    {
        if (IsApi(http))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await Refuse(http, StatusCodes.Status401Unauthorized, AccessProblems.NotSignedIn);
            return false;
        }
        var door = AccessCookies.Read(http, AccessCookies.Phone) is null ? "/sign-in" : "/pin";
        var to = door + QueryString.Create("returnUrl", LocalUrl.Here(http));
        // htmx swaps what it gets into the page; a redirect must be said in its own words.
        if (http.Request.Headers.ContainsKey("HX-Request"))
        {
            http.Response.Headers["HX-Redirect"] = to;
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else http.Response.Redirect(to);
        return false;
    }

    private static Task Refuse(HttpContext http, int status, Problem problem) => Problems.Write(http, status, problem);
}
