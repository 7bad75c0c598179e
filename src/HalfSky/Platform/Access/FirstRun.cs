using HalfSky.Kernel;
using HalfSky.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Access;

/// <summary>What the first page asks besides the administrator.</summary>
/// <param name="Administrator">The account just made.</param>
/// <param name="OrgName">Name of the root organisation, “青禾县妇联”.</param>
/// <param name="PlaceName">Name of the root place, “青禾县”.</param>
/// <param name="PlaceCode">Its code of up to twelve digits, if typed.</param>
public sealed record FirstRunAnswer(Account Administrator, string OrgName, string PlaceName, string? PlaceCode);

/// <summary>Makes something an empty installation needs, in the transaction of the first administrator; may refuse.</summary>
public delegate Task Planting(FirstRunAnswer answer, IServiceProvider services, CancellationToken ct);

/// <summary>
/// The first run 首次使用: while no account exists every page leads to one form, which asks for the code on the console, so that a
/// stranger on the network cannot claim the installation.
/// </summary>
public sealed class FirstRun
{
    /// <summary>Route of the form.</summary>
    public const string Path = "/first-run";

    private readonly string code = Secret.Code(12);
    private volatile bool closed;

    /// <summary>What else is made with the first administrator, in this order.</summary>
    public IList<Planting> Planted { get; } = [];

    /// <summary>The one-time code to print at start, in groups; absent when an account exists.</summary>
    public async Task<string?> CodeToPrint(IServiceProvider services, CancellationToken ct = default) =>
        await IsOpen(services, ct) ? Secret.Grouped(code) : null;

    /// <summary>Is there still no account? Asked of the database until one exists, which the command line may make too.</summary>
    public async ValueTask<bool> IsOpen(IServiceProvider services, CancellationToken ct)
    {
        if (!closed) closed = await services.GetRequiredService<AppDb>().Set<Account>().AnyAsync(ct);
        return !closed;
    }

    /// <summary>Is it the code printed on the console?</summary>
    public bool Fits(string? typed) => Secret.Same(Secret.Tidy(typed ?? ""), code);

    /// <summary>Makes the administrator and all that was planted, within the running transaction.</summary>
    /// <exception cref="Refusal">Somebody was first, or a planting refused.</exception>
    internal async Task Plant(FirstRunAnswer answer, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        if (await db.Set<Account>().AnyAsync(ct)) throw new Refusal(AccessProblems.NotFound);
        db.Add(answer.Administrator);
        services.GetRequiredService<AccessLog>().Add("made", answer.Administrator.Id, new { answer.Administrator.UserName, administrator = true, first = true });
        foreach (var plant in Planted) await plant(answer, services, ct);
    }
}
