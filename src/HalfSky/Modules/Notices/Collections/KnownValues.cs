using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Measures;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.Notices.Collections;

/// <summary>Fills what the ledgers know already, so that it is not asked: figures of the village, fields of a person by her name.</summary>
/// <param name="recording">Reads and seals.</param>
/// <param name="layout">The columns.</param>
/// <param name="collected">The day and year asked about.</param>
public sealed class KnownValues(Recording recording, SheetLayout layout, DateOnly collected)
{
    /// <summary>What is known of the village, by the column's place in the layout. A figure nothing was recorded for is asked: empty is not zero.</summary>
    public async Task<IReadOnlyDictionary<int, string>> OfVillage(long org, CancellationToken ct)
    {
        var reference = await recording.Reference(ct);
        var known = new Dictionary<int, string>();
        var place = reference.Organizations.Find(org)?.Place ?? 0;
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var column = layout.Columns[i];
            if (column.Fills == ColumnMatch.Village) known[i] = NameOf(reference, org, place);
            else if (column.Fills == ColumnMatch.Township) known[i] = new Branch(org) is { Depth: > 2 } branch ? NameOf(reference, branch.AtDepth(2).Value, reference.Organizations.Find(branch.AtDepth(2).Value)?.Place ?? 0) : "";
            else if (column.Measure is { } key && place != 0 && reference.Measure(key) is { } measure && recording.User.Scope(measure.Register.Permission("measure")) is { IsEmpty: false } counts)
            {
                var ask = new Ask(new Branch(place), Period.YearTo(collected));
                var read = await new Evaluator(recording.Session, reference, recording.Clock.Today).Read(measure, ask, counts, ct);
                if (!read.IsSilent && read.Value is { } value) known[i] = (value / Scale(measure)).ToString("0.######", CultureInfo.InvariantCulture);
            }
        }
        return known;
    }

    /// <summary>Puts in the village's values and, where a name fits exactly one person of the village, what is known of her; what was typed stays.</summary>
    /// <returns>How many cells were filled from a person's file.</returns>
    public async Task<int> Fill(ReturnRows rows, long org, IReadOnlyDictionary<int, string> village, CancellationToken ct)
    {
        for (var n = 0; n < rows.Count; n++)
        {
            foreach (var (i, value) in village) rows.All[n][i] = value;
            for (var i = 0; i < layout.Columns.Count; i++)
                if (layout.Columns[i].Fills == ColumnMatch.Serial) rows.All[n][i] = (n + 1).ToString(CultureInfo.InvariantCulture);
        }
        return layout.NameAt >= 0 ? await OfPeople(rows, org, ct) : 0;
    }

    private async Task<int> OfPeople(ReturnRows rows, long org, CancellationToken ct)
    {
        var reference = await recording.Reference(ct);
        var bound = layout.Columns.Select((c, i) => (At: i, c.PersonField)).Where(c => c.PersonField is not (null or "name")).ToList();
        var wanting = rows.All.Where(r => r[layout.NameAt].Length > 0 && bound.Exists(b => r[b.At].Length == 0)).ToList();
        if (reference.Register("person") is not { } people || wanting.Count == 0 || reference.Organizations.Find(org) is not { Place: > 0 } node) return 0;
        var fields = bound.ConvertAll(b => people[b.PersonField!]);
        var found = new Dictionary<string, List<object?[]>>(StringComparer.Ordinal);
        foreach (var names in wanting.Select(r => r[layout.NameAt]).Distinct(StringComparer.Ordinal).Chunk(200))
        {
            var asked = new Query(recording.Session, people.Shape, recording.User.Scope(people.Permission("read"))).Where(new Filter.Within("place", [new Branch(node.Place)]))
                .Where(new Filter.In("name", [.. names])).Where(EntryStates.Count);
            await foreach (var row in asked.Stream(["id", "org", "place", "name", .. fields.Select(f => f.Key)], [], ct))
                if (found.TryGetValue((string)row[3]!, out var same)) same.Add(row);
                else found[(string)row[3]!] = [row];
        }
        var filled = 0;
        foreach (var row in wanting)
        {
            // Namesakes are not guessed.
            if (found.GetValueOrDefault(row[layout.NameAt]) is not [var person]) continue;
            var opens = recording.User.Scope(people.Permission("unseal")).Contains((long)person[1]!);
            var revealed = false;
            for (var k = 0; k < bound.Count; k++)
            {
                if (row[bound[k].At].Length > 0 || (fields[k].Sealed is not null && !opens)) continue;
                revealed |= fields[k].Sealed is not null && person[k + 4] is not null;
                row[bound[k].At] = TextOf(fields[k], person[k + 4], reference);
                if (row[bound[k].At].Length > 0) filled++;
            }
            if (revealed && recording.Session.IsWriting)
                recording.Session.Db.Add(EventRow.Make(recording.Vault, recording.Clock, recording.User.Account, "person", (Guid)person[0]!, (long)person[1]!, (long)person[2]!, "revealed", 0, null));
        }
        return filled;
    }

    private string TextOf(Field field, object? value, Reference reference) => value switch
    {
        null => "",
        SealedText text => field.Type is FieldType.Phone ? recording.Vault.Reveal(field.Sealed!.Value, "person." + field.Key, text).Split(',', '，')[0] : recording.Vault.Reveal(field.Sealed!.Value, "person." + field.Key, text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => FieldValue.Show(field, value, reference),
    };

    private static string NameOf(Reference reference, long org, long place) => place != 0 ? reference.Places.NameOf(place) : reference.Organizations.NameOf(org);

    private static decimal Scale(Measure measure)
    {
        var scale = 1m;
        for (var i = 0; i < measure.Unit.Digits; i++) scale *= 10;
        return scale;
    }
}
