using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>The filled fields of an entry, as its details, the side panel and its file show them.</summary>
/// <param name="Desk">Who looks.</param>
/// <param name="Reference">Reference facts.</param>
/// <param name="Register">Its register.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Titles">Names of what it points at.</param>
public sealed record EntryFacts(Desk Desk, Reference Reference, Register Register, Entry Entry, IReadOnlyDictionary<Guid, string> Titles)
{
    /// <summary>What is shown, in the order of the form. An organisation does not belong to itself.</summary>
    public IEnumerable<Field> Fields => Register.Fields.Where(f => !f.Derived && !(Register.IsOrganizationTree && f.Key == "org"))
        .OrderBy(f => f.Section.Length == 0 ? int.MaxValue : Register.Sections.TakeWhile(s => s != f.Section).Count()).ThenBy(f => f.Position);

    /// <summary>Recorded more than a week after it happened.</summary>
    public bool IsLate => Desk.Clock.DayOf(Entry.RecordedAt).DayNumber - Entry.Date.DayNumber > ListPage.LateAfterDays;

    /// <summary>Where a value leads; null where it is no link, or not hers.</summary>
    public string? AddressOf(Field field, object? value) => value switch
    {
        Guid entry when field.Type is FieldType.LookUp => Reference.Register(field.Target!)?.AddressOf(entry),
        long number when field.Type is FieldType.Organization && Reference.Catalog.Organizations is var organizations && Desk.Sees(organizations).Contains(number)
            && Reference.Organizations.Find(number) is { } node => organizations.AddressOf(node.Entry),
        _ => null,
    };
}
