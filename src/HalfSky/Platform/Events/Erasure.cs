using System.Globalization;
using System.Text;
using System.Text.Json;
using HalfSky.Kernel;
using HalfSky.Platform.Data;
using HalfSky.Platform.Data.Backups;
using HalfSky.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HalfSky.Platform.Events;

/// <summary>
/// Lawful erasure (PIPL art. 47) of what the log and the attachments say of one entry. Payload and salt go, digest, number and link
/// stay, so the chain still holds. Every erasure stands in a list beside the keys, because a restored backup knows nothing of it.
/// The entry's own columns are the register's to empty.
/// </summary>
public sealed class Erasure(DataFolder folder, Vault vault, AttachmentFiles files, Clock clock)
{
    /// <summary>Verb of the event that tells of an erasure.</summary>
    public const string Verb = "erased";

    /// <summary>One line of the list.</summary>
    /// <param name="Entry">Whose payloads.</param>
    /// <param name="At">When, UTC; what is written later is not concerned.</param>
    /// <param name="Actor">Who ordered it.</param>
    /// <param name="Reason">Basis, without personal data.</param>
    /// <param name="Mac">Keyed code of the others, so that nobody adds or alters a line by hand.</param>
    public sealed record Line(Guid Entry, DateTime At, Guid Actor, string Reason, byte[] Mac);

    /// <summary>Erases; returns how many payloads went. Must not run inside another transaction.</summary>
    public async Task<int> Erase(DbContext db, Guid entry, Guid actor, string reason, CancellationToken cancel = default)
    {
        var line = new Line(entry, clock.Now, actor, reason.ReplaceLineEndings(" "), []);
        line = line with { Mac = MacOf(line) };
        // First the list, then the database: a kill in between is made good by the replay at the next start.
        Append(line);
        return await Apply(db, line, cancel);
    }

    /// <summary>Does again what the list says, for a database restored from before; returns how many payloads went.</summary>
    public async Task<int> Replay(DbContext db, CancellationToken cancel = default)
    {
        var gone = 0;
        foreach (var line in Read().Lines) gone += await Apply(db, line, cancel);
        return gone;
    }

    /// <summary>The list, and the numbers of lines that were altered by hand; those count for nothing.</summary>
    public (IReadOnlyList<Line> Lines, IReadOnlyList<int> Altered) Read()
    {
        var (lines, altered) = (new List<Line>(), new List<int>());
        if (!File.Exists(folder.Erasures)) return (lines, altered);
        foreach (var (number, text) in File.ReadLines(folder.Erasures, Encoding.UTF8).Index())
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (Parse(text) is { } line && line.Mac.AsSpan().SequenceEqual(MacOf(line))) lines.Add(line);
            else altered.Add(number + 1);
        }
        return (lines, altered);
    }

    private async Task<int> Apply(DbContext db, Line line, CancellationToken cancel)
    {
        await SqliteFile.Overwrite(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var events = db.Set<EventRow>().Where(e => e.Entry == line.Entry);
        var gone = await events.Where(e => e.At <= line.At && e.Payload != null && e.Verb != Verb)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, (string?)null).SetProperty(e => e.Salt, (byte[]?)null), cancel);
        var nameless = vault.Seal(SealPurpose.Attachment, Attachment.NameField, "");
        var contents = await db.Set<Attachment>().Where(a => a.Entry == line.Entry && a.AddedAt <= line.At)
            .Select(a => a.ContentHash).Distinct().ToListAsync(cancel);
        await db.Set<Attachment>().Where(a => a.Entry == line.Entry && a.AddedAt <= line.At)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.RemovedAt, line.At).SetProperty(a => a.Name, nameless), cancel);
        await Tell(db, events, line, cancel);
        var elsewhere = await db.Set<Attachment>().Where(a => contents.Contains(a.ContentHash) && a.RemovedAt == null)
            .Select(a => a.ContentHash).ToListAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var content in contents.Except(elsewhere)) DiskFile.TryDelete(files.PathOf(content));
        if (gone > 0) await SqliteFile.EmptyWal(db, cancel);
        return gone;
    }

    private async Task Tell(DbContext db, IQueryable<EventRow> events, Line line, CancellationToken cancel)
    {
        if (await events.AnyAsync(e => e.Verb == Verb && e.At >= line.At, cancel)) return;
        if (await events.OrderByDescending(e => e.EntryVersion).AsNoTracking().FirstOrDefaultAsync(cancel) is not { } last) return;
        db.Add(EventRow.Make(vault, clock, line.Actor, last.Register, line.Entry, last.Org, last.Place, Verb, last.EntryVersion,
            JsonSerializer.Serialize(new { reason = line.Reason })));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private void Append(Line line)
    {
        var text = JsonSerializer.Serialize(line, JsonSerializerOptions.Web) + "\n";
        using var list = DiskFile.Append(folder.Erasures);
        list.Write(Encoding.UTF8.GetBytes(text));
        list.Flush(flushToDisk: true);
    }

    private static Line? Parse(string text)
    {
        try { return JsonSerializer.Deserialize<Line>(text, JsonSerializerOptions.Web) is { Mac: not null, Reason: not null } line ? line : null; }
        catch (JsonException) { return null; }
    }

    private byte[] MacOf(Line line) => vault.Mac("erasure", Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{line.Entry:n}|{line.At.Ticks}|{line.Actor:n}|{line.Reason}")));
}
