using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Shell;

/// <summary>What nearly every page needs of a request: who asks, the reference facts, the day. Taken once.</summary>
public sealed class Desk(Session session, ReferenceSource source, CurrentUserSource users, Clock clock)
{
    private Reference? reference;

    /// <summary>The request's session.</summary>
    public Session Session => session;

    /// <summary>Where reference facts come from.</summary>
    public ReferenceSource Source => source;

    /// <summary>Who asks.</summary>
    public CurrentUser User => users.Current;

    /// <summary>Today in Asia/Shanghai.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>The clock.</summary>
    public Clock Clock => clock;

    /// <summary>The reference facts, taken once a request.</summary>
    public async Task<Reference> Reference(CancellationToken ct = default) => reference ??= await source.Take(session, ct);

    /// <summary>Reads measures.</summary>
    public async Task<Evaluator> Evaluator(CancellationToken ct = default) => new(session, await Reference(ct), Today);

    /// <summary>What she sees of a register.</summary>
    public Scope Sees(Register register) => User.Scope(register.Permission("read"));

    /// <summary>What is counted for her of a register.</summary>
    public Scope Counts(Register register) => User.Scope(register.Permission("measure"));

    /// <summary>The place she works for: that of her highest organisation, the root's otherwise.</summary>
    public async Task<Branch> HomePlace(CancellationToken ct = default)
    {
        var known = await Reference(ct);
        return User.Home is { } home && known.Organizations.Find(home.Value) is { } organization && known.Places.Find(organization.Place) is { } place
            ? place.Number : known.Places.All.FirstOrDefault()?.Number ?? Branch.Root;
    }
}
