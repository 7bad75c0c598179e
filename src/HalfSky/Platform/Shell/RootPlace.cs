using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Places;
using HalfSky.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace HalfSky.Platform.Shell;

/// <summary>What an empty installation needs with its first administrator: the root place and the root organisation.</summary>
internal static class RootPlace
{
    public static void PlantOn(FirstRun firstRun)
    {
        if (firstRun.Planted.Count == 0) firstRun.Planted.Add(Plant);
    }

    private static async Task Plant(FirstRunAnswer answer, IServiceProvider services, CancellationToken ct)
    {
        var session = services.GetRequiredService<Session>();
        var clock = services.GetRequiredService<Clock>();
        session.Db.Add(new Place { Number = Branch.Root.Value, Name = answer.PlaceName, Code = answer.PlaceCode ?? "", From = clock.Today });
        await session.Db.SaveChangesAsync(ct);
        var register = services.GetRequiredService<Catalog>().Organizations;
        var root = register.New();
        root.Id = Uuid.New(clock.Now);
        root.Org = root.Place = Branch.Root.Value;
        root.Date = clock.Today;
        root.RecordedBy = answer.Administrator.Id;
        root.RecordedAt = clock.Now;
        register.TitleField!.Write(root, answer.OrgName);
        if (register.Find("from") is { } from) from.Write(root, clock.Today);
        if (register.Find("kind") is { } kind) kind.Write(root, "federation");
        if (register.Find("level") is { } level) level.Write(root, "county");
        root.Submit(review: false);
        await services.GetRequiredService<Recording>().Write(register, null, root, "recorded", null, ct);
    }
}
