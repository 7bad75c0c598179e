using System.Globalization;
using System.Text;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Imports.Heads;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Grid;
using HalfSky.Platform.Shell;

namespace HalfSky.Platform.Imports;

/// <summary>
/// Says what becomes of rows that were read: finds the people, households and things their names mean, gives each row the identifier its
/// content has, and asks the rules of recording. Names, identifiers and doubles of a whole piece are asked for at once.
/// </summary>
/// <param name="desk">Who imports.</param>
/// <param name="recording">The rules.</param>
/// <param name="register">The register.</param>
/// <param name="reference">Reference facts.</param>
/// <param name="named">Meaning of names.</param>
public sealed class ImportJudge(Desk desk, Recording recording, Register register, Reference reference, NamedThings named)
{
    private readonly Register people = reference.Register(reference.Catalog.Posts.Rights!.Person.Target!)!;
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly Scope records = desk.User.Scope(register.Permission("record"));
    private KnownPeople? known;
    private ReturnedRows? returned;

    private readonly Dictionary<long, long> organizations = [];
    private readonly Dictionary<string, Choice?> offices = new(StringComparer.Ordinal);

    private ReturnedRows Returned => returned ??= new(desk, recording, register, reference);

    private KnownPeople Known => known ??= new(desk, recording.Vault, people);

    /// <summary>Judges a piece of a table's rows. Pieces come in order: of two rows with the same content the second is another entry.</summary>
    public async Task<IReadOnlyList<JudgedRow>> Judge(ImportTable table, IReadOnlyList<ImportRow> rows, ImportChoices choices, CancellationToken ct, bool rules = true)
    {
        var judged = rows.Select(r => new JudgedRow(r)).ToList();
        if (judged.FindAll(r => r.Row.Own) is { Count: > 0 } own) await Returned.Judge(own, ct);
        foreach (var row in judged.Where(r => r.Outcome is ImportOutcome.Ready && r.Version == 0 && !r.Row.IsReadable))
            foreach (var problem in row.Row.Problems.Where(p => !p.Doubtful)) row.Refuse(new(problem.Code, problem.Words, problem.Path));
        var readable = judged.FindAll(r => r is { Outcome: ImportOutcome.Ready, Version: 0 });
        await Gather(readable, ct);
        foreach (var row in readable) await Resolve(table, row, choices, ct);
        await Recognise([.. readable.Where(r => r.Outcome is ImportOutcome.Ready || (r.Doubts.Count > 0 && r.Problems.TrueForAll(IsDoubt)))], ct);
        if (!rules) return judged;
        foreach (var row in readable.Where(r => r.Outcome is ImportOutcome.Ready && r.Missing.Count == 0))
        {
            var verdict = await recording.Judged(register.Key, row.Entry, row.Input!, ct);
            foreach (var problem in verdict.IsAccepted ? [] : verdict.Problems) row.Refuse(problem);
        }
        foreach (var row in readable.Where(r => r.Outcome is ImportOutcome.Ready && r.Missing.Count > 0))
            foreach (var field in register.Fields.Where(f => f is { Required: true, Derived: false, Default: null } && f.Type is not (FieldType.LookUp or FieldType.Place or FieldType.Organization) && string.IsNullOrEmpty(row.Input!.Values.GetValueOrDefault(f.Key))))
                row.Refuse(EntryProblems.Missing(field));
        return judged;
    }

    private async Task Gather(List<JudgedRow> rows, CancellationToken ct)
    {
        foreach (var field in register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false }))
        {
            var names = rows.Select(r => r.Row.Cells.GetValueOrDefault(field.Key).Typed).OfType<string>().Where(n => n.Length > 0).ToList();
            if (names.Count == 0 || reference.Register(field.Target!) is not { } target) continue;
            if (target == people) await Known.Gather([.. rows.Select(r => Told(r.Row, field)).OfType<ToldPerson>()], ct);
            else await named.Gather(target, names, ct);
            if (target.TitleField is { Derived: true } && target.Fields.FirstOrDefault(f => f.Type is FieldType.LookUp && f.Target == people.Key) is not null)
                await Known.Gather([.. rows.Select(r => Told(r.Row, field)).OfType<ToldPerson>()], ct);
        }
    }

    private static ToldPerson? Told(ImportRow row, Field field)
    {
        if (row.Cells.GetValueOrDefault(field.Key).Typed is not { Length: > 0 } name) return null;
        string? Sub(string key) => row.Cells.GetValueOrDefault($"{field.Key}.{key}").Typed is { Length: > 0 } told ? told : null;
        var birth = DateOnly.TryParse(Sub("birth"), CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        return new(name.EndsWith('家') && name.Length > (field.Target == "household" ? 2 : 3) ? name[..^1] : name, PlaceOf(row), birth, Sub("idNumber"));
    }

    private long OrganizationAt(long place) => organizations.TryGetValue(place, out var known) ? known : organizations[place] = named.OrganizationAt(place, records);

    private static long PlaceOf(ImportRow row) => long.TryParse(row.Cells.GetValueOrDefault("place").Typed, CultureInfo.InvariantCulture, out var place) ? place : 0;

    private async Task Resolve(ImportTable table, JudgedRow row, ImportChoices choices, CancellationToken ct)
    {
        // A row that names no place is told apart by the office whose ledger it is: two villages' equal rows are two entries.
        var office = PlaceOf(row.Row) == 0 ? OfficeOf(table) : null;
        if (row.Entry == Guid.Empty) row.Entry = Identified(row, office);
        var (values, kept) = (new Dictionary<string, string?>(StringComparer.Ordinal), new List<string>());
        foreach (var (path, cell) in row.Row.Cells.Where(c => c.Key != ImportTarget.Number && !c.Key.Contains('.', StringComparison.Ordinal))) values[path] = cell.Typed;
        foreach (var field in register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false } && values.ContainsKey(f.Key)))
        {
            if (await Meant(row, field, choices, kept, ct) is { } id) values[field.Key] = id.ToString();
            else values.Remove(field.Key);
        }
        if (row.Outcome is ImportOutcome.Refused) return;
        if (kept.Count > 0) values["note"] = string.Join("；", kept.Prepend(values.GetValueOrDefault("note") ?? "").Where(w => w.Length > 0));
        var place = PlaceOf(row.Row);
        if (place == 0 && register.Find("place") is { Derived: false } && register.Whole is null && office is not null)
        {
            place = office.Place;
            if (register.Find("place")!.Required) values["place"] = office.Value;
        }
        if (register.Find("org") is { Derived: false } && !register.IsOrganizationTree && register.Whole is null && !values.ContainsKey("org") && place != 0 && OrganizationAt(place) is > 0 and var org)
            values["org"] = org.ToString(CultureInfo.InvariantCulture);
        row.Input = new(values, Confirmed: choices.Meant?.Contains(row.Row.Number) == true);
    }

    /// <summary>What a name in the row means; null when it is kept as words, or the row is refused.</summary>
    private async Task<Guid?> Meant(JudgedRow row, Field field, ImportChoices choices, List<string> kept, CancellationToken ct)
    {
        var name = row.Row.Cells[field.Key].Typed;
        if (Guid.TryParse(name, out var given)) return given;
        var target = reference.Register(field.Target!);
        if (target is null) return null;
        IReadOnlyList<Guid> found;
        if (target == people)
        {
            var told = Told(row.Row, field)!;
            found = Known.Of(told);
            // In our own export she stands as she is called; who helps need not be of the village.
            if (found.Count == 0 && row.Row.Own) found = Known.Of(told with { Place = 0 });
        }
        else
        {
            var choicesOf = named.Of(target, name);
            if (choicesOf.Count > 1 && PlaceOf(row.Row) is not 0 and var at && choicesOf.Where(c => new Branch(at).Contains(c.Place) || new Branch(c.Place).Contains(at)).ToList() is { Count: > 0 } here) choicesOf = here;
            found = [.. choicesOf.Select(c => Guid.Parse(c.Value))];
        }
        // Of namesakes the one of the office's own village is meant, where the row tells the office alone.
        if (found.Count > 1 && target == people && PlaceOf(row.Row) == 0 && long.TryParse(row.Row.Cells.GetValueOrDefault("org").Typed, CultureInfo.InvariantCulture, out var of)
            && reference.Organizations.Find(of) is { Place: > 0 } its && Known.Of(Told(row.Row, field)! with { Place = its.Place }) is [var hers]) return hers;
        if (found.Count == 1) return found[0];
        if (found.Count == 0 && await Made(row, field, target, choices, ct) is { } made) return made;
        // What cannot be found must not be lost: it stays with the row, in words. A row of our own export is whole or waits for what it points at.
        if (found.Count == 0 && !row.Row.Own && !field.Required && field != register.TitleField && field != register.Whole && target != people && register.Find("note") is { Derived: false } note)
        {
            kept.Add($"{field.Label}：{name}");
            row.Row.Problems.Add(new(field.Key, "lookup.kept", $"没有找到{field.Label}“{name}”，写在了{note.Label}里。", Doubtful: true));
            return null;
        }
        var doubt = new DoubtfulName(KeyOf(row.Row, field, target), target, name, PlaceOf(row.Row), found, MayMake(row.Row, field, target));
        row.Ask(doubt);
        if (await Chosen(row, field, doubt, choices, ct) is { } chosen) return chosen;
        row.Refuse(found.Count > 1 ? new("lookup.several", $"有 {found.Count} 个“{name}”，请选一个，或者在表里加上身份证号、出生日期。", field.Key)
            : new("lookup.unknown", target == people
                ? $"{(PlaceOf(row.Row) is 0 ? "" : "这个村")}没有“{name}”的档案。查一下名字；确实没有的，勾“给没有档案的人建档”再导入。"
                : $"没有找到{field.Label}“{name}”，请查一下名字，或先在{target.Title}里登记。", field.Key));
        return null;
    }

    /// <summary>What the officer said a name means. She knows better than the sheet: somebody of that name of another village, or with another birthday.</summary>
    private async Task<Guid?> Chosen(JudgedRow row, Field field, DoubtfulName doubt, ImportChoices choices, CancellationToken ct)
    {
        if (choices.Chosen?.GetValueOrDefault(doubt.Key) is not { } chosen) return null;
        if (chosen == Import.NewFile) return await Made(row, field, doubt.Target, choices with { CreatePeople = true }, ct);
        return Guid.TryParse(chosen, out var meant) && (doubt.Found.Contains(meant) || (doubt.Target == people && Known.Namesakes(Told(row.Row, field)!.Name).Contains(meant))) ? meant : null;
    }

    /// <summary>Nothing of the name can be read from it: it stands in the page and with the import.</summary>
    private string KeyOf(ImportRow row, Field field, Register target) =>
        Convert.ToHexStringLower(recording.Vault.Mac("import name", Encoding.UTF8.GetBytes($"{target.Key}\n{Told(row, field) ?? (object)row.Cells[field.Key].Typed}")).AsSpan(0, 10));

    /// <summary>Whose household it is, in a register that calls its entries by their head.</summary>
    private Field? HeadOf(Register target) => target == people ? null : target.Fields.FirstOrDefault(f => f is { Type: FieldType.LookUp, Required: true } && f.Target == people.Key && target.TitleField is { Derived: true });

    private bool MayMake(ImportRow row, Field field, Register target) =>
        (target == people || HeadOf(target) is not null) && Told(row, field) is { Place: > 0 } told && desk.User.Scope(people.Permission("record")).Contains(OrganizationAt(told.Place));

    /// <summary>A file for somebody nobody has one of; a household for its head.</summary>
    private async Task<Guid?> Made(JudgedRow row, Field field, Register target, ImportChoices choices, CancellationToken ct)
    {
        if (!MayMake(row.Row, field, target)) return null;
        var (head, told) = (HeadOf(target), Told(row.Row, field)!);
        if (!(choices.CreatePeople ?? (told.IdNumber is not null || await Known.NobodyIn(told.Place, ct)))) return null;
        var org = OrganizationAt(told.Place).ToString(CultureInfo.InvariantCulture);
        var place = told.Place.ToString(CultureInfo.InvariantCulture);
        Guid Person(string name)
        {
            var values = new Dictionary<string, string?>(StringComparer.Ordinal) { [people.TitleField!.Key] = name, ["place"] = place, ["org"] = org };
            foreach (var (path, cell) in row.Row.Cells.Where(c => c.Key.StartsWith(field.Key + ".", StringComparison.Ordinal))) values[path[(field.Key.Length + 1)..]] = cell.Typed;
            values.TryAdd("sex", "unknown");
            var id = Identity("person", name, place, values.GetValueOrDefault("idNumber") ?? values.GetValueOrDefault("birth") ?? "");
            row.Missing.Add(new(people, id, new(values, Confirmed: true), name));
            return id;
        }
        if (target == people) return Person(told.Name);
        var whose = Known.Of(told);
        var owner = whose is [var one] ? one : Person(told.Name);
        var household = Identity("household", told.Name, place, owner.ToString());
        row.Missing.Add(new(target, household, new(new Dictionary<string, string?>(StringComparer.Ordinal) { [head!.Key] = owner.ToString(), ["place"] = place, ["org"] = org }, Confirmed: true), told.Name + "家"));
        return household;
    }

    /// <summary>The same content is the same entry, whichever file brings it; a second row of it is a second entry.</summary>
    private Guid Identified(JudgedRow row, Choice? office)
    {
        var text = new StringBuilder(register.Key);
        foreach (var (path, cell) in row.Row.Cells.Where(c => c.Key != ImportTarget.Number).OrderBy(c => c.Key, StringComparer.Ordinal)) text.Append('\n').Append(path).Append('=').Append(cell.Typed);
        if (PlaceOf(row.Row) == 0) text.Append("\noffice=").Append(office?.Place ?? desk.User.Home?.Value ?? 0);
        var content = text.ToString();
        var nth = seen[content] = seen.GetValueOrDefault(content) + 1;
        if (nth == 2) row.Row.Problems.Add(new(register.TitleField?.Key ?? "", "row.twice", "和上面的一行完全一样，当作另一条。", Doubtful: true));
        return Identity("row", content, nth.ToString(CultureInfo.InvariantCulture), row.Row.Cells.GetValueOrDefault("date").Typed ?? "");
    }

    /// <summary>The place whose office hands the table in, as the lines around it say.</summary>
    private Choice? OfficeOf(ImportTable table)
    {
        if (table.Context.Office.Length == 0) return null;
        if (!offices.TryGetValue(table.Context.Office, out var office)) offices[table.Context.Office] = office = named.Places(table.Context.Office.Replace("妇联", "", StringComparison.Ordinal)) is [var one] ? one : null;
        return office;
    }

    private Guid Identity(string use, params IEnumerable<string> parts)
    {
        var text = string.Join('\u001f', parts);
        return Uuid.Of(DateOnly.TryParse(parts.Last(), CultureInfo.InvariantCulture, out var day) ? day : new DateOnly(2020, 1, 1), recording.Vault.Mac("import " + use, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The names of rows to be asked about, each once, with all the program knows they may mean.</summary>
    public async Task<IReadOnlyList<AskedName>> Asked(IReadOnlyList<JudgedRow> rows, CancellationToken ct)
    {
        var asked = rows.SelectMany(r => r.Doubts.Select(d => (r.Row.Number, Doubt: d))).GroupBy(x => x.Doubt.Key, StringComparer.Ordinal).ToList();
        foreach (var target in asked.GroupBy(a => a.First().Doubt.Target)) await named.Gather(target.Key, target.Select(a => a.First().Doubt.Name), ct);
        return [.. asked.Select(a =>
        {
            var doubt = a.First().Doubt;
            var all = named.Of(doubt.Target, doubt.Name);
            // Those of the village first; of people all of that name.
            var likely = all.Where(c => doubt.Found.Contains(Guid.Parse(c.Value))).ToList();
            return new AskedName(doubt, [.. a.Select(x => x.Number).Distinct()], [.. likely, .. doubt.Target == people ? all.Except(likely) : []]);
        }).Where(a => a.Choices.Count > 0 || a.Doubt.MayMake)];
    }

    private static bool IsDoubt(Problem problem) => problem.Code is "lookup.several" or "lookup.unknown";

    /// <summary>Rows whose entries stand already; one taken back makes room for another.</summary>
    private async Task Recognise(IReadOnlyList<JudgedRow> rows, CancellationToken ct)
    {
        var left = rows.ToList();
        for (var round = 0; round < 20 && left.Count > 0; round++)
        {
            var states = new Dictionary<Guid, EntryState>();
            foreach (var chunk in left.Chunk(200))
                await foreach (var found in new Query(desk.Session, register.Shape, Scope.Whole("whether the row of a file stands already; nothing of it is shown")).Where(new Filter.In("id", [.. chunk.Select(r => (object)r.Entry)])).Along("id").Stream(["id", "state"], [], ct))
                    states[(Guid)found[0]!] = Enum.Parse<EntryState>((string)found[1]!);
            foreach (var row in left.Where(r => states.TryGetValue(r.Entry, out var state) && state is not EntryState.Withdrawn)) row.StandsAlready();
            left = left.FindAll(r => states.TryGetValue(r.Entry, out var state) && state is EntryState.Withdrawn);
            foreach (var row in left) row.Entry = Uuid.Within(row.Entry, round);
        }
    }
}
