using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Shell;

namespace HalfSky.Modules.Organizations.Pages;

/// <summary>One of the three record books 会议、学习培训、活动 a venue has on its shelf. It is printed from the entries that point at the venue; nothing is typed for it.</summary>
/// <param name="Key">Key in the address.</param>
/// <param name="Title">What stands on its cover.</param>
/// <param name="Sources">Which entries belong into it; each entry into one book only.</param>
public sealed record VenueBook(string Key, string Title, IReadOnlyList<VenueBook.Source> Sources)
{
    /// <summary>Entries of one register that stand in a book.</summary>
    /// <param name="Register">The register.</param>
    /// <param name="Which">Which of its entries.</param>
    /// <param name="People">Its field of how many came.</param>
    /// <param name="Texts">Its fields of what was said and done, in order.</param>
    public sealed record Source(string Register, Filter Which, string People, IReadOnlyList<string> Texts);

    private static readonly string[] MeetingTexts = ["agenda", "resolutions", "note"];
    private static readonly string[] ActivityTexts = ["note"];

    private static Filter Study { get; } = new Filter.Is("kind", "study");

    private static Filter Training { get; } = new Filter.Is("kind", "training");

    /// <summary>The three books.</summary>
    public static IReadOnlyList<VenueBook> All { get; } =
    [
        new("meetings", "会议记录簿", [new("meeting", new Filter.Not(Study), "present", MeetingTexts)]),
        new("studies", "学习培训记录簿", [new("meeting", Study, "present", MeetingTexts), new("activity", Training, "participants", ActivityTexts)]),
        new("activities", "活动记录簿", [new("activity", new Filter.Not(Training), "participants", ActivityTexts)]),
    ];

    /// <summary>The entries of a source held at the venue, as far as she sees them; null where she sees none of that register.</summary>
    internal static Query? Asked(Desk desk, Reference reference, Source source, Guid venue, Period? period)
    {
        if (reference.Register(source.Register) is not { } register || desk.Sees(register).IsEmpty) return null;
        var query = new Query(desk.Session, register.Shape, desk.Sees(register)).Where(new Filter.Is("venue", venue)).Where(EntryStates.Count).Where(source.Which);
        return period is { } days ? query.Where(new Filter.Range("date", days.From, days.To)) : query;
    }
}
