using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Mvc;

namespace HalfSky.Modules.People.Pages;

/// <summary>A phone that was opened.</summary>
/// <param name="Who">Whose.</param>
/// <param name="As">What she is to the person, “本人”, “监护人”.</param>
/// <param name="Numbers">Numbers.</param>
public sealed record OpenedPhone(string Who, string As, IReadOnlyList<string> Numbers);

/// <summary>
/// 打电话: opens the phone of a person, of her guardian or of the head of her household where she has none. For whoever may unseal, and
/// for the exec who answers for her; each opening stands in the log.
/// </summary>
[SignedIn, SealedPage]
public sealed class CallPage(Desk desk, Recording recording) : AppPage(desk)
{
    private const string Whole = "the phone of somebody she answers for or may unseal, checked before";
    /// <summary>The person.</summary>
    public Person Person { get; private set; } = null!;

    /// <summary>What was opened; null before.</summary>
    public OpenedPhone? Opened { get; private set; }

    /// <summary>How she can be reached safely, when somebody wrote it down.</summary>
    public string? Safely { get; private set; }

    /// <summary>Nobody has a number.</summary>
    public bool Nothing { get; private set; }

    /// <summary>Asks before opening.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Admit(id, ct) is null ? NotFound() : Page();

    /// <summary>Opens it; the log is written before it is shown.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await Admit(id, ct) is not { } home) return NotFound();
        var register = Reference.Register("person")!;
        Person? found = null;
        var role = "";
        foreach (var (other, words) in await Reachable(home, ct))
        {
            if (await recording.Find(register, other, Scope.Whole(Whole), ct) is not Person { Phones: not null } person) continue;
            (found, role) = (person, words);
            break;
        }
        Nothing = found is null && Person.SafeContact is null;
        if (Nothing) return Page();
        await Desk.Session.Write(c =>
        {
            foreach (var seen in new[] { found, Person.SafeContact is null ? null : Person }.OfType<Person>().DistinctBy(p => p.Id))
            {
                Desk.Session.Db.Add(EventRow.Make(recording.Vault, Desk.Clock, Desk.User.Account, "person", seen.Id, seen.Org, seen.Place, "revealed", seen.Version,
                    new JsonObject { ["why"] = "打电话" }.ToJsonString()));
            }
            return Task.CompletedTask;
        }, ct);
        if (found is not null)
            Opened = new(found.Name, role, recording.Vault.Reveal(SealPurpose.Phone, "person.phones", found.Phones!).Split(',', StringSplitOptions.RemoveEmptyEntries));
        if (Person.SafeContact is { } safe) Safely = recording.Vault.Reveal(SealPurpose.Phone, "person.safeContact", safe);
        return Page();
    }

    /// <summary>Her households, when she may call this person; null when not: then there is no such person for her.</summary>
    private async Task<IReadOnlyList<Guid>?> Admit(Guid id, CancellationToken ct)
    {
        var register = (await Take(ct)).Register("person")!;
        if (await recording.Find(register, id, Scope.Whole("judged below, and told as not there unless admitted"), ct) is not Person person) return null;
        var homes = new List<Guid>();
        var members = new Query(Desk.Session, Reference.Register("member")!.Shape, Scope.Whole("the residence of a person, judged below"))
            .Where(new Filter.Is("person", id)).Where(new Filter.HeldOn("from", "to", Desk.Today)).Where(EntryStates.Count);
        await foreach (var row in members.Stream(["household"], [], ct)) homes.Add((Guid)row[0]!);
        var unseals = Desk.Sees(register).Contains(person.Org) && Desk.User.Scope(register.Permission("unseal")).Contains(person.Org);
        if (!unseals && !await Answering.For([id, .. homes], Desk.User, Desk.Session, Reference, Desk.Today, ct)) return null;
        Person = person;
        return homes;
    }

    /// <summary>Whom one may call about her, in order.</summary>
    private async Task<IReadOnlyList<(Guid Id, string As)>> Reachable(IReadOnlyList<Guid> homes, CancellationToken ct)
    {
        var ways = new List<(Guid? Id, string As)> { (Person.Id, "本人"), (Person.Guardian, "监护人"), (Person.Carer, "实际照料人"), (Person.Guardian2, "另一监护人") };
        var register = Reference.Register("household")!;
        foreach (var home in homes)
            if (await recording.Find(register, home, Scope.Whole(Whole), ct) is Household household) ways.Add((household.Head, "户主"));
        return [.. ways.Where(w => w.Id is { } id && id != Guid.Empty).Select(w => (w.Id!.Value, w.As)).DistinctBy(w => w.Value)];
    }
}
