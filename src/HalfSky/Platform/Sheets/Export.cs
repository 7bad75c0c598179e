using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Events;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Registers.Api;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HalfSky.Platform.Sheets;

/// <summary>What was exported.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Hash">SHA-256 over them.</param>
public sealed record Exported(long Rows, string Hash);

/// <summary>Exports what a list shows, as text or workbook, streamed. That it was done, and how many, is written down before the first row leaves.</summary>
public sealed class Export(Desk desk, Vault vault, IServiceScopeFactory scopes)
{
    private const string Unmasked = "unmasked";

    /// <summary>What the list page keeps in its address for itself: a link to the export carries it along.</summary>
    private static readonly string[] OfThePage = [Unmasked, "cols", "by", "handler"];

    private const int Piece = 500;
    private static readonly Problem TooManyRows = new("export.rows", "一张工作表放不下这么多条，请缩小范围，或者导出 CSV。");

    /// <summary>The file of a request.</summary>
    /// <exception cref="Refusal">What was asked cannot be read, or she may not see it in full.</exception>
    internal async Task<IResult> Answer(string key, string format, IQueryCollection asked, CancellationToken ct)
    {
        var (reference, reach) = (await desk.Reference(ct), ExportReach.Whom(desk.User));
        return reference.Register(key) is { } register && reach.May(register) ? await Prepare(register, format, [.. asked], reach, ct) : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    /// <summary>Writes the file of a command.</summary>
    /// <exception cref="Refusal">What was asked cannot be read.</exception>
    public async Task<Exported> Write(Register register, string format, IReadOnlyList<KeyValuePair<string, StringValues>> asked, ExportReach reach, Stream to, CancellationToken ct) =>
        await Send(await Prepare(register, format, asked, reach, ct), to, ct);

    private async Task<Download> Prepare(Register register, string format, IReadOnlyList<KeyValuePair<string, StringValues>> asked, ExportReach reach, CancellationToken ct)
    {
        var reference = await desk.Reference(ct);
        var query = ListQuery.Parse(register, asked, reference, desk.User, vault, desk.Today, OfThePage);
        if (query.Problems.Count > 0) throw new Refusal(query.Problems);
        var unmasked = asked.Any(a => a.Key == Unmasked && a.Value == "1");
        var opens = reach.Opens(register, unmasked);
        if (unmasked && opens.IsEmpty) throw new Refusal(Forms.WorkbookProblems.NotUnsealed);
        // She exports where she may export and read.
        var rows = new Query(desk.Session, register.Shape, reach.Of(register.Permission("export"))).Where(query.Filter)
            .Where(new Filter.Within("org", reach.Sees(register).Branches));
        var count = await rows.Count(ct);
        if (format == "xlsx" && count > XlsxFile.MostRows) throw new Refusal(TooManyRows);
        var number = Uuid.New(desk.Clock.Now);
        await Note(register, number, query, new() { ["format"] = format, ["count"] = count, ["unmasked"] = !opens.IsEmpty }, reach, ct);
        return new(this, format, register, rows, query.Order, new Sheet(register, reference, vault, opens, desk.Clock), number, !opens.IsEmpty, reach, desk.Today);
    }

    /// <summary>That something is taken out is written down. What was asked goes into the log by name; values only where they cannot be about one person.</summary>
    internal Task Note(Register register, Guid number, ListQuery query, JsonObject what, ExportReach reach, CancellationToken ct)
    {
        bool Harmless(string name) => name is "place" or "from" or "to" or "month" or "period" or "state" or "sort"
            || register.Fields.FirstOrDefault(f => ListQuery.NameOf(f) == name) is { Sealed: null, Type: FieldType.Kind or FieldType.Kinds or FieldType.Flag or FieldType.Place or FieldType.Organization };
        what["asked"] = new JsonObject(query.Applied.Select(a => KeyValuePair.Create<string, JsonNode?>(a.Key, Harmless(a.Key) ? string.Join(',', a.Value) : "…")));
        var payload = JsonText.Of(what);
        return desk.Session.Write(_ =>
        {
            desk.Session.Db.Add(EventRow.Make(vault, desk.Clock, reach.Account, register.Key, number, reach.Home.Value, reach.Home.Value, "exported", 0, payload));
            return Task.CompletedTask;
        }, ct);
    }

    private async Task<Exported> Send(Download file, Stream to, CancellationToken ct)
    {
        // Names are looked up on a connection of their own: PostgreSQL answers one question at a time.
        await using var aside = scopes.CreateAsyncScope();
        var names = aside.ServiceProvider.GetRequiredService<Names>();
        var (reference, sees) = (await desk.Reference(ct), file.Reach.Sees(file.Register));
        await using var sheet = SheetFile.Of(file.Format, to);
        await sheet.Begin(file.Register.Title, file.Sheet.Columns, ct);
        var piece = new List<object?[]>(Piece);
        await foreach (var row in file.Rows.Stream(file.Sheet.Keys, file.Order, ct))
        {
            piece.Add(row);
            if (piece.Count == Piece) await Write();
        }
        if (piece.Count > 0) await Write();
        await sheet.End((count, hash) => $"共 {count} 条{(file.Unmasked ? "" : "，姓名已打码")}。{file.Reach.Name}于 {desk.Clock.WallTimeOf(desk.Clock.Now):yyyy-MM-dd HH:mm} 导出，编号 {file.Number}。数据行 SHA-256：{hash}", ct);
        return new(sheet.Rows, sheet.Hash);

        async Task Write()
        {
            var known = await names.Of(reference, piece.SelectMany(file.Sheet.Pointed), sees, ct);
            await sheet.Write([.. piece.Select(r => file.Sheet.Cells(r, known))], ct);
            piece.Clear();
        }
    }

    private sealed record Download(Export Export, string Format, Register Register, Query Rows, IReadOnlyList<Order> Order, Sheet Sheet, Guid Number, bool Unmasked, ExportReach Reach, DateOnly Day) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName($"{Register.Title}_{Day:yyyyMMdd}.{Format}");
            http.Response.Headers.ContentDisposition = disposition.ToString();
            http.Response.Headers.CacheControl = "no-store";
            http.Response.ContentType = SheetFile.MediaType(Format);
            return Export.Send(this, http.Response.Body, http.RequestAborted);
        }
    }
}
