using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>The other side of an activity that stood in a plan: the planned entry says that it was held, and as what.</summary>
internal static class PlannedDay
{
    private const string Key = "planned-activity", Planned = "planned", Held = "held";

    /// <summary>Writes on the planned entry that this activity is what became of it, or no longer is.</summary>
    public static async Task MarkHeld(this Recording recording, Guid planned, Activity activity, bool held, CancellationToken ct)
    {
        if ((await recording.Reference(ct)).Register(Key) is not { } register) return;
        var whose = Scope.Whole("the planned side of an activity that was just written");
        if (await recording.Find(register, planned, whose, ct) is not { } entry || await recording.Find(register, planned, whose, ct) is not { } before) return;
        var (outcome, became) = (register["outcome"], register["activity"]);
        if (!held && became.Read(entry) is Guid other && other != activity.Id) return;
        outcome.Write(entry, held ? Held : Planned);
        became.Write(entry, held ? activity.Id : null);
        if (Recording.Payload(register, before) != Recording.Payload(register, entry)) await recording.Write(register, before, entry, Held, null, ct);
    }
}
